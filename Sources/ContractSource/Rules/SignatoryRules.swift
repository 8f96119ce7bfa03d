import Maintenance

/// Who signs for a party, and the proofs that the other side should hold.
enum SignatoryRules {
  static let all = [power, soleTrader, vigilance]

  static let power = Rule("PAR-12", .warning, basis: "C. civ., art. 1153 à 1161") { examination in
    examination.parties.flatMap { party, path, name -> [Remark] in
      let signatory = party.representative
      let isLegal = signatory.isLegalRepresentative ?? holdsOffice(signatory.capacity)
      guard !signatory.name.isEmpty, !signatory.capacity.isEmpty, !isLegal else { return [] }
      return remark(
        if: signatory.power?.isJoined != true, at: "\(path).representant",
        "\(clipped(signatory.name)), \(clipped(signatory.capacity)), n’engage pas la partie de "
          + "plein droit : son pouvoir n’est pas joint",
        help: "Joignez la délégation, puis « pouvoir: { joint: true } » ; ou « legal: true ».")
    }
  }

  /// Offices that bind the party by law or by its statutes.
  private static func holdsOffice(_ capacity: String) -> Bool {
    let folded = fold(capacity)
    let offices = [
      "president", "gerant", "directeur general", "directrice generale", "maire", "entrepreneur",
      "exploitant", "titulaire", "liquidat", "administrateur provisoire",
    ]
    return !folded.hasPrefix("vice") && !folded.contains("adjoint")
      && !folded.contains("delegue de") && offices.contains(where: folded.contains)
  }

  static let soleTrader = Rule("PAR-13", .error, basis: "C. com., art. L. 526-22 et R. 526-27") {
    examination in
    examination.parties.flatMap { party, path, name in
      let words = fold("\(party.name) \(party.legalForm ?? "")").split { !$0.isLetter }
      let isMentioned =
        words.contains("ei")
        || zip(words, words.dropFirst()).contains { $0 == "entrepreneur" && $1 == "individuel" }
      return remark(
        if: party.kind == .soleTrader && !isMentioned, at: "\(path).denomination",
        "le nom \(name) doit être précédé ou suivi de « entrepreneur individuel » ou de « EI »",
        help: "Par exemple « forme: EI ».", readingAlso: ["\(path).type", "\(path).forme"])
    }
  }

  /// From € 5,000 before VAT, asked for at signing and every six months.
  static let vigilance = Rule(
    "PAR-18", .warning, basis: "C. trav., art. L. 8222-1, D. 8222-5 et R. 8222-1"
  ) { examination in
    let contract = examination.contract
    guard contract.yearlyFees >= 5_000_00 else { return [] }
    let certificate = contract.provider.vigilance
    let path = "parties.prestataire.vigilance"
    let help = "Joignez celle de moins de six mois : « vigilance: { date: …, jointe: true } »."
    if certificate?.isJoined != true {
      return remark(
        if: true, at: path,
        "l’attestation de vigilance de l’URSSAF n’est pas jointe : le client doit l’exiger dès "
          + "5\u{202F}000 € HT", help: help, readingAlso: ["prix.forfait", "perimetre.parc"])
    }
    let signed = contract.signature.day ?? contract.term.start
    return remark(
      if: certificate?.issued.map { $0.adding(months: 6) < signed } ?? true,
      at: "\(path).date",
      "cette attestation de vigilance aura plus de six mois, ou n’a pas de date",
      help: help, readingAlso: ["duree.effet", "signature.date", "prix.forfait"])
  }
}
