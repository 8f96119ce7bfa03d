import Maintenance

/// What weighs on one side alone, or on nobody.
enum BalanceRules {
  static let all = [
    breachForOne, keptPrice, assignment, clientIndemnity, dataLoss, finalPenalty, shortNotice,
    forceMajeure,
  ]

  static let breachForOne = Rule(
    "RES-04", .warning, basis: "C. civ., art. 1171 ; C. com., art. L. 442-1"
  ) { examination in
    remark(
      if: examination.contract.termination.reservedTo != nil,
      at: "resiliation.manquement.reserve_a",
      "une seule partie peut résilier pour manquement : la faculté doit être ouverte aux deux",
      help: "Retirez « reserve_a ».")
  }

  static let keptPrice = Rule("RES-09", .warning, basis: "C. civ., art. 1169 et 1171") {
    examination in
    remark(
      if: examination.contract.termination.keepsPriceOnOwnFault,
      at: "resiliation.sommes_conservees",
      "le prestataire garderait un prix sans contrepartie quand la faute est la sienne",
      help: "Prévoyez la restitution du prix des prestations qui ne seront pas rendues.")
  }

  static let assignment = Rule("RES-11", .warning, basis: "C. civ., art. 1216") { examination in
    remark(
      if: examination.contract.termination.assignment == .providerAlone, at: "resiliation.cession",
      "le prestataire pourrait céder le contrat sans l’accord du client",
      help: "Écrivez « cession: accord » : l’accord se donne par écrit.")
  }

  static let clientIndemnity = Rule("CLI-05", .warning, basis: "C. civ., art. 1171") {
    examination in
    remark(
      if: examination.contract.liability?.isClientIndemnityUnlimited ?? false,
      at: "responsabilite.indemnisation_client_illimitee",
      "le client indemniserait le prestataire sans limite : la clause est déséquilibrée",
      help: "Plafonnez cette indemnisation comme celle du prestataire.")
  }

  static let dataLoss = Rule("LIA-03", .warning, basis: "C. civ., art. 1170 et 1231-4") {
    examination in
    remark(
      if: examination.contract.liability?.dataLoss == .indirect,
      at: "responsabilite.perte_de_donnees",
      "une perte de données peut être la suite directe d’une faute : la ranger d’office parmi les "
        + "dommages indirects ne tient pas toujours",
      help: "Dites qui sauvegarde, et ce que la perte ouvre comme réparation.")
  }

  /// Our own measure of a derisory cap: under five percent.
  static let finalPenalty = Rule("PEN-03", .warning, basis: "C. civ., art. 1170 et 1231-5") {
    examination in
    examination.each(
      examination.contract.serviceLevels.penalties, at: "niveaux_de_service.penalites"
    ).flatMap { penalty, path in
      let isDerisory = penalty.cap.map { $0 < FixedPoint(5) } ?? false
      return remark(
        if: penalty.isFinal == true && isDerisory, at: "\(path).plafond",
        "une pénalité qui tient lieu de toute réparation, sous un plafond aussi bas, pourrait être "
          + "écartée", help: "Relevez le plafond ou écrivez « liberatoire: false ».")
    }
  }

  static let shortNotice = Rule("RES-06", .warning, basis: "C. com., art. L. 442-1, II") {
    examination in
    let term = examination.contract.term
    let isLong = (term.initial?.minutes(workingDay: 1440) ?? 0) > 3 * 525_600
    return remark(
      if: isLong && (term.notice.map { $0.minutes(workingDay: 1440) < 3 * 43_800 } ?? false),
      at: examination.isWritten("duree.preavis")
        ? "duree.preavis" : "duree.reconduction.preavis",
      "après plus de trois ans, une relation établie peut demander un préavis plus long que "
        + "celui-ci", help: "Prévoyez trois mois ou plus, ou un préavis qui croît avec les années.",
      readingAlso: ["duree.initiale"])
  }

  static let forceMajeure = Rule("RES-08", .warning, basis: "C. civ., art. 1218") { examination in
    let contract = examination.contract
    let own = contract.ownArticles.firstIndex { $0.id == "force_majeure" }
    let isBare = own.map { !contract.ownArticles[$0].text.contains(where: \.isNumber) } ?? false
    let duration = contract.termination.forceMajeure?.duration
    return remark(
      if: contract.termination.forceMajeure != nil && duration == nil,
      at: "resiliation.force_majeure.duree",
      "on ne sait pas après combien de temps chacun peut résilier",
      help: "Par exemple « 30 jours ».")
      + remark(
        if: isBare && duration == nil, at: "articles[\(own ?? 0)].texte",
        "cet article ne fixe pas la durée de force majeure après laquelle chacun peut résilier")
  }
}
