import Maintenance

/// When each promise of a request falls, and the stretches of time that make it.
struct ClockReport {
  struct Reopening {
    let comesBackAt: Instant
    /// Within the contract's window: the first clock counts on.
    let goesOn: Bool
  }

  let contract: Contract
  let priority: String
  let site: String
  let group: String
  let start: Instant
  let reopening: Reopening?
  let promises: [Promise]

  var text: String {
    let head =
      "\(priority), reçue le \(told(start)) (\(contract.zone.rawValue)), site \(site), "
      + "groupe \(group)"
    let back = reopening.map { reopening in
      [
        reopening.goesOn
          ? "Revenue le \(told(reopening.comesBackAt)) : la même horloge continue."
          : "Revenue hors de la fenêtre de réouverture : une nouvelle horloge part de ce moment."
      ]
    }
    let none = promises.isEmpty ? ["Le contrat ne promet aucun délai pour cette priorité."] : []
    return ([head] + (back ?? []) + none + promises.map(lines)).joined(separator: "\n")
  }

  private func lines(_ promise: Promise) -> String {
    let (stretches, deadline) = promise.clock.explanation()
    let due =
      deadline.map { "au plus tard le \(told($0))" } ?? "sans échéance tant que dure la suspension"
    let binding = promise.level.binding == .result ? "résultat" : "moyens"
    let place = promise.citation.number.isEmpty ? promise.citation.clause : promise.citation.number
    var lines = [
      "",
      "\(promise.milestone.french) : \(promise.delay.french), \(due) — art. \(place), "
        + "obligation de \(binding)",
    ]
    lines += stretches.map { stretch in
      let counted = stretch.cause == .counted ? told(seconds: stretch.seconds) : "–"
      return "  \(told(stretch.start)) → \(told(stretch.end))  \(counted)  \(stretch.cause.french)"
    }
    let sum = stretches.reduce(0) { $0 + ($1.cause == .counted ? $1.seconds : 0) }
    lines.append(
      "  total compté : \(told(seconds: sum)) sur \(told(seconds: promise.clock.delaySeconds))")
    return lines.joined(separator: "\n")
  }

  func json() throws -> String {
    try printedJSON(
      Record(
        reference: contract.reference, zone: contract.zone.rawValue, priority: priority, site: site,
        group: group, start: start.iso, continues: reopening?.goesOn,
        milestones: promises.map(MilestoneRecord.init)))
  }

  /// «2026-05-07 17:50», with seconds when there are some.
  private func told(_ instant: Instant) -> String {
    let (day, second) = contract.zone.local(instant)
    let seconds = second % 60 == 0 ? "" : ":\(padded(second % 60, 2))"
    return "\(day.iso) \(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))\(seconds)"
  }

  private func told(seconds: Int) -> String {
    let rest = seconds % 60 == 0 ? "" : "\u{A0}\(seconds % 60)\u{A0}s"
    return frenchHours(minutes: seconds / 60) + rest
  }

  private struct Record: Encodable {
    var reference: String
    var zone: String
    var priority: String
    var site: String
    var group: String
    var start: String
    var continues: Bool?
    var milestones: [MilestoneRecord]
  }

  private struct MilestoneRecord: Encodable {
    var milestone: String
    var delay: String
    var delaySeconds: Int
    var deadline: String?
    var binding: String
    var clause: String
    var number: String
    var stretches: [StretchRecord]

    init(_ promise: Promise) {
      let (stretches, deadline) = promise.clock.explanation()
      milestone = promise.milestone.rawValue
      delay = "\(promise.delay.count) \(promise.delay.unit.rawValue)"
      delaySeconds = promise.clock.delaySeconds
      self.deadline = deadline?.iso
      binding = promise.level.binding.rawValue
      clause = promise.citation.clause
      number = promise.citation.number
      self.stretches = stretches.map(StretchRecord.init)
    }
  }

  private struct StretchRecord: Encodable {
    var from: String
    var to: String
    var seconds: Int
    var counts: Bool
    var cause: String
    var party: String?

    init(_ stretch: Stretch) {
      from = stretch.start.iso
      to = stretch.end.iso
      seconds = stretch.seconds
      counts = stretch.cause == .counted
      cause = stretch.cause.french
      if case .paused(let reason) = stretch.cause { party = reason.party.rawValue }
    }
  }
}
