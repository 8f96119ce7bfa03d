import Maintenance

/// Confidentiality, acceptance, property, signature.
enum ClosingRules {
  static let all = [
    confidentiality, mutual, afterEnd, acceptance, longAcceptance, deliverables, loan, signature,
  ]

  static let confidentiality = Rule("CNF-01", .error, basis: "C. civ., art. 1112-2 ; usage") {
    examination in
    remark(
      if: examination.contract.confidentiality == nil, at: "confidentialite",
      "la confidentialité n’est pas traitée")
  }

  static let mutual = Rule("CNF-02", .warning, basis: "C. civ., art. 1171") { examination in
    remark(
      if: examination.contract.confidentiality?.isMutual == false, at: "confidentialite.reciproque",
      "une seule partie est tenue au secret")
  }

  static let afterEnd = Rule("CNF-03", .warning, basis: "C. civ., art. 1210") { examination in
    guard let confidentiality = examination.contract.confidentiality else { return [] }
    return remark(
      if: confidentiality.afterEnd == nil, at: "confidentialite.apres_fin",
      "on ne sait pas combien de temps le secret dure après la fin")
  }

  static let acceptance = Rule("REC-02", .error, basis: "C. com., art. L. 441-10, III") {
    examination in
    guard let acceptance = examination.contract.acceptance else { return [] }
    return remark(
      if: acceptance.delay == nil || acceptance.silence == nil, at: "recette",
      "la recette doit dire son délai et ce que vaut le silence du client")
  }

  static let longAcceptance = Rule("REC-03", .warning, basis: "C. com., art. L. 441-10, III") {
    examination in
    let delay = examination.contract.acceptance?.delay
    return remark(
      if: (delay?.minutes(workingDay: 1440) ?? 0) > 30 * 1440, at: "recette.delai",
      "plus de trente jours de vérification : à stipuler expressément et à justifier")
  }

  static let deliverables = Rule("PRO-01", .warning, basis: "CPI, art. L. 131-3") { examination in
    remark(
      if: examination.contract.property?.deliverables == nil, at: "propriete.livrables",
      "les droits sur les scripts, documents et réglages livrés ne sont pas dits")
  }

  static let loan = Rule("PRO-03", .warning, basis: "C. civ., art. 1875 et s.") { examination in
    guard let loan = examination.contract.property?.loan else { return [] }
    return remark(
      if: !loan.jointStatement || loan.returned == nil, at: "propriete.pret",
      "le matériel prêté demande un état contradictoire et un délai de retour")
  }

  static let signature = Rule(
    "SIG-03", .warning, basis: "C. civ., art. 1367 ; décret n° 2017-1416"
  ) { examination in
    let contract = examination.contract
    return remark(
      if: contract.signature.level == .simple && contract.yearlyFees >= importantCents,
      at: "signature.niveau",
      "signature simple pour plus de 25 000 € par an : la preuve reposera sur son dossier",
      help: "Gardez ce dossier, ou prenez une signature avancée ou qualifiée.",
      readingAlso: ["prix.forfait", "perimetre.parc"])
  }

  /// Our own measure of an important contract; no text fixes one.
  private static let importantCents: Int128 = 2_500_000
}
