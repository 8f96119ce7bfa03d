/// A time during which a group of assets gave no service, as somebody recorded it.
///
/// Nothing of it is rewritten: what was wrong is withdrawn with a reason, and recorded anew.
package struct Outage: Evidenced, Hashable {
  package let id: ID<Outage>
  package private(set) var version = 1
  package let agreement: ID<Agreement>
  package let group: String
  package let start: Instant
  /// None while it lasts.
  package private(set) var end: Instant?
  /// One of those that the contract leaves out of the measure: `maintenance_planifiee`.
  package let cause: String?
  /// What happened, in words.
  package let reason: String
  /// The ticket that it comes from.
  package let ticket: TicketOrigin?
  package let actor: Actor
  package let recordedAt: Instant
  /// Why it counts no more.
  package private(set) var withdrawn: String?

  package struct TicketOrigin: Hashable, Sendable {
    package let id: ID<Ticket>
    package let number: Int

    package init(id: ID<Ticket>, number: Int) {
      self.id = id
      self.number = number
    }
  }

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == OutageFact.recorded else {
      throw ReplayFault("an outage begins by being recorded, not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    agreement = fact.subject.agreement
    group = try fact.text("group")
    start = try fact.instant("from")
    end = fact.body["to"] == nil ? nil : try fact.instant("to")
    cause = fact.body["cause"]?.text
    reason = try fact.text("reason")
    if let ticket = fact.body["ticket"]?.text.flatMap(ID<Ticket>.init) {
      self.ticket = TicketOrigin(id: ticket, number: Int(try fact.integer("ticket_number")))
    } else {
      ticket = nil
    }
    actor = fact.actor
    recordedAt = fact.at
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case OutageFact.ended: end = try fact.instant("to")
    case OutageFact.withdrawn: withdrawn = try fact.text("reason")
    default: throw ReplayFault("an outage knows no \(fact.kind)")
    }
    version += 1
  }

  /// As the formula counts it; one that lasts counts up to now.
  package func downtime(at now: Instant) -> Downtime? {
    let end = min(end ?? now, now)
    return withdrawn == nil && start < end
      ? Downtime(start: start, end: end, cause: cause) : nil
  }
}

enum OutageFact {
  static let recorded = "outage.recorded"
  static let ended = "outage.ended"
  static let withdrawn = "outage.withdrawn"
}

/// Why an outage cannot be recorded, or changed.
package enum OutageRefusal: String, Error, Hashable, Sendable, CaseIterable {
  /// The contract has no such group of assets.
  case unknownGroup
  /// The contract does not leave that cause out for that group.
  case unknownCause
  case noReason
  case textTooLong
  case beforeContract
  case inFuture
  case endsBeforeStart
  case alreadyEnded
  case alreadyWithdrawn
  /// Of another contract, or of none.
  case unknownTicket
  case unknownOutage
}

/// What somebody records of an outage.
package struct OutageReport: Hashable, Sendable {
  package var group: String
  package var start: Instant
  package var end: Instant?
  package var cause: String?
  package var reason: String

  package init(
    group: String, start: Instant, end: Instant? = nil, cause: String? = nil, reason: String
  ) {
    self.group = group
    self.start = start
    self.end = end
    self.cause = cause
    self.reason = reason
  }
}

extension Outage {
  package static let longestReason = 10_000

  /// Under the terms that govern its start.
  package static func recorded(
    _ report: OutageReport, from ticket: TicketOrigin?, id: ID<Outage>,
    agreement: ID<Agreement>, under terms: Terms, by actor: Actor, at instant: Instant
  ) throws -> Change<Outage> {
    let contract = terms.contract
    guard contract.scope.groups.contains(where: { $0.id == report.group }) else {
      throw OutageRefusal.unknownGroup
    }
    if let cause = report.cause, !terms.causesLeftOut(of: report.group).contains(cause) {
      throw OutageRefusal.unknownCause
    }
    guard contract.zone.day(at: report.start) >= contract.term.start else {
      throw OutageRefusal.beforeContract
    }
    try check(end: report.end ?? instant, after: report.start, at: instant)
    let body: [String: Datum?] = [
      "group": .text(report.group), "from": .text(report.start.iso),
      "to": report.end.map { .text($0.iso) }, "cause": report.cause.map(Datum.text),
      "reason": .text(try checked(report.reason)), "ticket": ticket.map { .text($0.id.text) },
      "ticket_number": ticket.map { .integer(Int64($0.number)) },
    ]
    return try Change(from: [
      Fact(
        kind: OutageFact.recorded, at: instant, actor: actor,
        subject: Subject(kind: .outage, id: id.number, agreement: agreement),
        body: .fields(present: body))
    ])
  }

  /// Service is back since then.
  package func ended(at end: Instant, by actor: Actor, at instant: Instant) throws
    -> Change<Outage>
  {
    guard withdrawn == nil else { throw OutageRefusal.alreadyWithdrawn }
    guard self.end == nil else { throw OutageRefusal.alreadyEnded }
    try Outage.check(end: end, after: start, at: instant)
    return try change(OutageFact.ended, ["to": .text(end.iso)], by: actor, at: instant)
  }

  /// Recorded by mistake: it counts no more, and stays to be read.
  package func withdrawn(_ reason: String, by actor: Actor, at instant: Instant) throws
    -> Change<Outage>
  {
    guard withdrawn == nil else { throw OutageRefusal.alreadyWithdrawn }
    return try change(
      OutageFact.withdrawn, ["reason": .text(try Outage.checked(reason))], by: actor, at: instant)
  }

  private func change(
    _ kind: String, _ body: [String: Datum], by actor: Actor, at instant: Instant
  ) throws -> Change<Outage> {
    try Change(
      to: self,
      facts: [
        Fact(
          kind: kind, at: instant, actor: actor,
          subject: Subject(kind: .outage, id: id.number, agreement: agreement),
          body: .fields(body))
      ])
  }

  private static func check(end: Instant, after start: Instant, at now: Instant) throws {
    guard start <= now, end <= now else { throw OutageRefusal.inFuture }
    guard start < end else { throw OutageRefusal.endsBeforeStart }
  }

  private static func checked(_ reason: String) throws -> String {
    guard !reason.allSatisfy(\.isWhitespace) else { throw OutageRefusal.noReason }
    guard reason.count <= longestReason else { throw OutageRefusal.textTooLong }
    return reason
  }
}

extension Terms {
  /// Causes that the contract leaves out when it measures the availability of a group.
  package func causesLeftOut(of group: String) -> [String] {
    contract.serviceLevels.availability.filter { $0.group == group }.flatMap(\.excluding)
  }
}
