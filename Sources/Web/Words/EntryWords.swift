/// Words of how a request came in, and what it is about.
struct EntryWords: Sendable {
  var assets: String
  var assetsHint: String
  var earlier: String
  var received: String
  var receivedHint: String
  var why: String
  /// The asset that decides a verdict.
  var decides: @Sendable (String) -> String
}

extension EntryWords {
  static let french = EntryWords(
    assets: "Matériels concernés",
    assetsHint: "De plusieurs, le verdict retenu est le moins favorable.",
    earlier: "Reçue plus tôt, par téléphone ou courriel", received: "Reçue le",
    receivedHint: "Les délais courent depuis cette heure, d’une semaine passée au plus.",
    why: "Pourquoi elle est saisie après coup",
    decides: { "Le moins favorable des matériels\u{A0}: \($0)." })

  static let english = EntryWords(
    assets: "Assets concerned",
    assetsHint: "Of several, the least favourable verdict is the one that holds.",
    earlier: "Came in earlier, by telephone or e-mail", received: "Came in",
    receivedHint: "Delays count from that time, a week ago at most.",
    why: "Why it is entered later", decides: { "The least favourable of the assets: \($0)." })
}
