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
  /// From the start to the deadline; counted stretches sum to the delay.
  package var stretches: [Stretch]
  package var deadline: Instant?
  package var reachedAt: Instant?
  package var elapsedSeconds: Int
  package var standing: Standing
  package var binding: ServiceLevel.Binding
  package var citation: Citation

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
    let clocks = clocks(
      priority: priority, site: site, group: group, from: start, pauses: pauses)
    for (milestone, clock) in clocks { deadlines[milestone] = clock.deadline }
    return deadlines
  }

  /// Every clock of a ticket as it stands, in the order of the milestones.
  package func readings(of ticket: Ticket, at now: Instant) -> [ClockReading] {
    let group = ticket.request.group
    guard let level = level(ticket.priority, group: group) else { return [] }
    let clocks = clocks(
      priority: ticket.priority, site: ticket.request.site, group: group, from: ticket.openedAt,
      pauses: ticket.pauses)
    return Milestone.allCases.compactMap { milestone in
      guard var clock = clocks[milestone], let delay = level.delays[milestone] else { return nil }
      let reached = ticket.reached(milestone)
      // A clock stops when its milestone is reached: what paused the ticket later is not its own.
      if let reached { clock.pauses.removeAll { $0.start >= reached } }
      let (stretches, deadline) = clock.explanation()
      return ClockReading(
        milestone: milestone, delay: delay, clock: clock, stretches: stretches,
        deadline: deadline, reachedAt: reached,
        elapsedSeconds: clock.elapsedSeconds(at: min(reached ?? now, now)),
        standing: standing(
          reached: reached, deadline: deadline, now: now, isPaused: ticket.currentPause != nil),
        binding: level.binding,
        citation: citation(
          levelClause(ticket.priority, group: group), Reason(.promisedDelay, [ticket.priority])))
    }
  }

  private func clocks(
    priority: String, site: String, group: String, from start: Instant, pauses: [Pause]
  ) -> [Milestone: Clock] {
    guard let level = level(priority, group: group) else { return [:] }
    let calendar = calendar(priority: priority, site: site, group: group)
    return level.delays.compactMapValues { delay in
      countedSeconds(delay, in: calendar.hours).map {
        Clock(calendar: calendar, start: start, delaySeconds: $0, pauses: pauses)
      }
    }
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
