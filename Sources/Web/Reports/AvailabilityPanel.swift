import Maintenance
import Operations

extension Frame {
  /// Availability as the contract's formula gives it, the outages that it counts, and what is due.
  func availability(_ levels: PeriodLevels, _ forms: LevelsForms) -> HTML {
    let words = words.availability
    let isPromised = !levels.availability.isEmpty
    guard isPromised || !levels.outages.isEmpty || forms.ticket != nil || forms.refused != nil
    else { return "" }
    return """
      <section aria-labelledby="disponibilite"><h2 id="disponibilite">\(words.title)</h2>
      \(when: isPromised, """
        <p class="sub">\(words.hint)</p>\(availabilityTable(levels))
        """)
      \(when: !levels.availabilityPenalties.isEmpty, availabilityPenalties(levels))
      <h3 id="interruptions">\(words.outages)</h3>
      \(levels.outages.isEmpty ? "<p>\(words.noOutage)</p>" : outageTable(levels, forms))
      \(when: Visit.may(.workTickets), outageForm(levels, forms))</section>
      """
  }

  private func availabilityTable(_ levels: PeriodLevels) -> HTML {
    let words = words.availability
    return table(
      words.title,
      [
        .text(words.group), .text(words.period), .number(words.window), .number(words.down),
        .number(words.excluded), .number(words.measured), .number(words.promised),
        .text(self.words.levels.article),
      ], rows: "\(each: levels.availability, { availabilityRow($0, levels) })")
  }

  private func availabilityRow(_ reading: AvailabilityReading, _ levels: PeriodLevels) -> HTML {
    let words = words.availability
    let percent = reading.percent.map(percentage) ?? "–"
    let days = self.words.levels.days(
      formats.shortDay(reading.days.lowerBound), formats.shortDay(reading.days.upperBound))
    let window = words.windows[reading.window] ?? reading.window.rawValue
    return """
      <tr><td>\(formats.label(reading.group))</td>
      <td>\(days)\(when: !reading.isOver, "<span class=\"sub\">\(words.soFar)</span>")</td>
      <td class="num">\(formats.duration(reading.windowSeconds))\
      <span class="sub">\(window)</span></td>
      <td class="num">\(formats.duration(reading.downSeconds))</td>
      <td class="num">\(formats.duration(reading.excludedSeconds))</td>
      <td class="num">\(chip(
        percent, reading.isHeld ? .check : .cross,
        reading.isHeld ? .good : .bad))</td>
      <td class="num">\(percentage(reading.promised))</td>
      <td>\(cite(reading.citation, in: levels.agreement.id))</td></tr>

      """
  }

  /// To four places, rounded down: a promise of 99.95 must not look held when it is not.
  private func percentage(_ value: FixedPoint) -> String {
    words.levels.percent(formats.number(value, places: 4))
  }

  private func availabilityPenalties(_ levels: PeriodLevels) -> HTML {
    let words = words.levels
    return """
      <h3>\(self.words.availability.penalties)</h3>
      \(each: levels.availabilityPenalties, { penalty in
        """
        \(when: penalty.obstacle != nil, "<p>\(words.obstacle)</p>")\
        \(when: !penalty.lines.isEmpty, penaltyTable(penalty, levels))\
        \(when: penalty.needsFormalNotice && !penalty.lines.isEmpty, """
          <p class="sub">\(words.formalNotice)</p>
          """)
        """
      })
      """
  }

  private func penaltyTable(_ penalty: AvailabilityPenalty, _ levels: PeriodLevels) -> HTML {
    let words = words.levels
    let days = words.days(
      formats.shortDay(penalty.days.lowerBound), formats.shortDay(penalty.days.upperBound))
    return table(
      words.penalties,
      [
        .text(self.words.availability.group), .text(self.words.availability.period),
        .text(words.computation), .text(words.article), .number(words.amount),
      ],
      rows: """
        \(each: penalty.lines, { line in
          """
          <tr><td>\(formats.label(line.group))</td><td>\(days)</td>
          <td>\(line.computation.typesetInFrench)</td>
          <td>\(cite(penalty.citation, in: levels.agreement.id))</td>
          <td class="num">\(formats.money(line.amount))</td></tr>

          """
        })
        """,
      totals: """
        \(total(words.total, penalty.total))\
        \(penalty.cap.map { total(words.cap, $0) })\
        \(total(words.owed, penalty.due, isLast: true))
        """)
  }
}
