import Maintenance
import Operations

/// A month's service levels, as the command prints them. Money is in euro cents; percents are
/// decimals in plain text.
struct LevelsStatement: Encodable {
  struct Promise: Encodable {
    var priority: String
    var milestone: String
    var binding: String
    var counts: [String: Int]
    var heldPercent: String?
    var target: String?
    var reachesTarget: Bool?
    var article: String
  }

  struct Missed: Encodable {
    var ticket: String
    var number: Int
    var priority: String
    var milestone: String
    var due: String?
    var reached: String?
    var article: String
  }

  struct Charge: Encodable {
    var ticket: String
    var milestone: String
    var computation: String
    var cents: Int64
    var article: String
  }

  struct Charges: Encodable {
    var lines: [Charge]
    var obstacle: String?
    var cents: Int64
    var capCents: Int64?
    var dueCents: Int64
    var needsFormalNotice: Bool
  }

  var contract: String
  var month: String
  var tickets: Int
  /// False when the month has more tickets than are read.
  var isWhole: Bool
  var promises: [Promise]
  var missed: [Missed]
  var penalties: [Charges]

  init(_ levels: MonthLevels) {
    contract = levels.agreement.id.text
    month = levels.month.iso
    tickets = levels.tickets
    isWhole = levels.isWhole
    promises = levels.lines.map { line in
      Promise(
        priority: line.priority, milestone: line.milestone.rawValue,
        binding: line.binding.rawValue,
        counts: Dictionary(
          uniqueKeysWithValues: MilestoneOutcome.allCases.map {
            ($0.rawValue, line.counts[$0] ?? 0)
          }),
        heldPercent: line.heldPercent?.plain, target: line.target?.plain,
        reachesTarget: line.reachesTarget, article: line.citation.number)
    }
    missed = levels.breaches.map { breach in
      Missed(
        ticket: breach.ticket.id.text, number: breach.ticket.number,
        priority: breach.ticket.priority, milestone: breach.clock.milestone.rawValue,
        due: breach.clock.deadline?.iso, reached: breach.clock.reachedAt?.iso,
        article: breach.clock.citation.number)
    }
    penalties = levels.penalties.map { reading in
      Charges(
        lines: reading.lines.map { line in
          Charge(
            ticket: line.ticket.text, milestone: line.milestone.rawValue,
            computation: line.computation, cents: line.amount.cents,
            article: line.citation.number)
        },
        obstacle: reading.obstacle?.rawValue, cents: reading.total.cents,
        capCents: reading.cap?.cents, dueCents: reading.due.cents,
        needsFormalNotice: reading.needsFormalNotice)
    }
  }

  var text: String {
    let head = "\(month) : \(tickets) tickets\(isWhole ? "" : " (les premiers du mois)")"
    let kept = promises.map { promise in
      let counts = MilestoneOutcome.allCases.compactMap { outcome in
        promise.counts[outcome.rawValue].flatMap { $0 == 0 ? nil : "\($0) \(outcome.french)" }
      }
      let held = promise.heldPercent.map { " ; \($0) %" } ?? ""
      let target = promise.target.map { ", cible \($0) %" } ?? ""
      return "\(promise.priority) \(promise.milestone)  \(counts.joined(separator: ", "))"
        + "\(held)\(target) — art. \(promise.article)"
    }
    let late = missed.map { missed in
      "dépassé  ticket \(missed.number), \(missed.priority) \(missed.milestone), "
        + "dû \(missed.due ?? "–"), atteint \(missed.reached ?? "–") — art. \(missed.article)"
    }
    let charged = penalties.flatMap(\.lines).map { line in
      "pénalité  \(line.computation) = \(Money(cents: line.cents).french) — art. \(line.article)"
    }
    let due = penalties.filter { !$0.lines.isEmpty }.map {
      "pénalités dues  \(Money(cents: $0.dueCents).french)"
    }
    return ([head] + kept + late + charged + due).joined(separator: "\n")
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
