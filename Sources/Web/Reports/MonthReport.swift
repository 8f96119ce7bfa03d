import Documents
import Maintenance
import Operations

/// A contract's month in French words, for the client: what was done, how promises were kept, what
/// is left, and the register's signed head.
func monthReport(_ reading: MonthReading) -> EvidenceDocument {
  MonthReport(reading).document
}

private struct MonthReport {
  let reading: MonthReading
  let words = Words.french
  let formats: Formats

  init(_ reading: MonthReading) {
    self.reading = reading
    // Far from any of its days, so that each is written whole.
    formats = Formats(
      words: .french, zone: reading.levels.terms.contract.zone, now: Instant(milliseconds: 0))
  }

  var document: EvidenceDocument {
    let agreement = reading.levels.agreement
    return EvidenceDocument(
      title: "Rapport du mois", reference: agreement.reference,
      subtitle:
        "\(agreement.title) · \(agreement.clientName) · \(formats.month(reading.month))",
      paragraphs: paragraphs,
      sections: [levels, breaches, solved, hours, duties, advice, acts]
        .filter { !$0.lead.isEmpty || !$0.tables.isEmpty },
      checkpoint: reading.checkpoint, publicKey: reading.publicKey,
      day: formats.zone.day(at: reading.at).number)
  }

  private var paragraphs: [String] {
    let levels = reading.levels
    let isOver = formats.zone.day(at: reading.at) > reading.month.last
    return [
      words.levels.lead(levels.tickets, levels.breaches.count),
      """
      Établi le \(formats.instant(reading.at)) à partir des seules inscriptions du registre. Le \
      dossier de preuve du même mois permet de les vérifier une à une.
      """,
    ] + (isOver ? [] : ["Le mois n’est pas terminé\u{A0}: ce rapport s’arrête à cet instant."])
      + (reading.isCut ? ["Plus de 2\u{202F}000 inscriptions\u{A0}: les premières sont lues."] : [])
  }

  private var levels: EvidenceDocument.Section {
    EvidenceDocument.Section(
      words.levels.promises, lead: "",
      [
        EvidenceDocument.Table(
          ["Priorité", "*Délai", "Article", "Tenus", "Excusés", "Manqués", "Part tenue", "Promis"],
          reading.levels.lines.map { line in
            [
              line.priority, milestone(line.milestone), line.citation.number,
              count(line, .held), count(line, .excused), count(line, .broken),
              line.heldPercent.map { words.levels.percent(formats.number($0)) } ?? "–",
              line.target.map { words.levels.percent(formats.number($0)) } ?? "–",
            ]
          })
      ])
  }

  private func count(_ line: LevelLine, _ outcome: MilestoneOutcome) -> String {
    formats.count(line.counts[outcome] ?? 0)
  }

  /// For a column: `04/11/2026, 11 h 46`.
  private func moment(_ instant: Instant) -> String {
    "\(formats.shortDay(formats.zone.day(at: instant))), \(formats.hour(instant))"
  }

  private func milestone(_ milestone: Milestone) -> String {
    words.clocks.milestones[milestone] ?? milestone.rawValue
  }

  private var breaches: EvidenceDocument.Section {
    EvidenceDocument.Section(
      words.levels.breaches, lead: "",
      [
        EvidenceDocument.Table(
          ["Ticket", "**Objet", "Délai", "*Échéance", "*Atteint", "Article"],
          reading.levels.breaches.map { breach in
            [
              "\(breach.ticket.number)", breach.ticket.request.title,
              milestone(breach.clock.milestone), breach.clock.deadline.map(moment) ?? "–",
              breach.clock.reachedAt.map(moment) ?? "–", breach.clock.citation.number,
            ]
          })
      ])
  }

