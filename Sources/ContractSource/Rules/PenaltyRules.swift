import Maintenance

/// What a missed promise costs, and where liability stops.
enum PenaltyRules {
  static let all = [missing, formula, formalNotice, nature, noLiability, cap, insurance]

  private static let root = "niveaux_de_service.penalites"

  static let missing = Rule("PEN-01", .warning, basis: "C. civ., art. 1231-5") { examination in
    let levels = examination.contract.serviceLevels
    return remark(
      if: levels.penalties.isEmpty && levels.levels.contains { $0.binding == .result },
      at: root, "un délai promis en résultat n’a pas de pénalité",
      readingAlso: ["niveaux_de_service.priorites"])
      + examination.each(levels.penalties, at: root).flatMap { penalty, path in
        remark(
          if: penalty.cap == nil && penalty.capAmount == nil, at: "\(path).plafond",
          "la pénalité n’a pas de plafond")
      }
  }

  static let formula = Rule("PEN-02", .error, basis: "CCAG-TIC, art. 14 (2009 ; 2021 à vérifier)") {
    examination in
    examination.each(examination.contract.serviceLevels.penalties, at: root).flatMap {
      penalty, path in
      let used = penalty.formula.flatMap(PenaltyFormula.init)?.variables ?? []
      let lacking = [
        penalty.formula == nil && penalty.steps.isEmpty ? "la formule ou les paliers" : nil,
        used.contains(.value) && penalty.base == nil ? "V" : nil,
        used.contains(.lateness) && penalty.lateness == nil ? "R" : nil,
        used.contains(.number) && penalty.divisor == nil ? "N" : nil,
      ].compactMap { $0 }
      return remark(
        if: !lacking.isEmpty, at: path,
        "la pénalité ne peut être calculée, il manque : \(lacking.joined(separator: ", "))")
    }
  }

  static let formalNotice = Rule("PEN-04", .warning, basis: "C. civ., art. 1231-5") { examination in
    examination.each(examination.contract.serviceLevels.penalties, at: root).flatMap {
      penalty, path in
      remark(
        if: penalty.formalNotice == nil, at: "\(path).mise_en_demeure",
        "sans autre précision, la pénalité attend une mise en demeure",
        help: "Choisissez « dispensee » ou « requise ».")
    }
  }

  static let nature = Rule("PEN-05", .warning, basis: "régime de TVA") { examination in
    examination.each(examination.contract.serviceLevels.penalties, at: root).flatMap {
      penalty, path in
      remark(
        if: penalty.nature == nil, at: "\(path).nature",
        "la pénalité est-elle une baisse du prix ou une indemnité ? La facture n’est pas la même",
        help: "Choisissez « avoir » ou « indemnite ».")
    }
  }

  static let noLiability = Rule("LIA-01", .warning, basis: "C. civ., art. 1170 et 1231-3") {
    examination in
    remark(
      if: examination.contract.liability?.excludesEverything ?? false,
      at: "responsabilite.exclusion_totale",
      "une exclusion totale ne couvre ni le dol ni la faute lourde, et un juge peut l’écarter"
    )
  }

  static let cap = Rule("LIA-02", .warning, basis: "Cass. com., 29 juin 2010, n° 09-11.841") {
    examination in
    remark(
      if: examination.contract.liability?.cap == nil, at: "responsabilite.plafond",
      "la responsabilité n’a pas de plafond écrit",
      help: "Par exemple « plafond: 12 mois de redevances ».")
  }

  static let insurance = Rule("ASS-01", .note, basis: "usage") { examination in
    let contract = examination.contract
    let path = "parties.prestataire.assurance"
    guard let insurance = contract.provider.insurance else {
      return remark(if: true, at: path, "aucune assurance de responsabilité n’est citée")
    }
    return remark(
      if: insurance.expiry.map { $0 < contract.term.start } ?? false, at: "\(path).echeance",
      "l’assurance citée sera échue le jour où le contrat prend effet",
      readingAlso: ["duree.effet"])
  }
}
