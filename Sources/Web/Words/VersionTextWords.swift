/// What the page of a version's legal text says around it; the text itself is in French.
struct VersionTextWords: Sendable {
  var title: String
  var contents: String
  /// Version, and the day from which it governs.
  var governs: @Sendable (Int, String) -> String
  var newer: @Sendable (Int, String) -> String
  var fingerprint: String

  static let french = VersionTextWords(
    title: "Texte du contrat", contents: "Sommaire",
    governs: { version, day in "Version\u{A0}\(version), applicable à partir du \(day)" },
    newer: { version, day in "La version\u{A0}\(version) s’applique à partir du \(day)." },
    fingerprint: "Empreinte SHA-256 du fichier\u{A0}:")

  static let english = VersionTextWords(
    title: "Contract text", contents: "Contents",
    governs: { version, day in "Version\u{A0}\(version), governs from \(day), in French" },
    newer: { version, day in "Version\u{A0}\(version) governs from \(day)." },
    fingerprint: "SHA-256 of the file:")
}
