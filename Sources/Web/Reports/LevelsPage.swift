import Maintenance
import Operations

/// What stands in the forms of the levels' page.
struct LevelsForms: Sendable {
  /// First and last day as they were typed, when they are no period.
  var typedPeriod: (from: String, to: String)?
  /// The ticket that an outage would be recorded from.
  var ticket: Ticket?
  var refused: RefusedForm?
}

extension Frame {
  /// Service levels over some days: how each promise was kept, what was not, and what it costs.
  func levelsPage(
    _ levels: PeriodLevels, checkpoint: String?, forms: LevelsForms = LevelsForms()
  ) -> HTML {
    let words = words.levels
    return shell.page(
      title: words.title(name(of: levels.days)),
      trail: [
        Crumb(name: self.words.contracts.title, path: "/contrats"),
        Crumb(name: levels.agreement.clientName, path: "/contrats/\(levels.agreement.id)"),
      ],
      lead: "\(words.lead(levels.tickets, levels.breaches.count))",
      actions: "\(checkpoint.flatMap { _ in monthReport(levels) })\(neighbours(levels))",
      """
      \(when: forms.typedPeriod != nil, notice(.bad, words.wrongPeriod))
      \(forms.refused.map { notice(.bad, $0.message, self.words.faults.kept) })
      \(periodChoice(levels, forms))
      \(when: !levels.isWhole, notice(.warning, words.tooMany))
      \(levels.lines.isEmpty ? "<div class=\"empty\"><p>\(words.none)</p></div>" : lines(levels))
      \(when: !levels.breaches.isEmpty, breaches(levels))
      \(penalties(levels))
      \(availability(levels, forms))
      \(checkpoint.map(signedHead))
      """)
  }

  /// «novembre 2026», or both days.
  private func name(of days: ClosedRange<Day>) -> String {
    let month = Month(containing: days.lowerBound)
    return month.first == days.lowerBound && month.last == days.upperBound
      ? formats.month(month)
      : words.levels.days(formats.shortDay(days.lowerBound), formats.shortDay(days.upperBound))
  }

  /// The document of a whole month; other periods have none.
  private func monthReport(_ levels: PeriodLevels) -> HTML? {
    let month = Month(containing: levels.days.lowerBound)
    guard levels.days == month.first...month.last else { return nil }
    let report: Path = "/contrats/\(levels.agreement.id)/rapport.pdf"
    return """
      <a class="button" href="\(report.asking("mois", month.iso))">\(words.levels.report)</a>
      """
  }

  /// The period before and the one after: the contract's own, or as many days.
  private func neighbours(_ levels: PeriodLevels) -> HTML {
    let days = levels.days
    let start = levels.terms.contract.term.start
    func link(_ other: ClosedRange<Day>, _ word: String) -> HTML {
      let path: Path = "/contrats/\(levels.agreement.id)/niveaux"
      let target = path.asking("du", other.lowerBound.iso).asking("au", other.upperBound.iso)
      return "<a class=\"button\" href=\"\(target)\">\(word)</a>"
    }
    let (before, after) =
      levels.isMeasuringPeriod
      ? (
        levels.measuredOver.span(containing: days.lowerBound - 1),
        levels.measuredOver.span(containing: days.upperBound + 1)
      )
      : (
        (days.lowerBound - days.days)...(days.lowerBound - 1),
        (days.upperBound + 1)...(days.upperBound + days.days)
      )
    return """
      \(when: before.upperBound >= start, link(before, words.levels.previous))\
      \(when: after.lowerBound <= formats.zone.day(at: formats.now), link(after, words.levels.next))
      """
  }

  private func periodChoice(_ levels: PeriodLevels, _ forms: LevelsForms) -> HTML {
    let words = words.levels
    let from = forms.typedPeriod?.from ?? levels.days.lowerBound.iso
    let to = forms.typedPeriod?.to ?? levels.days.upperBound.iso
    let citation = levels.terms.citation(
      "niveaux_de_service.mesure", Reason(.promisedDelay, []))
    return """
      <form class="chooser" method="get" aria-label="\(words.choosePeriod)"
      action="/contrats/\(levels.agreement.id.text)/niveaux">
      \(field(words.from, id: "du", """
        <input type="date" name="du" id="du" required value="\(from)">
        """))
      \(field(words.to, id: "au", """
        <input type="date" name="au" id="au" required value="\(to)">
        """))
      <button type="submit">\(words.show)</button></form>
      <p class="sub">\(words.measuredOver[levels.measuredOver] ?? "") \
      \(when: !citation.number.isEmpty, cite(citation, in: levels.agreement.id))</p>
      """
  }

  private func lines(_ levels: PeriodLevels) -> HTML {
    let words = words.levels
    return table(
      words.promises,
      [
        .text(self.words.tickets.headings.priority), .text(words.promise), .text(words.article),
      ] + MilestoneOutcome.allCases.map { .number(words.outcomes[$0] ?? $0.rawValue) } + [
        .number(words.kept), .number(words.target),
      ],
      rows: "\(each: levels.lines, { line($0, levels) })")
  }

