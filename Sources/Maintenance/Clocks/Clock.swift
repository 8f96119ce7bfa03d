/// A time during which the clock stands still, and whose doing it is.
package struct Pause: Hashable, Sendable {
  package var reason: PauseReason
  package var start: Instant
  /// None while it lasts.
  package var end: Instant?

  package init(reason: PauseReason, start: Instant, end: Instant? = nil) {
    self.reason = reason
    self.start = start
    self.end = end
  }

  var inWholeSeconds: Pause {
    Pause(reason: reason, start: start.wholeSecond, end: end?.wholeSecond)
  }
}

/// A promised delay counted in a calendar: a pure reading, never stored.
package struct Clock: Sendable {
  package var calendar: ServiceCalendar
  package var start: Instant
  /// What is promised, in counted seconds.
  package var delaySeconds: Int
  /// In order, apart from each other.
  package var pauses: [Pause]

  package init(
    calendar: ServiceCalendar, start: Instant, delaySeconds: Int, pauses: [Pause] = []
  ) {
    self.calendar = calendar
    self.start = start
    self.delaySeconds = delaySeconds
    self.pauses = pauses
  }

  /// Days a deadline is looked for before giving up: ten years.
  private static let horizonDays = 3660

  /// The stretches from the start to the deadline; the counted ones sum exactly to the delay.
  ///
  /// No deadline while a pause lasts or when the calendar never opens. Cost grows with the days
  /// between start and deadline.
  package func explanation() -> (stretches: [Stretch], deadline: Instant?) {
    var told: [Stretch] = []
    var left = delaySeconds
    if left == 0 { return ([], start) }
    var day = calendar.zone.day(at: start)
    for _ in 0..<Clock.horizonDays {
      for whole in calendar.stretches(of: day) where whole.end > start {
        for stretch in cut(Stretch(max(whole.start, start), whole.end, whole.cause)) {
          if case .paused = stretch.cause, isEndless(stretch) {
            append(stretch, to: &told)
            return (told, nil)
          }
          guard stretch.cause == .counted, stretch.seconds >= left else {
            if stretch.cause == .counted { left -= stretch.seconds }
            append(stretch, to: &told)
            continue
          }
          let deadline = stretch.start + left
          append(Stretch(stretch.start, deadline, .counted), to: &told)
          return (told, deadline)
        }
      }
      day = day + 1
    }
    return (told, nil)
  }

  package var deadline: Instant? {
    explanation().deadline
  }

  /// Counted seconds from the start to that instant.
  package func elapsedSeconds(at instant: Instant) -> Int {
    guard instant > start else { return 0 }
    var elapsed = 0
    var day = calendar.zone.day(at: start)
    let last = calendar.zone.day(at: instant)
    while day <= last {
      for whole in calendar.stretches(of: day) where whole.end > start && whole.start < instant {
        let bounded = Stretch(max(whole.start, start), min(whole.end, instant), whole.cause)
        for stretch in cut(bounded) where stretch.cause == .counted {
          elapsed += stretch.seconds
        }
      }
      day = day + 1
    }
    return elapsed
  }

  private func isEndless(_ stretch: Stretch) -> Bool {
    pauses.contains { $0.end == nil && $0.start < stretch.end }
  }

  /// One stretch cut by the pauses that fall in it.
  private func cut(_ stretch: Stretch) -> [Stretch] {
    var pieces: [Stretch] = []
    var from = stretch.start
    for pause in pauses {
      let start = max(pause.start, from)
      let end = min(pause.end ?? stretch.end, stretch.end)
      guard start < end else { continue }
      if start > from { pieces.append(Stretch(from, start, stretch.cause)) }
      pieces.append(Stretch(start, end, .paused(pause.reason)))
      from = end
    }
    if from < stretch.end { pieces.append(Stretch(from, stretch.end, stretch.cause)) }
    return pieces
  }

  /// Adds a stretch, joined with the one before when both have the same cause.
  private func append(_ stretch: Stretch, to told: inout [Stretch]) {
    if let last = told.last, last.cause == stretch.cause, last.end == stretch.start {
      told[told.count - 1].end = stretch.end
    } else {
      told.append(stretch)
    }
  }
}
