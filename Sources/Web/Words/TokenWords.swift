import Maintenance

/// Words of programs' tokens.
struct TokenWords: Sendable {
  var title: String
  var what: String
  var none: String
  var add: String
  var given: String
  var givenHint: String
  var nameHint: String
  var scope: String
  var scopes: [TokenScope: String]
  var lasts: String
  var days: @Sendable (Int) -> String
  var end: String
  var over: String
  var used: String
  var never: String
  var revoke: String
  var proofFirst: String
}

extension TokenWords {
  static let french = TokenWords(
    title: "Jetons des programmes",
    what: "Un programme agit en votre nom avec un jeton, dans les limites de sa portée.",
    none: "Aucun jeton.", add: "Donner un jeton", given: "Nouveau jeton",
    givenHint: """
      À copier maintenant\u{A0}: il ne sera plus affiché. Le programme l’envoie dans l’en-tête \
      Authorization, précédé de Bearer, jamais dans une adresse.
      """, nameHint: "De quel programme il s’agit\u{A0}; le registre le nommera.", scope: "Portée",
    scopes: [
      .read: "tout lire", .tickets: "tickets", .contracts: "contrats", .invoices: "factures",
    ], lasts: "Durée", days: { $0 == 365 ? "un an" : "\($0)\u{A0}jours" }, end: "Finit",
    over: "Fini", used: "Dernier usage", never: "jamais", revoke: "Révoquer",
    proofFirst: "Votre mot de passe sera demandé d’abord.")

  static let english = TokenWords(
    title: "Programs’ tokens",
    what: "A program acts for you by a token, within its scope.", none: "No token.",
    add: "Give a token", given: "New token",
    givenHint: """
      To be copied now: it will not be shown again. The program sends it in the Authorization \
      header, after Bearer, never in an address.
      """, nameHint: "Which program this is; the register will name it.", scope: "Scope",
    scopes: [
      .read: "read everything", .tickets: "tickets", .contracts: "contracts",
      .invoices: "invoices",
    ], lasts: "Lasts", days: { $0 == 365 ? "a year" : "\($0) days" }, end: "Ends", over: "Over",
    used: "Last used", never: "never", revoke: "Revoke",
    proofFirst: "Your password will be asked first.")
}