  private func line(_ line: LevelLine, _ levels: PeriodLevels) -> HTML {
    let name = words.clocks.milestones[line.milestone] ?? line.milestone.rawValue
    let percent = line.heldPercent.map { words.levels.percent(formats.number($0)) }
    return """
      <tr><td><span class="priority">\(line.priority)</span></td>
      <td>\(name) <span class="sub">\(words.clocks.bindings[line.binding] ?? "")</span></td>
      <td>\(cite(line.citation, in: levels.agreement.id))</td>
      \(each: MilestoneOutcome.allCases, { outcome in
        "<td class=\"num\">\(formats.count(line.counts[outcome] ?? 0))</td>"
      })
      <td class="num">\(percent ?? "–")</td>
      <td class="num">\(target(line))</td></tr>

      """
  }

  private func target(_ line: LevelLine) -> HTML {
    guard let target = line.target else { return "–" }
    let percent = words.levels.percent(formats.number(target))
    guard let isReached = line.reachesTarget else { return "\(percent)" }
    return isReached ? chip(percent, .check, .good) : chip(percent, .cross, .bad)
  }

  private func breaches(_ levels: PeriodLevels) -> HTML {
    let words = words.levels
    return """
      <section aria-labelledby="manques"><h2 id="manques">\(words.breaches)</h2>
      \(table(
        words.breaches,
        [
          .text(self.words.tickets.headings.ticket), .text(words.promise), .text(words.due),
          .text(words.reached), .text(words.article),
        ], rows: "\(each: levels.breaches, { breach($0, levels) })"))</section>
      """
  }

  private func breach(_ breach: PeriodLevels.Breach, _ levels: PeriodLevels) -> HTML {
    let (ticket, clock) = (breach.ticket, breach.clock)
    return """
      <tr><td><a class="row" href="/tickets/\(ticket.id)">\
      \(formats.title(ticket.request.title))</a>\
      <span class="sub">\(words.tickets.ticket(ticket.number)) · \(ticket.priority)</span></td>
      <td>\(words.clocks.milestones[clock.milestone] ?? clock.milestone.rawValue)</td>
      <td>\(clock.deadline.map(time))</td>
      <td>\(clock.reachedAt.map(time) ?? standing(clock.standing))</td>
      <td>\(cite(clock.citation, in: levels.agreement.id))</td></tr>

      """
  }

  /// Each penalty of the contract with its computation; nothing is charged by this page.
  private func penalties(_ levels: PeriodLevels) -> HTML {
    let words = words.levels
    let months = levels.penalties.filter { !$0.readings.isEmpty }
    guard !months.isEmpty else { return "" }
    let told = months.filter { month in
      month.readings.contains { !$0.lines.isEmpty || $0.obstacle != nil }
    }
    return """
      <section aria-labelledby="penalites"><h2 id="penalites">\(words.penalties)</h2>
      <p class="sub">\(words.penaltiesHint)</p>
      \(when: told.isEmpty, "<p>\(words.noPenalty)</p>")
      \(each: told, { month in
        """
        \(when: months.count > 1, "<h3>\(formats.month(month.month))</h3>")\
        \(each: month.readings, { penalty($0, levels) })
        """
      })</section>
      """
  }

  private func penalty(_ reading: PenaltyReading, _ levels: PeriodLevels) -> HTML {
    let words = words.levels
    guard !reading.lines.isEmpty else {
      return "<p>\(reading.obstacle == nil ? words.noPenalty : words.obstacle)</p>"
    }
    let rows: HTML = "\(each: reading.lines, { row($0, levels) })"
    let listed = table(
      words.penalties,
      [
        .text(self.words.tickets.headings.ticket), .text(words.promise), .text(words.computation),
        .text(words.article), .number(words.amount),
      ], rows: rows, totals: totals(reading))
    return """
      \(when: reading.obstacle != nil, "<p>\(words.obstacle)</p>")\(listed)\
      \(when: reading.needsFormalNotice, "<p class=\"sub\">\(words.formalNotice)</p>")
      """
  }

  private func row(_ line: PenaltyLine, _ levels: PeriodLevels) -> HTML {
    """
    <tr><td><a href="/tickets/\(line.ticket)">\(words.tickets.ticket(line.ticketNumber))</a></td>
    <td>\(line.priority) · \(words.clocks.milestones[line.milestone] ?? "")</td>
    <td>\(line.computation.typesetInFrench)</td>
    <td>\(cite(line.citation, in: levels.agreement.id))</td>
    <td class="num">\(formats.money(line.amount))</td></tr>

    """
  }

  private func totals(_ reading: PenaltyReading) -> HTML {
    let words = words.levels
    return """
      \(total(words.total, reading.total))\
      \(reading.cap.map { total(words.cap, $0) })\
      \(total(words.owed, reading.due, isLast: true))
      """
  }
}
