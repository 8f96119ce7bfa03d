import Maintenance
import Operations

/// Service levels over some days, as the command tells them in words.
struct LevelsStatement {
  let levels: PeriodLevels

  init(_ levels: PeriodLevels) {
    self.levels = levels
  }

  var text: String {
    let days = "\(levels.days.lowerBound.iso) → \(levels.days.upperBound.iso)"
    let head = "\(days) : \(levels.tickets) tickets\(levels.isWhole ? "" : " (les premiers)")"
    return
      ([head] + kept + late + penalties + available + outages).joined(separator: "\n")
  }

  private var kept: [String] {
    levels.lines.map { line in
      let counts = MilestoneOutcome.allCases.compactMap { outcome in
        line.counts[outcome].flatMap { $0 == 0 ? nil : "\($0) \(outcome.french)" }
      }
      let held = line.heldPercent.map { " ; \($0.plain) %" } ?? ""
      let target = line.target.map { ", cible \($0.plain) %" } ?? ""
      return "\(line.priority) \(line.milestone.rawValue)  \(counts.joined(separator: ", "))"
        + "\(held)\(target) — art. \(line.citation.number)"
    }
  }

  private var late: [String] {
    levels.breaches.map { breach in
      "dépassé  ticket \(breach.ticket.number), \(breach.ticket.priority) "
        + "\(breach.clock.milestone.rawValue), dû \(breach.clock.deadline?.iso ?? "–"), "
        + "atteint \(breach.clock.reachedAt?.iso ?? "–") — art. \(breach.clock.citation.number)"
    }
  }

  private var penalties: [String] {
    levels.penalties.flatMap { month in
      month.readings.filter { !$0.lines.isEmpty }.flatMap { reading in
        reading.lines.map { line in
          "pénalité  \(line.computation) = \(line.amount.french) — art. \(line.citation.number)"
        } + ["pénalités dues \(month.month.iso)  \(reading.due.french)"]
      }
    }
  }

  private var available: [String] {
    let measured = levels.availability.map { reading in
      let state = reading.isHeld ? "tenue" : "manquée"
      return "disponibilité  \(reading.group), \(reading.days.lowerBound.iso) → "
        + "\(reading.days.upperBound.iso)\(reading.isOver ? "" : " (à ce jour)") : "
        + "\(reading.percent?.plain ?? "–") % sur \(reading.windowSeconds / 60) min, "
        + "\(reading.downSeconds / 60) min d’arrêt, \(reading.excludedSeconds / 60) min laissées "
        + "de côté ; promise \(reading.promised.plain) %, \(state) "
        + "— art. \(reading.citation.number)"
    }
    let due = levels.availabilityPenalties.filter { !$0.lines.isEmpty }.flatMap { penalty in
      penalty.lines.map { line in
        "pénalité  \(line.group) : \(line.computation) = \(line.amount.french) "
          + "— art. \(penalty.citation.number)"
      } + ["pénalités dues sur la disponibilité  \(penalty.due.french)"]
    }
    return measured + due
  }

  private var outages: [String] {
    levels.outages.map { outage in
      let cause = outage.withdrawn != nil ? "retirée" : outage.cause ?? "comptée"
      return "interruption  \(outage.group), \(outage.start.iso) → \(outage.end?.iso ?? "–"), "
        + "\(cause) : \(outage.reason)"
    }
  }
}

extension MilestoneOutcome {
  fileprivate var french: String {
    switch self {
    case .held: "dans le délai"
    case .excused: "excusé par une pause"
    case .broken: "en retard"
    case .atRisk: "à risque"
    case .running: "en cours"
    }
  }
}
