import Maintenance

/// What the client owes: access, a channel, a person.
enum ClientRules {
  static let all = [access, channel, contact, refusedAccess]

  static let access = Rule("CLI-01", .error, basis: "usage") { examination in
    remark(
      if: accessDuty(examination.contract) == nil, at: "client.obligations",
      "le client ne s’engage pas à donner accès aux équipements",
      help: "Ajoutez une obligation d’« id: acces ».")
  }

  static let channel = Rule("CLI-02", .error, basis: "usage") { examination in
    remark(
      if: examination.contract.support.channels.isEmpty, at: "support.canaux",
      "rien ne dit par où le client signale un incident")
  }

  static let contact = Rule("CLI-03", .warning, basis: "obligation de collaboration") {
    examination in
    remark(
      if: examination.contract.client.contact == nil, at: "parties.client.referent",
      "aucun interlocuteur n’est nommé chez le client")
  }

  static let refusedAccess = Rule("CLI-04", .warning, basis: "usage ; CCAG-TIC, art. 14.2.2") {
    examination in
    let contract = examination.contract
    guard let index = accessDuty(contract) else { return [] }
    return remark(
      if: !contract.clientDuties[index].suspendsClocks, at: "client.obligations[\(index)].defaut",
      "rien ne dit ce qui arrive au délai quand l’accès est refusé",
      help: "Ajoutez « defaut: suspension ».")
  }

  private static func accessDuty(_ contract: Contract) -> Int? {
    contract.clientDuties.firstIndex { fold($0.id).contains("acces") }
  }
}
