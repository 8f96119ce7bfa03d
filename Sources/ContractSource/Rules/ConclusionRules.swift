import Maintenance

/// How and between whom the contract is made.
enum ConclusionRules {
  static let all = [nonProfessional, withdrawal, unknownPlace, sameParty, blanks]

  static let nonProfessional = Rule(
    "PAR-14", .warning, basis: "C. conso., art. L. 215-3 et L. 212-2"
  ) { examination in
    remark(
      if: examination.contract.client.isNonProfessional, at: "parties.client.non_professionnel",
      "client non professionnel : une part du droit de la consommation le protège",
      help: "Faites relire les clauses de reconduction et de responsabilité.")
  }

  static let withdrawal = Rule(
    "PAR-15", .error,
    basis: "C. conso., art. L. 221-3, L. 221-5, L. 221-9, L. 221-10 et L. 221-18"
  ) { examination in
    let contract = examination.contract
    return remark(
      if: contract.conclusion == .offPremises && (contract.client.headcount ?? 6) <= 5
        && contract.isOutsideMainActivity == true && !contract.isWithdrawalFormJoined,
      at: "parties.conclusion.formulaire_retractation",
      "le client peut se rétracter quatorze jours, et le formulaire n’est pas joint",
      help: "Contrat hors établissement, cinq salariés au plus, objet étranger à l’activité : "
        + "joignez information et formulaire, n’encaissez rien pendant sept jours.",
      readingAlso: ["parties.client.effectif", "parties.conclusion"])
  }

  static let unknownPlace = Rule("PAR-16", .warning, basis: "C. conso., art. L. 221-3") {
    examination in
    let contract = examination.contract
    let isOffPremises = contract.conclusion == .offPremises
    return remark(
      if: !examination.isWritten("parties.conclusion.lieu"), at: "parties.conclusion",
      "le lieu de conclusion n’est pas dit : il décide d’un droit de rétractation",
      help: "Ajoutez « conclusion: { lieu: etablissement_prestataire } ».")
      + remark(
        if: isOffPremises && contract.client.headcount == nil, at: "parties.client.effectif",
        "l’effectif du client n’est pas dit : il décide d’un droit de rétractation",
        readingAlso: ["parties.conclusion"])
  }

  static let sameParty = Rule("PAR-17", .error, basis: "usage") { examination in
    let provider = number(examination.contract.provider.siren, as: SIREN.self)
    let client = number(examination.contract.client.siren, as: SIREN.self)
    return remark(
      if: provider != nil && provider == client, at: "parties.client.siren",
      "le client et le prestataire portent le même SIREN : on ne contracte pas avec soi-même",
      readingAlso: ["parties.prestataire.siren"])
  }

  static let blanks = Rule("DOC-06", .error, basis: "C. civ., art. 1128") { examination in
    examination.texts.filter(hasBlank).map {
      Remark(
        path: $0.path, message: "un champ du modèle reste à remplir : « \(clipped($0.text)) »")
    }
  }

  /// What templates leave where a person must write.
  private static func hasBlank(_ written: WrittenText) -> Bool {
    ["{{", "....", "____", "a completer", "[client]", "[date]", "[montant]", "xxx"]
      .contains(where: written.folded.contains)

  }
}
