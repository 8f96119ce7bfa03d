import Maintenance
import Operations

extension Frame {
  /// A month's service level: how each promise was kept, what was not, and what it costs.
  func levelsPage(_ levels: MonthLevels, checkpoint: String?) -> HTML {
    let words = words.levels
    let months: Path = "/contrats/\(levels.agreement.id)/niveaux"
    let report: Path = "/contrats/\(levels.agreement.id)/rapport.pdf"
    let isFirst = levels.month <= Month(containing: levels.terms.contract.term.start)
    return shell.page(
      title: words.title(formats.month(levels.month)),
      trail: [
        Crumb(name: self.words.contracts.title, path: "/contrats"),
        Crumb(name: levels.agreement.clientName, path: "/contrats/\(levels.agreement.id)"),
      ],
      lead: "\(words.lead(levels.tickets, levels.breaches.count))",
      actions: """
        \(when: checkpoint != nil, """
          <a class="button" href="\(report.asking("mois", levels.month.iso))">\(words.report)</a>
          """)\
        \(when: !isFirst, """
          <a class="button" href="\(months.asking("mois", levels.month.previous.iso))">\
          \(self.words.invoice.previous)</a>
          """)\
        <a class="button" href="\(months.asking("mois", levels.month.next.iso))">\
        \(self.words.invoice.next)</a>
        """,
      """
      \(when: !levels.isWhole, notice(.warning, words.tooMany))
      \(levels.lines.isEmpty ? "<div class=\"empty\"><p>\(words.none)</p></div>" : lines(levels))
      \(when: !levels.breaches.isEmpty, breaches(levels))
      \(when: !levels.penalties.isEmpty, penalties(levels))
      \(when: !levels.terms.contract.serviceLevels.availability.isEmpty,
        notice(.warning, words.unmeasured))
      \(checkpoint.map(signedHead))
      """)
  }

  private func lines(_ levels: MonthLevels) -> HTML {
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

  private func line(_ line: LevelLine, _ levels: MonthLevels) -> HTML {
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

  private func breaches(_ levels: MonthLevels) -> HTML {
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

  private func breach(_ breach: MonthLevels.Breach, _ levels: MonthLevels) -> HTML {
    let (ticket, clock) = (breach.ticket, breach.clock)
    return """
      <tr><td><a class="row" href="/tickets/\(ticket.id)">\(ticket.request.title)</a>\
      <span class="sub">\(words.tickets.ticket(ticket.number)) · \(ticket.priority)</span></td>
      <td>\(words.clocks.milestones[clock.milestone] ?? clock.milestone.rawValue)</td>
      <td>\(clock.deadline.map(time))</td>
      <td>\(clock.reachedAt.map(time) ?? standing(clock.standing))</td>
      <td>\(cite(clock.citation, in: levels.agreement.id))</td></tr>

      """
  }

  /// Each penalty of the contract with its computation; nothing is charged by this page.
  private func penalties(_ levels: MonthLevels) -> HTML {
    let words = words.levels
    return """
      <section aria-labelledby="penalites"><h2 id="penalites">\(words.penalties)</h2>
      <p class="sub">\(words.penaltiesHint)</p>
      \(each: levels.penalties, { penalty($0, levels) })</section>
      """
  }

  private func penalty(_ reading: PenaltyReading, _ levels: MonthLevels) -> HTML {
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

  private func row(_ line: PenaltyLine, _ levels: MonthLevels) -> HTML {
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
