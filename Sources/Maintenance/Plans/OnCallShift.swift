/// A span of time during which one of the provider's people answers outside opening hours.
package struct OnCallShift: Evidenced, Hashable {
  package let id: ID<OnCallShift>
  package private(set) var version = 1
  package let account: ID<Account>
  /// Of the person, when the shift was planned.
  package let name: String
  package private(set) var span: TimeSpan
  package private(set) var isCancelled = false

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == ShiftFact.planned else {
      throw ReplayFault("a shift starts with \(ShiftFact.planned), not \(fact.kind)")
    }
    guard let account = ID<Account>(try fact.text("account")) else {
      throw ReplayFault("\(fact.kind): unreadable account")
    }
    id = ID(number: fact.subject.id)
    self.account = account
    name = try fact.text("name")
    span = try TimeSpan(fact)
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case ShiftFact.moved: span = try TimeSpan(fact)
    case ShiftFact.cancelled: isCancelled = true
    default: throw ReplayFault("a shift knows no fact \(fact.kind)")
    }
    version += 1
  }
}

enum ShiftFact {
  static let planned = "shift.planned"
  static let moved = "shift.moved"
  static let cancelled = "shift.cancelled"
}

/// Why the rota cannot be changed so.
package enum ShiftRefusal: String, Error, Hashable, Sendable, CaseIterable {
  /// The end must follow the start, by a month at most.
  case badSpan
  /// From the past week to a year ahead.
  case tooFar
  /// A client's person, one who does not work on tickets, or an account that is disabled.
  case cannotAnswer
  case alreadyCancelled
  /// What is over stays as it was.
  case isOver
}

extension OnCallShift {
  private static let longestSeconds = 31 * 86_400

  package static func planned(
    _ account: Account, _ span: TimeSpan, id: ID<OnCallShift>, by actor: Actor, at instant: Instant
  ) throws -> Change<OnCallShift> {
    guard account.role.may(.workTickets), !account.isDisabled else {
      throw ShiftRefusal.cannotAnswer
    }
    guard span.seconds > 0, span.seconds <= longestSeconds else { throw ShiftRefusal.badSpan }
    guard span.start >= instant + -7 * 86_400, span.start <= instant + 366 * 86_400 else {
      throw ShiftRefusal.tooFar
    }
    let body = span.fields.merging([
      "account": .text(account.id.text), "name": .text(account.name),
    ]) { first, _ in first }
    return try Change(from: [fact(ShiftFact.planned, id, actor, instant, body)])
  }

  /// Makes room for another's shift: what remains of this one, in order. Empty when nothing does.
  package func remainders(without other: TimeSpan) -> [TimeSpan] {
    [span].subtracting([other])
  }

  /// Keeps only a part of it.
  package func moved(
    to span: TimeSpan, by actor: Actor, at instant: Instant
  ) throws -> Change<OnCallShift> {
    guard !isCancelled else { throw ShiftRefusal.alreadyCancelled }
    guard span.seconds > 0 else { throw ShiftRefusal.badSpan }
    return try Change(
      to: self, facts: [OnCallShift.fact(ShiftFact.moved, id, actor, instant, span.fields)])
  }

  /// The rest of a split shift, under the same person.
  package func rest(
    _ span: TimeSpan, id: ID<OnCallShift>, by actor: Actor, at instant: Instant
  ) throws -> Change<OnCallShift> {
    let body = span.fields.merging(["account": .text(account.text), "name": .text(name)]) {
      first, _ in first
    }
    return try Change(from: [OnCallShift.fact(ShiftFact.planned, id, actor, instant, body)])
  }

  package func cancelled(by actor: Actor, at instant: Instant) throws -> Change<OnCallShift> {
    guard !isCancelled else { throw ShiftRefusal.alreadyCancelled }
    guard span.end > instant else { throw ShiftRefusal.isOver }
    return try relieved(by: actor, at: instant)
  }

  /// Another takes the whole of it over.
  package func relieved(by actor: Actor, at instant: Instant) throws -> Change<OnCallShift> {
    try Change(to: self, facts: [OnCallShift.fact(ShiftFact.cancelled, id, actor, instant, [:])])
  }

  /// The rota belongs to no contract: its facts stand in the register's own log.
  private static func fact(
    _ kind: String, _ id: ID<OnCallShift>, _ actor: Actor, _ instant: Instant,
    _ body: [String: Datum]
  ) -> Fact {
    Fact(
      kind: kind, at: instant, actor: actor,
      subject: Subject(kind: .shift, id: id.number, agreement: Subject.register.agreement),
      body: .fields(body))
  }
}

extension TimeSpan {
  fileprivate init(_ fact: Fact) throws(ReplayFault) {
    guard let start = Instant(iso: try fact.text("start")),
      let end = Instant(iso: try fact.text("end"))
    else { throw ReplayFault("\(fact.kind): unreadable span") }
    self.init(start: start, end: end)
  }

  fileprivate var fields: [String: Datum] {
    ["start": .text(start.iso), "end": .text(end.iso)]
  }
}
