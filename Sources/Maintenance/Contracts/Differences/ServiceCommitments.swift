extension Contract {
  func addSupport(to list: inout CommitmentList) {
    addHours(support.hours, "support.heures", "Heures du support", to: &list)
    for calendar in support.calendars {
      addHours(
        calendar.hours, "support.calendriers.\(calendar.id)",
        "Calendrier « \(spelled(calendar.id)) »", to: &list)
    }
    if let onCall = support.onCall {
      let key = "support.astreinte"
      list.add(key, key, "Astreinte", list: ["assurée"])
      list.add("\(key).priorites", key, "Astreinte : priorités", list: onCall.priorities)
      list.add(
        "\(key).redevance", key, "Astreinte : redevance",
        onCall.fee.map { "\($0.french) par \(onCall.feePeriod.rawValue)" })
      list.add("\(key).appel", key, "Astreinte : prix d'un appel", onCall.callOut, .lessForClient)
      list.add("\(key).moyens", key, "Astreinte : moyens", onCall.means)
      if let hours = onCall.hours { addHours(hours, key, "Heures d'astreinte", to: &list) }
    }
    for extended in support.extendedHours { addExtended(extended, to: &list) }
    list.add("support.canaux", "support.canaux", "Canaux", list: support.channels.map(\.rawValue))
    list.add("support.portail", "support.canaux", "Adresse du portail", support.addresses.portal)
    list.add("support.courriel", "support.canaux", "Courriel du support", support.addresses.email)
    list.add(
      "support.telephone", "support.canaux", "Téléphone du support", support.addresses.telephone)
    for tier in support.tiers {
      list.add(
        "support.niveaux.\(tier.id)", "support.niveaux", "Niveau de support \(tier.id)", tier.text)
    }
    for (index, contact) in support.escalation.enumerated() {
      let parts = [contact.role, contact.email, contact.telephone].compactMap { $0 }
      list.add(
        "support.escalade.\(index)", "support.escalade", "Escalade \(index + 1)",
        (["à \(contact.threshold.frenchPercent)", contact.name, contact.side.rawValue] + parts)
          .joined(separator: ", "))
    }
    guard let planned = support.plannedMaintenance else { return }
    let key = "support.maintenance_planifiee"
    list.add(key, key, "Maintenance planifiée", list: ["prévue"])
    list.add("\(key).preavis", key, "Maintenance planifiée : préavis", planned.notice)
    list.add(
      "\(key).limite", key, "Maintenance planifiée : limite mensuelle", planned.monthlyLimit,
      .lessForClient)
    if let hours = planned.hours {
      addHours(hours, key, "Heures de maintenance planifiée", to: &list)
    }
  }

  private func addExtended(_ extended: ExtendedHours, to list: inout CommitmentList) {
    let key = "support.plages_etendues.\(extended.id)"
    let name = "Plage étendue « \(spelled(extended.id)) »"
    addHours(extended.hours, key, name, to: &list)
    list.add(
      "\(key).majoration", key, "\(name) : majoration", Percent(extended.surcharge),
      .lessForClient)
    list.add("\(key).montant", key, "\(name) : prix", extended.flatPrice, .lessForClient)
    list.add("\(key).priorites", key, "\(name) : priorités", list: extended.priorities)
    list.add("\(key).sur_demande", key, "\(name) : sur demande", when: extended.isOnRequest)
  }

  private func addHours(
    _ hours: OpeningHours, _ key: String, _ name: String, to list: inout CommitmentList
  ) {
    for (day, spans) in hours.week.enumerated() where !spans.isEmpty {
      list.add(
        "\(key).\(day)", key, "\(name), \(Weekday.allCases[day].french)",
        spans.map(\.interval).joined(separator: ", "))
    }
    list.add(
      "\(key).jours_feries", key, "\(name) : jours fériés ouverts", when: hours.isOpenOnHolidays,
      .moreForClient)
    list.add(
      "\(key).fermetures", key, "\(name) : fermetures", list: hours.closingDays.map(\.french))
    for exception in hours.exceptions {
      let spans = exception.spans.map(\.interval)
      list.add(
        "\(key).\(exception.day.iso)", key, "\(name), le \(exception.day.french)",
        ((spans.isEmpty ? ["fermé"] : spans) + [exception.label].compactMap { $0 })
          .joined(separator: ", "))
    }
  }

  func addServiceLevels(to list: inout CommitmentList) {
    let root = "niveaux_de_service"
    for level in serviceLevels.levels {
      addLevel(level, "\(root).\(level.priority)", level.priority, to: &list)
    }
    for plan in serviceLevels.plans {
      let label = plan.label.isEmpty ? plan.id : plan.label
      list.add("\(root).formules.\(plan.id)", root, "Formule « \(plan.id) »", label)
      for level in plan.levels {
        addLevel(
          level, "\(root).\(plan.id)_\(level.priority)", "\(level.priority) (\(label))", to: &list)
      }
    }
    list.add("\(root).ordre", root, "Priorités", list: serviceLevels.levels.map(\.priority))
    addMatrix(to: &list)
    list.add(
      "\(root).suspensions", "\(root).suspensions", "Motifs de suspension",
      list: serviceLevels.pauses.map(\.rawValue))
    list.add(
      "\(root).reouverture", "\(root).reouverture", "Réouverture", serviceLevels.reopening,
      .moreForClient)
    list.add("\(root).mesure", root, "Période de mesure", Named(serviceLevels.measuredOver))
    for (index, availability) in serviceLevels.availability.enumerated() {
      let isNamed = serviceLevels.availability.count { $0.group == availability.group } == 1
      let key = "\(root).disponibilite." + (isNamed ? availability.group : "\(index)")
      let name = "Disponibilité « \(spelled(availability.group)) »"
      list.add(key, "\(root).disponibilite", name, Percent(availability.rate), .moreForClient)
      list.add(
        "\(key).mode", "\(root).disponibilite", "\(name) : mesure",
        [
          availability.period, availability.window.rawValue, availability.measure,
          availability.excluding.isEmpty
            ? nil : "hors " + availability.excluding.map(spelled).joined(separator: ", "),
        ].compactMap { $0 }.joined(separator: ", "))
    }
    for (index, penalty) in serviceLevels.penalties.enumerated() {
      addPenalty(
        penalty, "\(root).penalites.\(penalty.id.isEmpty ? "\(index)" : penalty.id)", to: &list)
    }
  }

  private func addLevel(
    _ level: ServiceLevel, _ key: String, _ name: String, to list: inout CommitmentList
  ) {
    list.add("\(key).definition", key, "Priorité \(name)", level.definition)
    for milestone in Milestone.allCases {
      list.add(
        "\(key).\(milestone.rawValue)", key, "\(milestone.shortName) \(name)",
        level.delays[milestone], .lessForClient)
    }
    let calendar =
      switch level.calendar {
      case .openingHours: "heures du support"
      case .onCall: "astreinte"
      case .named(let id): spelled(id)
      }
    list.add("\(key).calendrier", key, "Heures de \(name)", calendar)
    list.add("\(key).nature", key, "Obligation \(name)", Named(level.binding))
    list.add("\(key).cible", key, "Objectif \(name)", Percent(level.target), .moreForClient)
  }

  private func addMatrix(to list: inout CommitmentList) {
    let matrix = serviceLevels.matrix
    let key = "niveaux_de_service.priorites"
    list.add("\(key).impact", key, "Impacts", list: matrix.impacts)
    list.add("\(key).urgence", key, "Urgences", list: matrix.urgencies)
    for (row, values) in matrix.values.enumerated() {
      let impact = row < matrix.impacts.count ? matrix.impacts[row] : "\(row + 1)"
      list.add("\(key).\(row)", key, "Priorités pour l'impact « \(spelled(impact)) »", list: values)
    }
  }

  private func addPenalty(_ penalty: Penalty, _ key: String, to list: inout CommitmentList) {
    let clause = "niveaux_de_service.penalites"
    func add(
      _ part: String, _ label: String, _ value: (any Stated)?, _ gain: Commitment.Gain? = nil
    ) {
      list.add("\(key).\(part)", clause, "Pénalité : \(label)", value, gain)
    }
    add("id", "identifiant", penalty.id)
    add("indicateur", "indicateur", Named(penalty.trigger))
    add("sur", "s'applique à", penalty.targets.joined(separator: ", "))
    add("formule", "formule", penalty.formula)
    add("V", "V", penalty.base.map(spelled))
    add("R", "R", penalty.lateness.map(spelled))
    add("N", "N", penalty.divisor)
    let steps = penalty.steps.map { step in
      (step.beyond.map { "au-delà de \($0.french)" } ?? "dès le retard")
        + " : \(step.rate.frenchPercent)"
    }
    add("paliers", "paliers", steps.joined(separator: " ; "))
    add("plafond", "plafond", Percent(penalty.cap), .moreForClient)
    add("assiette", "assiette du plafond", penalty.capBase.map(spelled))
    add("plafond_montant", "plafond en montant", penalty.capAmount, .moreForClient)
    add("nature", "nature", Named(penalty.nature))
    add("mise_en_demeure", "mise en demeure", Named(penalty.formalNotice))
    add("liberatoire", "libératoire", penalty.isFinal, .lessForClient)
    add("reclamation", "délai de réclamation", penalty.claimWithin, .moreForClient)
    add("contradictoire", "contradictoire", penalty.isHeardFirst ? true : nil)
    add("exoneration", "exonération", penalty.exemption, .lessForClient)
  }
}

extension Milestone {
  /// As the trade abbreviates it.
  fileprivate var shortName: String {
    switch self {
    case .response: "GTI"
    case .onSite: "Délai sur site"
    case .workaround: "Contournement"
    case .resolution: "GTR"
    }
  }
}
