/// How one promised milestone of a request ended, or stands.
package enum MilestoneOutcome: String, CaseIterable, Sendable {
  case held
  /// Later than the delay alone allows, but within it once the contract's pauses are taken off.
  case excused
  case broken
  /// Not reached, with a quarter of its delay left at most.
  case atRisk = "at_risk"
  case running
}

extension ClockReading {
  package var outcome: MilestoneOutcome {
    switch standing {
    case .missed, .overdue: return .broken
    case .held:
      guard !clock.pauses.isEmpty else { return .held }
      var unpaused = clock
      unpaused.pauses = []
      guard let reachedAt, let due = unpaused.deadline else { return .held }
      return reachedAt <= due ? .held : .excused
    case .running, .paused:
      return elapsedSeconds * 4 >= clock.delaySeconds * 3 ? .atRisk : .running
    }
  }
}

/// How a milestone of a priority was kept over a period.
package struct LevelLine: Hashable, Sendable {
  package var priority: String
  package var milestone: Milestone
  package var binding: ServiceLevel.Binding
  package var counts: [MilestoneOutcome: Int]
  /// Percent of requests that must hold.
  package var target: FixedPoint?
  package var citation: Citation

  /// Percent held or excused of those that are decided, rounded down; nothing while none is.
  package var heldPercent: FixedPoint? {
    let held = (counts[.held] ?? 0) + (counts[.excused] ?? 0)
    let decided = held + (counts[.broken] ?? 0)
    return decided == 0
      ? nil : FixedPoint(millionths: Int64(held) * 100_000_000 / Int64(decided))
  }

  /// Nothing without a target or a decided request.
  package var reachesTarget: Bool? {
    guard let target, let heldPercent else { return nil }
    return heldPercent >= target
  }
}

extension LevelLine {
  /// Lines under the versions of a contract, the oldest first, as one for each promise that stayed
  /// the same; it cites the last version.
  package static func joined(_ versions: [[LevelLine]]) -> [LevelLine] {
    var joined: [LevelLine] = []
    for line in versions.joined() {
      guard let place = joined.firstIndex(where: { line.promisesAs($0) }) else {
        joined.append(line)
        continue
      }
      let before = joined[place].counts
      joined[place] = line
      joined[place].counts.merge(before) { $0 + $1 }
    }
    return joined
  }

  private func promisesAs(_ other: LevelLine) -> Bool {
    (priority, milestone, binding, target, citation.clause)
      == (other.priority, other.milestone, other.binding, other.target, other.citation.clause)
  }
}

extension Terms {
  /// The requests received in those days, by priority and milestone in the contract's order.
  package func levelLines(
    of tickets: [TimedTicket], in days: ClosedRange<Day>
  ) -> [LevelLine] {
    var lines: [LevelLine] = []
    for timed in tickets where days.contains(contract.zone.day(at: timed.ticket.openedAt)) {
      let ticket = timed.ticket
      let level = level(ticket.priority, group: ticket.request.group)
      for reading in timed.clocks {
        let index = lines.firstIndex {
          $0.citation == reading.citation && $0.milestone == reading.milestone
        }
        if let index {
          lines[index].counts[reading.outcome, default: 0] += 1
        } else {
          lines.append(
            LevelLine(
              priority: ticket.priority, milestone: reading.milestone, binding: reading.binding,
              counts: [reading.outcome: 1], target: level?.target, citation: reading.citation))
        }
      }
    }
    let order = contract.serviceLevels.levels.map(\.priority)
    return lines.sorted {
      (order.firstIndex(of: $0.priority) ?? order.count, $0.citation.clause, $0.milestone.rank)
        < (order.firstIndex(of: $1.priority) ?? order.count, $1.citation.clause, $1.milestone.rank)
    }
  }
}

extension Milestone {
  fileprivate var rank: Int { Milestone.allCases.firstIndex(of: self) ?? 0 }
}
