/// Where one promised milestone of a ticket stands at an instant.
package struct ClockReading: Sendable {
  package enum Standing: String, CaseIterable, Sendable {
    case running
    case paused
    /// Reached in time.
    case held
    /// Reached too late.
    case missed
    /// Not reached, and the deadline is past.
    case overdue
  }

  package var milestone: Milestone
  package var delay: Delay
  package var clock: Clock
  package var deadline: Instant?
  package var reachedAt: Instant?
  package var elapsedSeconds: Int
  package var standing: Standing
  package var binding: ServiceLevel.Binding
  package var citation: Citation

  /// From the start to the deadline; counted stretches sum to the delay. Walks the days between.
  package var stretches: [Stretch] { clock.explanation().stretches }

  /// Counted seconds left; negative when late. The whole delay counts, pauses and closings do not.
  package var secondsLeft: Int {
    clock.delaySeconds - elapsedSeconds
  }
}

extension Terms {
  /// The instant of each promised milestone; none for one that a lasting pause holds back.
  package func deadlines(
    priority: String, site: String, group: String, from start: Instant, pauses: [Pause]
  ) -> [Milestone: Instant] {
    var deadlines: [Milestone: Instant] = [:]
    for promise in promises(
      priority: priority, site: site, group: group, from: start, pauses: pauses)
    {
      deadlines[promise.milestone] = promise.clock.deadline
    }
    return deadlines
  }

  /// Every clock of a ticket as it stands, in the order of the milestones.
  package func readings(of ticket: Ticket, at now: Instant) -> [ClockReading] {
    var none = ClockTables.none
    return readings(of: ticket, at: now, in: &none)
  }

  /// The same, from calendars laid out beforehand: for many tickets.
  func readings(
    of ticket: Ticket, at now: Instant, in tables: inout ClockTables
  ) -> [ClockReading] {
    let promises = promises(
      priority: ticket.priority, site: ticket.request.site, group: ticket.request.group,
      from: ticket.openedAt, pauses: ticket.pauses)
    var readings: [ClockReading] = []
    for promise in promises {
      var clock = promise.clock
      let reached = ticket.reached(promise.milestone)
      // A clock stops when its milestone is reached: what paused the ticket later is not its own.
      if let reached {
        clock.pauses = ticket.pauses.filter { $0.start < reached }.map(\.inWholeSeconds)
      }
      let deadline = tables.deadline(of: clock)
      readings.append(
        ClockReading(
          milestone: promise.milestone, delay: promise.delay, clock: clock, deadline: deadline,
          reachedAt: reached,
          elapsedSeconds: tables.elapsedSeconds(of: clock, at: min(reached ?? now, now)),
          standing: standing(
            reached: reached, deadline: deadline, now: now, isPaused: ticket.currentPause != nil),
          binding: promise.level.binding, citation: promise.citation))
    }
    return readings
  }

  private func standing(
    reached: Instant?, deadline: Instant?, now: Instant, isPaused: Bool
  ) -> ClockReading.Standing {
    if let reached {
      guard let deadline else { return .held }
      return reached <= deadline ? .held : .missed
    }
    if let deadline, deadline < now { return .overdue }
    return isPaused ? .paused : .running
  }
}
