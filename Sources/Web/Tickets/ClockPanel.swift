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
    let delay = clocks.delayUnits(clock.delay)
    return """
      <div class="clock">
      <div class="clock-head"><h3>\(name)</h3>\(standing(clock.standing))\
      <span class="sub">\(clocks.promised(delay, formats.duration(clock.elapsedSeconds))) · \
      \(cite(clock.citation, in: reading.ticket.agreement)) · \
      \(clocks.bindings[clock.binding] ?? "")</span></div>
      <p class="left">\(timeLeft(clock, at: reading.at))</p>
      \(clockBar(clock, label: name, now: reading.at))
      <details class="why"><summary>\(clocks.explain)</summary>\(explanation(clock))</details>
      </div>
      """
  }

  /// The clearest thing on the page: what is left in counted time, and when that is.
  private func timeLeft(_ clock: ClockReading, at now: Instant) -> HTML {
    let clocks = words.clocks
    switch clock.standing {
    case .held, .missed:
      return "<span>\(clocks.reached(clock.reachedAt.map(formats.instant) ?? ""))</span>"
    case .paused: return "<span>\(clocks.stopped)</span>"
    case .running, .overdue:
      let isCounting = clock.clock.calendar.opening(at: now).isOpen
      let left = clock.secondsLeft
      return """
        <span class="big" data-left="\(left)"\(when: isCounting && left > 0, " data-counting")>\
        \(formats.duration(left))</span> \
        <span>\(left >= 0 && clock.standing == .running ? clocks.left : clocks.late)</span> \
        <span class="sub">\(clocks.due(clock.deadline.map(formats.instant) ?? ""))</span>
        """
    }
  }

  /// The ordered stretches that make the deadline, and their sum.
  private func explanation(_ clock: ClockReading) -> HTML {
    let clocks = words.clocks
    let total = clock.stretches.filter { $0.cause == .counted }.reduce(0) { $0 + $1.seconds }
    return """
      <div class="scroll" role="region" aria-label="\(clocks.explain)" tabindex="0">\
      <table class="list"><thead><tr><th scope="col">\(clocks.from)</th>\
      <th scope="col">\(clocks.to)</th><th scope="col">\(clocks.cause)</th>\
      <th scope="col" class="num">\(clocks.counted)</th></tr></thead><tbody>
      \(each: clock.stretches, { stretch in
        """
        <tr\(when: stretch.cause != .counted, " class=\"off-hours\"")>\
        <td>\(time(stretch.start))</td>\
        <td>\(time(stretch.end))</td><td>\(clocks.causes(stretch.cause))</td>\
        <td class="num">\(counted(stretch))</td></tr>

        """
      })</tbody><tfoot><tr><th scope="row" colspan="3">\(clocks.sum)</th>\
      <td class="num">\(formats.duration(total))</td></tr></tfoot></table></div>
      """
  }

  private func counted(_ stretch: Stretch) -> String {
    stretch.cause == .counted ? formats.duration(stretch.seconds) : "—"
  }

  /// The stretches as a bar: counted time at full width, the rest narrow, so that nights do not
  /// hide hours. The table below says the same in words.
  private func clockBar(_ clock: ClockReading, label: String, now: Instant) -> HTML {
    let weights = clock.stretches.map {
      $0.cause == .counted ? $0.seconds : min($0.seconds / 8, 2400)
    }
    let total = max(1, weights.reduce(0, +))
    var position = 0
    var rectangles = HTML.nothing
    var marker: Int?
    for (stretch, weight) in zip(clock.stretches, weights) {
      let width = weight * 1000 / total
      if stretch.start <= now, now < stretch.end, stretch.seconds > 0 {
        marker = position + width * (now - stretch.start) / stretch.seconds
      }
      rectangles =
        rectangles
          + """
          <rect class="\(Frame.barClass(stretch.cause))" x="\(position)" y="0" \
          width="\(max(1, width))" \
          height="12"><title>\(words.clocks.causes(stretch.cause))</title></rect>
          """
      position += width
    }
    let isOver = clock.standing == .held || clock.standing == .missed
    return """
      <svg class="clockbar" viewBox="0 0 1000 12" preserveAspectRatio="none" role="img" \
      aria-label="\(label)">\(rectangles)\(isOver ? nil : marker.map { now in
        "<line class=\"now\" x1=\"\(now)\" x2=\"\(now)\" y1=\"-2\" y2=\"14\"/>"
      })</svg>
      """
  }

  private static func barClass(_ cause: ServiceCalendar.Cause) -> String {
    switch cause {
    case .counted: "counted"
    case .paused: "paused"
    case .holiday, .closingDay: "holiday"
    case .outsideHours, .midday, .closedWeekday: "closed"
    }
  }
}
