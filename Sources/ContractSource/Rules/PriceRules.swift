import Maintenance

/// What is paid, and how it may change.
enum PriceRules {
  static let all = [
    missing, vat, hourlyRate, travel, onCall, indexation, publisher, prohibitedIndex,
  ]

  static let missing = Rule("PRX-01", .error, basis: "C. civ., art. 1165") { examination in
    let price = examination.contract.price
    return remark(
      if: price.fees.isEmpty && price.prepaid == nil && price.timeAndMaterials?.hourlyRate == nil,
      at: "prix", "ni forfait, ni carnet, ni taux horaire : le prix ne peut être calculé",
      help: "Sans prix convenu, le prestataire le fixerait seul et devrait le justifier.")
      + price.fees.indices.flatMap { index in
        remark(
          if: !examination.isWritten("prix.forfait[\(index)].montant"),
          at: "prix.forfait[\(index)].montant", "ce forfait n’a pas de montant")
      }
  }

  static let vat = Rule("PRX-03", .error, basis: "CGI, ann. II, art. 242 nonies A ; usage") {
    examination in
    guard let rate = examination.contract.price.vatRate else {
      return remark(
        if: true, at: "prix.tva", "le taux de TVA manque : les montants sont hors taxe")
    }
    let known = examination.rates.vat.contains { $0.rate == rate }
    guard examination.contract.price.vatRegime == .normal, !known else { return [] }
    return [
      Remark(
        path: "prix.tva",
        message: "aucun territoire connu n’a de taux de TVA de \(rate.plain) %",
        help: "« diligence rates » liste les taux en vigueur ; --rates en ajoute.",
        severity: .warning)
    ]
  }

  static let hourlyRate = Rule("PRX-06", .warning, basis: "C. com., art. L. 441-1") {
    examination in
    let work = examination.contract.price.timeAndMaterials
    return remark(
      if: work?.hourlyRate == nil && work?.dailyRate == nil && work?.skills.isEmpty != false,
      at: "prix.hors_forfait.taux_horaire",
      "aucun taux horaire : ce qui sort du forfait n’a pas de prix")
  }

  static let travel = Rule("PRX-07", .warning, basis: "usage") { examination in
    let contract = examination.contract
    guard let travel = contract.price.travel else {
      return remark(
        if: true, at: "prix.deplacement", "rien ne dit si les déplacements sont compris")
    }
    return contract.scope.sites.enumerated().flatMap { index, site in
      remark(
        if: travel.beyond == nil && (site.travelZone.map { travel.zones[$0] == nil } ?? false),
        at: "perimetre.sites[\(index)].zone_deplacement",
        "la zone de ce site n’a pas de prix de déplacement", readingAlso: ["prix.deplacement"])
    }
  }

  static let onCall = Rule("PRX-08", .warning, basis: "C. trav., art. L. 3121-9 ; usage") {
    examination in
    let contract = examination.contract
    return remark(
      if: contract.support.onCall != nil
        && contract.price.timeAndMaterials?.nightSurcharge == nil,
      at: "prix.hors_forfait.majorations",
      "une astreinte est promise sans tarif de nuit, de dimanche ni de jour férié",
      readingAlso: ["support.astreinte"])
  }

  static let indexation = Rule("PRX-09", .error, basis: "C. civ., art. 1163 ; CMF, art. L. 112-2") {
    examination in
    guard let indexation = examination.contract.price.indexation else { return [] }
    let isSyntec = indexation.index == .syntec
    let lacking = [
      examination.isWritten("prix.revision.indice") ? nil : "l’indice",
      indexation.baseMonth == nil ? "le mois de base" : nil,
      indexation.baseValue == nil ? "la valeur de base" : nil,
      indexation.date == nil ? "la date de révision" : nil,
      isSyntec && indexation.series == nil ? "la série (revisee ou ancienne)" : nil,
    ].compactMap { $0 }
    return remark(
      if: !lacking.isEmpty, at: "prix.revision",
      "la révision du prix ne peut être calculée, il manque : \(lacking.joined(separator: ", "))")
  }

  static let publisher = Rule("PRX-10", .warning, basis: "Fédération Syntec") { examination in
    let indexation = examination.contract.price.indexation
    return remark(
      if: indexation?.index == .syntec && fold(indexation?.publisher ?? "").contains("insee"),
      at: "prix.revision.editeur",
      "l’indice Syntec est celui de la Fédération Syntec ; l’INSEE n’en est pas l’éditeur")
  }

  static let prohibitedIndex = Rule("PRX-13", .error, basis: "CMF, art. L. 112-2") { examination in
    let index = examination.contract.price.indexation?.index
    return remark(
      if: index == .minimumWage || index == .consumerPrices, at: "prix.revision.indice",
      "cet indice ne peut pas servir à réviser le prix",
      help: "Prenez un indice lié à l’activité, comme syntec.")
  }
}
