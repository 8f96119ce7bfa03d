/// What stands above the signatures: who signs, for whom, by what power, where and how.
package struct SigningPage: Hashable, Sendable {
  package struct Signatory: Hashable, Sendable {
    /// «Pour le Prestataire».
    package var side: String
    package var party: String
    /// Empty when the contract does not say who signs.
    package var name: String
    package var capacity: String
    /// By what power they bind the party.
    package var power: String
  }

  /// Where and when, without an end when the contract does not say it.
  package var place: String?
  package var day: String?
  /// How many originals there are, and what they are.
  package var originals: String
  /// The provider's, then the client's.
  package var signatories: [Signatory]

  package init(of contract: Contract) {
    let signature = contract.signature
    place =
      signature.place.map { place in
        place.hasPrefix("à ") ? place.asPhrase : "à \(place.asPhrase)"
      }?.typesetInFrench
    day = signature.day?.french
    originals = SigningPage.originals(signature).typesetInFrench
    signatories = [
      Signatory(for: contract.provider, "Pour le Prestataire"),
      Signatory(for: contract.client, "Pour le Client"),
    ]
  }

  private static func originals(_ signature: Signature) -> String {
    if signature.level == .handwritten {
      let count = signature.copies ?? 2
      return "Fait en \(count == 2 ? "deux" : count.french) originaux, dont un pour chaque Partie."
    }
    return """
      Signé par voie électronique : le fichier signé est l'original, et chaque Partie en dispose \
      sur un support durable (code civil, art. 1366, 1367 et 1375).
      """
  }
}

extension SigningPage.Signatory {
  fileprivate init(for party: Party, _ side: String) {
    self.side = side
    self.party = party.name.typesetInFrench
    let isSoleTrader = party.legalForm == "EI" || party.kind == .soleTrader
    let said = party.representative.name
    name = (said.isEmpty && isSoleTrader ? party.name : said).typesetInFrench
    capacity =
      (isSoleTrader && said.isEmpty
      ? "entrepreneur individuel"
      : party.representative.capacity).typesetInFrench
    power = SigningPage.Signatory.power(party, signsForItself: isSoleTrader).typesetInFrench
  }

  private static func power(_ party: Party, signsForItself: Bool) -> String {
    if signsForItself { return "S'engage en son nom" }
    let office = party.representative.isLegalRepresentative
    guard let power = party.representative.power else {
      return office == true
        ? "Représentant légal"
        : "Déclare avoir le pouvoir d'engager la Partie"
    }
    return "Signe en vertu d'un pouvoir" + (power.day.map { " du \($0.french)" } ?? "")
      + (power.isJoined ? ", joint au Contrat" : "")
  }
}
