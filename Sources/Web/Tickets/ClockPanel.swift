import Maintenance
import Operations

extension Frame {
  /// Every promised milestone of a ticket, with what is left and why.
  func clocks(_ reading: TicketReading) -> HTML {
    guard !reading.clocks.isEmpty else { return "<p>\(words.clocks.none)</p>" }
    return "\(each: reading.clocks, { clock($0, reading) })"
  }

  private func clock(_ clock: ClockReading, _ reading: TicketReading) -> HTML {
    let clocks = words.clocks
    let name = clocks.milestones[clock.milestone] ?? clock.milestone.rawValue
    let id = "horloge-\(clock.milestone.rawValue)"
    return """
      <div class="clock \(clock.standing.rawValue)">
      <div class="clock-head"><h3>\(name)</h3>\(standing(clock.standing))\
      <span class="sub">\(cite(clock.citation, in: reading.ticket.agreement)) · \
      \(clocks.bindings[clock.binding] ?? "")</span></div>
      <p class="left">\(timeLeft(clock, at: reading.at))</p>
      \(clockBar(clock, label: name, now: reading.at))
      <p class="ends sub"><span>\(time(clock.clock.start))</span>\
      <span>\(clock.deadline.map { clocks.due(formats.instant($0)) } ?? "")</span></p>
      \(escalations(of: clock.milestone, in: reading))
      <details class="why" id="\(id)"><summary>\(clocks.explain)</summary>\
      \(explanation(clock, of: name))</details>
      </div>
      """
  }

  /// The clearest thing on the page: what is left in counted time, of how much.
  private func timeLeft(_ clock: ClockReading, at now: Instant) -> HTML {
    let clocks = words.clocks
    let promised = clocks.promised(
      clocks.delayUnits(clock.delay), formats.duration(clock.elapsedSeconds))
    let isWorkingTime = !clock.clock.calendar.isRoundTheClock
    switch clock.standing {
    case .held, .missed:
      let reached = clock.reachedAt.map(formats.instant) ?? ""
      return "<span>\(clocks.reached(reached))</span> <span class=\"sub\">\(promised)</span>"
    case .paused:
      return """
        <span class="big">\(formats.duration(clock.secondsLeft))</span> \
        <span>\(clocks.left(isWorkingTime))</span> <span class="sub">\(clocks.stopped)</span>
        """
    case .running, .overdue:
      let isLate = clock.standing == .overdue
      return """
        <span class="big">\(formats.duration(clock.secondsLeft))</span> \
        <span>\(isLate ? clocks.late(isWorkingTime) : clocks.left(isWorkingTime))</span> \
        <span class="sub">\(promised)</span>
        """
    }
  }

  /// The ordered stretches that make the deadline, and their sum.
  private func explanation(_ clock: ClockReading, of name: String) -> HTML {
    let clocks = words.clocks
    let counted = countedSeconds(of: clock.stretches)
    return table(
      "\(clocks.explain), \(name)",
      [.text(clocks.from), .text(clocks.to), .text(clocks.cause), .number(clocks.counted)],
      rows: "\(each: zip(clock.stretches, counted), { stretchRow($0, counted: $1) })",
      totals: """
        <tr><th scope="row" colspan="3">\(clocks.sum)</th>\
        <td class="num">\(formats.duration(counted.reduce(0, +)))</td></tr>
        """)
  }

  /// Whole minutes of each stretch as the hours beside them read, which floor seconds: floored one
  /// by one, the rows would add up to less than the delay.
  private func countedSeconds(of stretches: [Stretch]) -> [Int] {
    let first = stretches.first { $0.cause == .counted }
    var counted = first.map { formats.zone.local($0.start).second % 60 } ?? 0
    return stretches.map { stretch in
      guard stretch.cause == .counted else { return 0 }
      let minutes = counted / 60
      counted += stretch.seconds
      return (counted / 60 - minutes) * 60
    }
  }

  private func stretchRow(_ stretch: Stretch, counted: Int) -> HTML {
    let isCounted = stretch.cause == .counted
    return """
      <tr\(when: !isCounted, " class=\"off-hours\"")><td>\(time(stretch.start))</td>\
      <td>\(time(stretch.end))</td><td>\(words.clocks.causes(stretch.cause))</td>\
      <td class="num">\(isCounted ? formats.duration(counted) : "–")</td></tr>

      """
  }
}
