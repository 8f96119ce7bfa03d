extension Contract {
  var serviceLevelsArticle: ArticleDraft {
    let law = serviceLevels.penalties.isEmpty ? "art. 1163" : "art. 1163 et 1231-5"
    return ArticleDraft(
      "niveaux_de_service", "Niveaux de service", basis: "Code civil, \(law)"
    ) {
      if !serviceLevels.matrix.values.isEmpty {
        ClauseDraft("priorites", matrixBlocks)
      }
      serviceLevels.levels.map { ClauseDraft($0.priority, levelBlocks($0)) }
      if !serviceLevels.plans.isEmpty { ClauseDraft("formules", plansText) }
      serviceLevels.plans.flatMap { plan in
        plan.levels.map {
          ClauseDraft("\(plan.id)_\($0.priority)", levelBlocks($0, plan: plan.label))
        }
      }
      ClauseDraft("decompte", countingText)
      ClauseDraft("mesure", measureText)
      if !serviceLevels.pauses.isEmpty { ClauseDraft("suspensions", pauseBlocks) }
      if let reopening = serviceLevels.reopening {
        ClauseDraft(
          "reouverture",
          """
          Si la même anomalie revient dans un délai \(reopening.afterDe) après le \
          rétablissement, le Ticket est rouvert et son décompte se poursuit depuis la première \
          défaillance.
          """)
      }
      if !serviceLevels.availability.isEmpty {
        ClauseDraft(
          "disponibilite", serviceLevels.availability.map { .text(availabilityText($0)) })
      }
      if !serviceLevels.penalties.isEmpty { penaltyClause }
    }
  }

  private var matrixBlocks: [BlockDraft] {
    let matrix = serviceLevels.matrix
    let heading: [Passage] =
      ["Impact"] + matrix.urgencies.map { "Urgence \(spelled($0))" }
    let rows: [[Passage]] = zip(matrix.impacts, matrix.values).map { impact, values in
      ["\(spelled(impact))"] + values.map { "\($0)" }
    }
    return [
      .text(
        """
        La priorité d'un Ticket résulte de l'impact et de l'urgence constatés à l'ouverture, selon \
        le tableau suivant. Elle peut être révisée d'un commun accord ; les échéances sont alors \
        recalculées depuis l'ouverture, le temps déjà décompté restant acquis.
        """),
      .table([heading] + rows),
    ]
  }

  private func levelBlocks(_ level: ServiceLevel, plan: String = "") -> [BlockDraft] {
    var text: Passage = "Priorité \(level.priority)"
    if !plan.isEmpty { text += ", formule « \(plan) »" }
    if !level.definition.isEmpty { text += ". \(level.definition.asSentence.asPhrase)" }
    text += ". Délais " + countedHours(level) + " :"
    let delays: [Passage] = Milestone.allCases.compactMap { milestone in
      level.delays[milestone].map { "\(milestone.french) : \(promised($0)) ;" }
    }
    var blocks: [BlockDraft] =
      delays.isEmpty
      ? [.text("Priorité \(level.priority) : sans délai garanti.")]
      : [.text(text), .items(delays.asFinalList)]
    blocks.append(.text(bindingText(level)))
    return blocks
  }

  /// A working day is printed with the hours for which the clock counts it.
  private func promised(_ delay: Delay) -> String {
    guard delay.unit == .workingDays, support.hours.isDefined else { return delay.french }
    let minutes = delay.count * support.hours.standardDayMinutes
    return "\(delay.french), soit \(frenchHours(minutes: minutes)) d'Heures ouvrées"
  }

  private func bindingText(_ level: ServiceLevel) -> Passage {
    var text: Passage =
      switch level.binding {
      case .result:
        "Le respect de ces délais est une obligation de résultat."
      case .means:
        """
        Le respect de ces délais est une obligation de moyens : le Prestataire justifie, en cas de \
        dépassement, des diligences accomplies.
        """
      }
    if let target = level.target {
      text += """
         Objectif : \(target.frenchPercent) au moins des Tickets de cette priorité respectent \
        chacun de ces délais.
        """
    }
    return text
  }

  private var countingText: Passage {
    var text: Passage = """
      Chaque délai part de la réception de la demande par l'un des canaux du Contrat ou, si elle \
      arrive hors des heures applicables à sa priorité, de l'ouverture suivante. Il ne court que \
      pendant ces heures ; jours de fermeture, pauses et jours fériés du Site ne comptent pas.
      """
    if support.hours.isDefined {
      let day = frenchHours(minutes: support.hours.standardDayMinutes)
      text += """
         Un délai exprimé en jours ouvrés se décompte en Heures ouvrées, à raison de \(day) par \
        jour.
        """
    }
    text += dayCounting
    text += """
       Un délai s'arrête lorsque l'étape promise est atteinte et inscrite au Ticket.
      """
    return serviceLevels.pauses.isEmpty
      ? text + " Aucun autre motif ne le suspend."
      : text + " Il n'est suspendu que dans les cas de \(clause: "niveaux_de_service.suspensions")."
  }

  private var pauseBlocks: [BlockDraft] {
    let reasons = PauseReason.allCases.filter(serviceLevels.pauses.contains)
    return [
      .text("Le décompte n'est suspendu que pour l'un des motifs suivants :"),
      .items(reasons.map { "\($0.french) ;" }.asFinalList),
      .text(
        """
        Chaque suspension est inscrite au Ticket avec son motif, son début et sa fin, et portée \
        aussitôt à la connaissance du Client. Le décompte reprend dès que le motif disparaît.
        """),
    ]
  }

  private func availabilityText(_ availability: Availability) -> Passage {
    var text: Passage = """
      Le taux de disponibilité garanti du groupe « \(spelled(availability.group)) » est de \
      \(availability.rate.frenchPercent)
      """
    if let period = availability.period { text += ", mesuré par \(spelled(period))" }
    text += """
      . Il est le rapport du temps de disponibilité au temps total de la période
      """
    if !availability.excluding.isEmpty {
      text += ", déduction faite des indisponibilités dues aux causes suivantes : "
      text += "\(frenchList(availability.excluding.map(spelled)))"
    }
    return text + "." + availabilityWindow(availability)
  }
}
