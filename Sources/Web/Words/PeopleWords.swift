/// Words of a client's own people under a contract.
struct PeopleWords: Sendable {
  var title: String
  var lead: String
  var add: String
  var see: String
  var notManaged: String
}

extension PeopleWords {
  static let french = PeopleWords(
    title: "Personnes",
    lead: "Qui, chez le client, voit ce contrat, demande en son nom ou signe pour lui.",
    add: "Inviter une personne", see: "Personnes",
    notManaged: "Géré par le prestataire")

  static let english = PeopleWords(
    title: "People",
    lead: "Who at the client’s sees this contract, asks in its name or signs for it.",
    add: "Invite a person", see: "People", notManaged: "Managed by the provider")
}