  private var solved: EvidenceDocument.Section {
    let resolved = reading.facts.filter { $0.fact.kind == TicketFact.resolved }
    return EvidenceDocument.Section(
      "Tickets résolus", lead: resolved.isEmpty ? "Aucun ticket résolu ce mois." : "",
      [
        EvidenceDocument.Table(
          ["Ticket", "**Objet", "*Résolu le", "*Cause", "**Solution"],
          resolved.map { _, fact in
            let cause = fact.body["cause"]?.text.flatMap(FailureCause.init(rawValue:))
            return [
              number(fact), ticket(fact)?.request.title ?? "–", moment(fact.at),
              cause.flatMap { words.tickets.causes[$0] } ?? "–", fact.body["note"]?.text ?? "",
            ]
          })
      ])
  }

  private func ticket(_ fact: Fact) -> Ticket? {
    fact.subject.kind == .ticket ? reading.tickets[ID(number: fact.subject.id)] : nil
  }

  private func number(_ fact: Fact) -> String { ticket(fact).map { "\($0.number)" } ?? "" }

  private var hours: EvidenceDocument.Section {
    let worked = reading.facts.filter { $0.fact.kind == TicketFact.worked }
      .reduce(0) { $0 + Int($1.fact.body["minutes"]?.integer ?? 0) }
    var lead = "Temps passé sur les tickets ce mois\u{A0}: \(duration(worked))."
    if let balance = reading.balance {
      let used = balance.drawnMinutes - (reading.balanceBefore?.drawnMinutes ?? 0)
      lead += """
         Heures du carnet\u{A0}: \(duration(used)) utilisées ce mois, \
        \(duration(balance.leftMinutes)) restantes sur \(duration(balance.boughtMinutes)).
        """
    }
    return EvidenceDocument.Section("Heures", lead: lead, [])
  }

  private func duration(_ minutes: Int) -> String {
    minutes < 0 ? "−" + formats.duration(-minutes * 60) : formats.duration(minutes * 60)
  }

  private var duties: EvidenceDocument.Section {
    let settled = reading.facts.filter { $0.fact.subject.kind == .duty }
    return EvidenceDocument.Section(
      "Échéances du contrat", lead: "",
      [
        EvidenceDocument.Table(
          ["*Échéance", "Pour le", "*Inscrit le", "*Ce qui est inscrit", "**Preuve ou motif"],
          settled.map { _, fact in
            let key = fact.body["duty"]?.text.flatMap { DutyKey($0) }
            return [
              key.flatMap { reading.duties[$0]?.french } ?? key?.item ?? "–",
              key.map { formats.shortDay($0.due) } ?? "–", moment(fact.at), kind(fact),
              fact.body["note"]?.text ?? "",
            ]
          })
      ])
  }

  private static let advised: Set = [
    TicketFact.warned, TicketFact.reminded, TicketFact.warningAnswered, TicketFact.proposed,
    TicketFact.proposalAnswered,
  ]

  /// Warnings and proposals of the month, and what was answered in it.
  private var advice: EvidenceDocument.Section {
    let said = FactWords(words: words, formats: formats)
    return EvidenceDocument.Section(
      "Conseils, mises en garde et réponses", lead: "",
      [
        EvidenceDocument.Table(
          ["Ticket", "*Le", "*Acte", "*Par", "***Ce qui est dit"],
          reading.facts.filter { Self.advised.contains($0.fact.kind) }.map { _, fact in
            [
              number(fact), moment(fact.at), kind(fact), fact.actor.name,
              (said.parts(fact) + said.texts(fact)).joined(separator: " · "),
            ]
          })
      ])
  }

  private func kind(_ fact: Fact) -> String { words.tickets.facts[fact.kind] ?? fact.kind }

  /// Who did what and when; what was written stays where it is, in the ticket.
  private var acts: EvidenceDocument.Section {
    EvidenceDocument.Section(
      "Actes du mois",
      lead: reading.facts.isEmpty
        ? "Aucune inscription ce mois."
        : "Chaque inscription du mois\u{A0}; son numéro est sa place dans le registre du contrat.",
      [
        EvidenceDocument.Table(
          ["N°", "*Inscrit le", "**Acte", "Ticket", "*Par"],
          reading.facts.map { n, fact in
            ["\(n)", moment(fact.at), kind(fact), number(fact), fact.actor.name]
          })
      ])
  }
}
