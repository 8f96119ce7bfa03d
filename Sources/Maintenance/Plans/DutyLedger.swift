/// The dated duties of both parties under one version of a contract or several, each for its days.
package struct DutyLedger: Sendable {
  private let parts: [(terms: Terms, from: Day?, until: Day?)]

  /// The longest span of days that one reading covers: five years.
  package static let longestSpan = 1830

  /// Under one text, for all its life.
  package init(_ terms: Terms) {
    parts = [(terms, nil, nil)]
  }

  /// Under each version from its first day to the eve of the next one's; `versions` in order.
  package init(versions: [(terms: Terms, validFrom: Day)]) {
    parts = versions.enumerated().map { index, version in
      let next = versions.dropFirst(index + 1).first
      return (version.terms, version.validFrom, next.map { $0.validFrom - 1 })
    }
  }

  /// Duties due in these days, the first `limit` after a key, by day.
  ///
  /// Days beyond the longest span are left out. Cost grows with the span and the operations.
  package func duties(
    in days: ClosedRange<Day>, after key: DutyKey? = nil, limit: Int = .max
  ) -> [Duty] {
    let last = min(days.upperBound, days.lowerBound + DutyLedger.longestSpan)
    let first = max(days.lowerBound, key?.due ?? days.lowerBound)
    var found: [DutyKey: Duty] = [:]
    for part in parts {
      let from = max(first, part.from ?? first)
      let to = min(last, part.until ?? last)
      guard from <= to else { continue }
      for duty in part.terms.duties(in: from...to) where key.map({ duty.key > $0 }) ?? true {
        found[duty.key] = duty
      }
    }
    return Array(found.values.sorted { $0.key < $1.key }.prefix(limit))
  }

  package func duty(_ key: DutyKey) -> Duty? {
    duties(in: key.due...key.due).first { $0.key == key }
  }

  /// Of the last version.
  package var standing: [StandingDuty] {
    parts.last?.terms.standingDuties ?? []
  }
}

extension Terms {
  func duties(in days: ClosedRange<Day>) -> [Duty] {
    let all =
      operationDuties(days) + followUpDuties(days) + moneyDuties(days) + evidenceDuties(days)
      + termDuties(days)
    return all.filter { days.contains($0.due) }
  }

  func duty(
    _ kind: Duty.Kind, _ bearer: Duty.Bearer, item: String = "", opens: Day? = nil, due: Day,
    clause: String
  ) -> Duty {
    Duty(
      kind: kind, bearer: bearer, item: item, opens: opens, due: due, clause: clause,
      number: text.number(of: clause) ?? "", version: version)
  }

  var standingDuties: [StandingDuty] {
    contract.clientDuties.compactMap { owed in
      let clause = "obligations_client.\(owed.id)"
      return owed.delay.map {
        StandingDuty(
          bearer: .client, text: owed.text, delay: $0, clause: clause,
          number: text.number(of: clause) ?? "", version: version)
      }
    }
  }

  /// Every day from the first that `next` gives, up to the last of `days`.
  func series(_ days: ClosedRange<Day>, _ next: (Day) -> Day?) -> [Day] {
    var found: [Day] = []
    var from = days.lowerBound
    while from <= days.upperBound, let day = next(from), day <= days.upperBound, day >= from {
      found.append(day)
      from = day + 1
    }
    return found
  }
}
