import Maintenance
package import Operations

/// Service levels as programs read them; the command writes the same. Percents are decimals in
/// plain text.
package enum LevelsRecord {
  package static func bytes(_ levels: PeriodLevels) throws -> [UInt8] { try json(levels).bytes }

  static func json(_ levels: PeriodLevels) -> JSON {
    [
      "contract": .text(levels.agreement.id.text), "from": .text(levels.days.lowerBound.iso),
      "to": .text(levels.days.upperBound.iso),
      "measuringPeriod": .flag(levels.isMeasuringPeriod),
      "measuredOver": .text(levels.measuredOver.rawValue),
      "tickets": .whole(Int64(levels.tickets)), "isWhole": .flag(levels.isWhole),
      "promises": .list(levels.lines.map(promise)), "missed": .list(levels.breaches.map(missed)),
      "penalties": .list(
        levels.penalties.flatMap { month in month.readings.map { penalty($0, month.month) } }),
      "availability": .list(levels.availability.map(availability)),
      "availabilityPenalties": .list(levels.availabilityPenalties.map(penalty)),
      "outages": .list(levels.outages.map(json)),
    ]
  }

  static func json(_ outage: Outage) -> JSON {
    .object(present: [
      "id": .text(outage.id.text), "group": .text(outage.group), "from": .text(outage.start.iso),
      "to": outage.end.map { .text($0.iso) }, "cause": outage.cause.map(JSON.text),
      "reason": .text(outage.reason), "ticket": outage.ticket.map { .text($0.id.text) },
      "withdrawn": outage.withdrawn.map(JSON.text),
    ])
  }

  private static func promise(_ line: LevelLine) -> JSON {
    .object(present: [
      "priority": .text(line.priority), "milestone": .text(line.milestone.rawValue),
      "binding": .text(line.binding.rawValue),
      "counts": .object(
        Dictionary(
          uniqueKeysWithValues: MilestoneOutcome.allCases.map {
            ($0.rawValue, JSON.whole(Int64(line.counts[$0] ?? 0)))
          })),
      "heldPercent": line.heldPercent.map { .text($0.plain) },
      "target": line.target.map { .text($0.plain) },
      "reachesTarget": line.reachesTarget.map(JSON.flag),
      "article": .text(line.citation.number),
    ])
  }

  private static func missed(_ breach: PeriodLevels.Breach) -> JSON {
    .object(present: [
      "ticket": .text(breach.ticket.id.text), "number": .whole(Int64(breach.ticket.number)),
      "priority": .text(breach.ticket.priority),
      "milestone": .text(breach.clock.milestone.rawValue),
      "due": breach.clock.deadline.map { .text($0.iso) },
      "reached": breach.clock.reachedAt.map { .text($0.iso) },
      "article": .text(breach.clock.citation.number),
    ])
  }

  private static func penalty(_ reading: PenaltyReading, _ month: Month) -> JSON {
    .object(present: [
      "month": .text(month.iso),
      "lines": .list(
        reading.lines.map { line in
          [
            "ticket": .text(line.ticket.text), "milestone": .text(line.milestone.rawValue),
            "computation": .text(line.computation), "cents": .whole(line.amount.cents),
            "article": .text(line.citation.number),
          ]
        }),
      "obstacle": reading.obstacle.map { .text($0.rawValue) },
      "cents": .whole(reading.total.cents), "capCents": reading.cap.map { .whole($0.cents) },
      "dueCents": .whole(reading.due.cents), "needsFormalNotice": .flag(reading.needsFormalNotice),
    ])
  }

  private static func availability(_ reading: AvailabilityReading) -> JSON {
    .object(present: [
      "group": .text(reading.group), "from": .text(reading.days.lowerBound.iso),
      "to": .text(reading.days.upperBound.iso), "isOver": .flag(reading.isOver),
      "window": .text(reading.window.rawValue),
      "windowSeconds": .whole(Int64(reading.windowSeconds)),
      "downSeconds": .whole(Int64(reading.downSeconds)),
      "excludedSeconds": .whole(Int64(reading.excludedSeconds)),
      "percent": reading.percent.map { .text($0.plain) }, "promised": .text(reading.promised.plain),
      "isHeld": .flag(reading.isHeld), "article": .text(reading.citation.number),
    ])
  }

  private static func penalty(_ penalty: AvailabilityPenalty) -> JSON {
    .object(present: [
      "from": .text(penalty.days.lowerBound.iso), "to": .text(penalty.days.upperBound.iso),
      "lines": .list(
        penalty.lines.map { line in
          [
            "group": .text(line.group), "computation": .text(line.computation),
            "cents": .whole(line.amount.cents),
          ]
        }),
      "obstacle": penalty.obstacle.map { .text($0.rawValue) },
      "cents": .whole(penalty.total.cents), "capCents": penalty.cap.map { .whole($0.cents) },
      "dueCents": .whole(penalty.due.cents),
      "needsFormalNotice": .flag(penalty.needsFormalNotice),
      "article": .text(penalty.citation.number),
    ])
  }
}
