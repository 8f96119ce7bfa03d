import Maintenance

/// Every identifier that the contract cites, by what it must designate.
struct Citations {
  /// What a cited identifier is meant to be; the words that say it is none.
  enum Kind: String, CaseIterable {
    case group = "aucun groupe du parc"
    case priority = "aucune priorité"
    case site = "aucun site"
    case calendar = "aucun calendrier"
    case plan = "aucune formule"
    case fee = "aucun forfait"
    case document = "aucun document"
    case operation = "aucune opération"

    var chapter: String {
      switch self {
      case .group: "perimetre.parc"
      case .priority: "niveaux_de_service.priorites"
      case .site: "perimetre.sites"
      case .calendar: "support.calendriers"
      case .plan: "niveaux_de_service.formules"
      case .fee: "prix.forfait"
      case .document: "documents"
      case .operation: "operations"
      }
    }

    func known(in contract: Contract) -> [String] {
      switch self {
      case .group: contract.scope.groups.map(\.id)
      case .priority: contract.serviceLevels.levels.map(\.priority)
      case .site: contract.scope.sites.map(\.id)
      case .calendar: contract.support.calendars.map(\.id)
      case .plan: contract.serviceLevels.plans.map(\.id)
      case .fee: contract.price.fees.map(\.id)
      case .document: contract.documents.map(\.id) + ["contrat"]
      case .operation: contract.operations.map(\.id)
      }
    }
  }

  struct Place {
    var path: String
    var id: String
  }

  private(set) var places: [Kind: [Place]] = [:]

  init(_ examination: Examination) {
    let contract = examination.contract
    addScope(contract)
    addLevels(contract.serviceLevels, examination)
    addPrices(contract.price)
    add(.document, contract.precedence, at: "hierarchie")
    for (index, operation) in contract.operations.enumerated() {
      add(.group, operation.groups, at: "operations[\(index)].sur")
      add(.site, operation.sites, at: "operations[\(index)].sites")
    }
    for (index, requirement) in contract.requirements.enumerated() {
      add(
        .operation, requirement.operations,
        at: "objet.cahier_des_charges[\(index)].operations")
    }
    add(.priority, contract.support.onCall?.priorities ?? [], at: "support.astreinte.priorites")
    for (index, hours) in contract.support.extendedHours.enumerated() {
      add(.priority, hours.priorities, at: "support.plages_etendues[\(index)].priorites")
    }
  }

  private mutating func addScope(_ contract: Contract) {
    for (index, site) in contract.scope.sites.enumerated() {
      add(.calendar, site.calendar, at: "perimetre.sites[\(index)].calendrier")
    }
    for (index, group) in contract.scope.groups.enumerated() {
      let path = "perimetre.parc[\(index)]"
      add(.plan, group.plan, at: "\(path).formule")
      for (place, asset) in group.assets.enumerated() {
        add(.site, asset.site, at: "\(path).equipements[\(place)].site")
      }
      for site in group.countsBySite.keys.sorted() {
        add(.site, site, at: "\(path).repartition.\(site)")
      }
    }
  }

  private mutating func addLevels(_ levels: ServiceLevels, _ examination: Examination) {
    let root = "niveaux_de_service"
    addCalendars(levels.levels, at: "\(root).priorites")
    for (index, plan) in levels.plans.enumerated() {
      addCalendars(plan.levels, at: "\(root).formules[\(index)].priorites")
      for level in plan.levels {
        add(
          .priority, level.priority,
          at: "\(root).formules[\(index)].priorites.\(level.priority)")
      }
    }
    for (availability, path) in examination.each(levels.availability, at: "\(root).disponibilite") {
      add(.group, availability.group, at: "\(path).groupe")
    }
  }

  private mutating func addCalendars(_ levels: [ServiceLevel], at path: String) {
    for level in levels {
      if case .named(let id) = level.calendar {
        add(.calendar, id, at: "\(path).\(level.priority).calendrier")
      }
    }
  }

  private mutating func addPrices(_ price: Price) {
    for (index, fee) in price.fees.enumerated() {
      add(.group, fee.group, at: "prix.forfait[\(index)].sur")
    }
    for (index, option) in price.options.enumerated() {
      add(.group, option.group, at: "prix.options[\(index)].sur")
    }
    for (index, ticket) in price.tickets.enumerated() {
      add(.priority, ticket.priorities, at: "prix.tickets[\(index)].priorites")
    }
    for (index, rebate) in price.rebates.enumerated() {
      add(.fee, rebate.fees, at: "prix.remises[\(index)].sur")
    }
    add(.fee, price.indexation?.fees ?? [], at: "prix.revision.sur")
    add(.document, price.tariff?.document, at: "prix.tarif.document")
  }

  private mutating func add(_ kind: Kind, _ ids: [String], at path: String) {
    for (index, id) in ids.enumerated() {
      places[kind, default: []].append(Place(path: "\(path)[\(index)]", id: id))
    }
  }

  private mutating func add(_ kind: Kind, _ id: String?, at path: String) {
    if let id, !id.isEmpty { places[kind, default: []].append(Place(path: path, id: id)) }
  }
}
