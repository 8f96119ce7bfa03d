package import Maintenance

/// The server's clock went back between two entries of the register, as an entry of the register's
/// own log tells it.
package struct ClockJump: Hashable, Sendable {
  package static let factKind = "register.clock-back"

  /// What clocks of two nodes, or two acts that wait for each other, may differ by.
  static let tolerance: Int64 = 2000

  /// When the entry before was recorded, and what the clock said next.
  package let before: Instant
  package let after: Instant

  init(before: Instant, after: Instant) {
    self.before = before
    self.after = after
  }

  /// Nothing unless `fact` tells of one.
  init?(_ fact: Fact) {
    guard fact.kind == Self.factKind, let text = fact.body["before"]?.text,
      let before = Instant(iso: text)
    else { return nil }
    self.init(before: before, after: fact.at)
  }

  /// Whether an entry recorded at `after` must be told to go back from one of `before`.
  static func isOne(before: Int64, after: Int64) -> Bool {
    before > tolerance && after < before - tolerance
  }

  var fact: Fact {
    Fact(
      kind: Self.factKind, at: after, actor: Actor(side: .system, name: "Diligence"),
      subject: .register, body: .fields(["before": .text(before.iso)]))
  }
}

extension Transaction {
  /// Records that the clock went back, before what is recorded at `instant`; its order is that of
  /// the log, whatever the clock says, and its time is the one that the clock says.
  func noteClock(
    _ instant: Instant, in log: inout LogRow, _ global: inout LogRow
  ) throws {
    guard
      ClockJump.isOne(before: global.at.milliseconds, after: instant.milliseconds)
    else { return }
    let fact = ClockJump(before: global.at, after: instant).fact
    guard log.log != fact.subject.agreement.number else {
      return try append(fact, to: &log, &global)
    }
    var own = try LogRow.locked(fact.subject.agreement.number, on: connection)
    try append(fact, to: &own, &global)
    try own.update(on: connection)
  }
}

extension Reader {
  /// The last times that the clock went back, newest first.
  package func clockJumps(limit: Int) throws -> [ClockJump] {
    try connection.rows(
      """
      SELECT \(FactRow.columns) FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.log = $1 AND e.kind = $2 ORDER BY e.n DESC LIMIT $3
      """,
      [
        .integer(Subject.register.agreement.number), .text(ClockJump.factKind),
        .integer(Int64(limit)),
      ]
    ) { ClockJump(try FactRow($0).fact) }.compactMap(\.self)
  }
}
