extension Contract {
  /// In which hours the delays of a level count, as its clause says it.
  func countedHours(_ level: ServiceLevel) -> Passage {
    switch level.calendar {
    case .onCall where isOnCall(level):
      guard support.onCall?.hours != nil else {
        return """
          décomptés 24 heures sur 24 et 7 jours sur 7, en application de \
          \(clause: "support.astreinte")
          """
      }
      return "décomptés en Heures ouvrées et pendant l'astreinte de \(clause: "support.astreinte")"
    case .named(let id):
      return """
        décomptés aux heures « \(spelled(id)) » de \(clause: "support.calendriers")
        """
    case .openingHours, .onCall: return "décomptés en Heures ouvrées"
    }
  }

  /// How delays in calendar days and in jours ouvrables run, when the contract promises some.
  var dayCounting: Passage {
    let levels = serviceLevels.levels + serviceLevels.plans.flatMap(\.levels)
    let units = levels.flatMap { $0.delays.values.map(\.unit) }
    let kinds: [Passage?] = [
      units.contains(.days) ? "un délai en jours court tous les jours" : nil,
      units.contains(.businessDays)
        ? "un délai en jours ouvrables court du lundi au samedi, hors jours fériés du Site" : nil,
    ]
    return kinds.compactMap { $0 }.reduce("") { text, kind in
      text + " Par exception, " + kind
        + ", sans égard aux heures, et s'achève à l'heure à laquelle il a commencé."
    }
  }

  var measureText: Passage {
    """
    Les objectifs se mesurent par \(serviceLevels.measuredOver.french), sur les Tickets reçus dans \
    cette période.
    """
  }

  /// The plans, and the groups that have them.
  var plansText: [BlockDraft] {
    let plans: [Passage] = serviceLevels.plans.map { plan in
      let groups = scope.groups.filter { $0.plan == plan.id }.map { spelled($0.id) }
      let who = groups.isEmpty ? "aucun groupe du Parc" : frenchList(groups)
      return "« \(named(plan.label, plan.id)) » : \(who) ;"
    }
    return [
      .text(
        """
        Les équipements des groupes suivants relèvent d'une formule, dont les délais remplacent \
        les délais généraux de même priorité :
        """), .items(plans.asFinalList),
    ]
  }

  func availabilityWindow(_ availability: Availability) -> Passage {
    var text: Passage =
      availability.window == .roundTheClock
      ? " Il se calcule sur 24 heures par jour et 7 jours par semaine."
      : " Il se calcule sur les Heures ouvrées."
    if let measure = availability.measure { text += " Mesure : \(measure.asPhrase)." }
    return text
  }

  /// What a penalty says besides its formula.
  func penaltyDetails(_ penalty: Penalty) -> Passage {
    var text: Passage = ""
    if let divisor = penalty.divisor { text += " N vaut \(divisor.french)." }
    if !penalty.steps.isEmpty {
      let steps = penalty.steps.map { step in
        (step.beyond.map { "au-delà de \($0.french)" } ?? "dès le premier retard")
          + ", \(step.rate.frenchPercent)"
      }
      let base = penalty.base.map { " de la \(spelled($0)) hors taxes" } ?? ""
      text += " Elle s'élève, selon le dépassement, aux parts suivantes\(base) : "
      text += "\(steps.joined(separator: " ; "))."
    }
    if let amount = penalty.capAmount {
      text += " Le total des pénalités n'excède pas \(amount.french)."
    }
    if let exemption = penalty.exemption {
      text += " Les pénalités d'un montant total inférieur à \(exemption.french) ne sont pas dues."
    }
    if let delay = penalty.claimWithin {
      text += " Le Client la réclame dans les \(delay.french) qui suivent la période, à peine de "
      text += "renonciation."
    }
    if penalty.isHeardFirst {
      text += " Le Prestataire est mis à même de présenter ses observations avant qu'elle soit due."
    }
    return text
  }

  func penaltySubject(_ penalty: Penalty) -> Passage {
    let targets = penalty.targets.isEmpty ? "" : " (\(frenchList(penalty.targets.map(spelled))))"
    let name = penalty.id.isEmpty ? "" : "Pénalité « \(spelled(penalty.id)) ». "
    switch penalty.trigger {
    case .delays:
      return "\(name)Tout dépassement d'un délai de résultat\(targets) donne lieu à une pénalité"
    case .availability:
      return """
        \(name)Tout taux de disponibilité\(targets) inférieur au taux garanti donne lieu à une \
        pénalité
        """
    case .report:
      return "\(name)Tout retard dans la remise d'un rapport\(targets) donne lieu à une pénalité"
    case .operation:
      return """
        \(name)Toute opération planifiée\(targets) non exécutée du fait du Prestataire donne lieu \
        à une pénalité
        """
    }
  }
}
