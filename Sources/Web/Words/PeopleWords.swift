/// Words of a client's own people under a contract, and of what they see.
struct PeopleWords: Sendable {
  var title: String
  var lead: String
  var add: String
  var see: String
  var notManaged: String
  var change: String
  /// A person's role, and what they see.
  var reach: String
  var addContract: String
  var noOther: String
  var contracts: String
  /// Of the contract with that reference.
  var sites: @Sendable (String) -> String
  var sitesHint: String
  var wholeContract: String
  /// Before the names of those sites.
  var heldTo: @Sendable (String) -> String
  var siteCount: @Sendable (Int) -> String
}

extension PeopleWords {
  static let french = PeopleWords(
    title: "Personnes",
    lead: "Qui, chez le client, voit ce contrat, demande en son nom ou signe pour lui.",
    add: "Inviter une personne", see: "Personnes",
    notManaged: "Géré par le prestataire", change: "Changer", reach: "Rôle et contrats",
    addContract: "Ajouter un contrat", noOther: "Aucun autre", contracts: "Contrats",
    sites: { "Sites du contrat \($0)" },
    sitesHint: """
      Limitée à des sites, une personne lit le texte du contrat, prix compris, et suit tickets et \
      visites de ces sites, sans factures ni bilans. Qui signe pour le client voit tout.
      """,
    wholeContract: "Tout le contrat, tous ses sites", heldTo: { "limité à\u{A0}: \($0)" },
    siteCount: { $0 == 1 ? "1\u{A0}site" : "\($0)\u{A0}sites" })

  static let english = PeopleWords(
    title: "People",
    lead: "Who at the client’s sees this contract, asks in its name or signs for it.",
    add: "Invite a person", see: "People", notManaged: "Managed by the provider",
    change: "Change", reach: "Role and contracts", addContract: "Add a contract",
    noOther: "No other", contracts: "Contracts",
    sites: { "Sites of contract \($0)" },
    sitesHint: """
      Held to sites, a person reads the contract’s text, prices included, and follows the tickets \
      and visits of these sites, without invoices or reports. Whoever signs sees the whole.
      """,
    wholeContract: "The whole contract, all its sites", heldTo: { "held to: \($0)" },
    siteCount: { $0 == 1 ? "1 site" : "\($0) sites" })
}
