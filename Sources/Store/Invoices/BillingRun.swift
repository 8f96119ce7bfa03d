package import Maintenance

/// A run that bills what is due: work to be done, no evidence. What it issues is.
package struct BillingRun: Sendable, Equatable {
  package var id: ID<BillingRun>
  /// Who asked for it, and issues.
  package var actor: Actor
  package var started: Instant
  /// Once what is due is listed.
  package var prepared: Instant?
  package var ended: Instant?

  package init(id: ID<BillingRun>, actor: Actor, started: Instant) {
    self.id = id
    self.actor = actor
    self.started = started
  }

  /// One month of one contract.
  package struct Item: Sendable, Equatable {
    package enum State: String, CaseIterable, Sendable {
      case waiting
      case issued
      /// The rules or the validators say no, until somebody mends the contract.
      case refused
      /// The press or the database failed; it may be tried again.
      case failed
    }

    package var place: Int
    package var agreement: ID<Agreement>
    package var clientName: String
    package var month: Month
    package var net: Money
    package var state = State.waiting
    /// The refusal as it is stored, or what failed.
    package var detail = ""
    package var invoice: ID<Invoice>?
    package var attempts = 0

    package init(
      place: Int, agreement: ID<Agreement>, clientName: String, month: Month, net: Money
    ) {
      self.place = place
      self.agreement = agreement
      self.clientName = clientName
      self.month = month
      self.net = net
    }
  }
}

extension Reader {
  package func billingRun(_ id: ID<BillingRun>) throws -> BillingRun? {
    try billingRuns("WHERE id = $1", [.integer(id.number)]).first
  }

  /// The newest first.
  package func billingRuns(limit: Int) throws -> [BillingRun] {
    try billingRuns("ORDER BY id DESC LIMIT $1", [.integer(Int64(limit))])
  }

  /// The oldest run that is not ended and that nobody holds.
  package func openBillingRun(at instant: Instant) throws -> BillingRun? {
    try billingRuns(
      "WHERE ended_ms IS NULL AND lease_ms <= $1 ORDER BY id LIMIT 1",
      [.integer(instant.milliseconds)]
    ).first
  }

  package func hasOpenBillingRun() throws -> BillingRun? {
    try billingRuns("WHERE ended_ms IS NULL ORDER BY id LIMIT 1", []).first
  }

  private func billingRuns(_ rest: String, _ values: [SQLValue]) throws -> [BillingRun] {
    try connection.rows(
      "SELECT id, side, actor, started_ms, prepared_ms, ended_ms FROM billing_run \(rest)", values
    ) { row in
      guard let side = Actor.Side(rawValue: row.text(1)) else {
        throw StoreFault.unreadable(reason: "the side of a run")
      }
      var run = BillingRun(
        id: ID(number: row.integer(0)), actor: Actor(side: side, name: row.text(2)),
        started: Instant(milliseconds: row.integer(3)))
      run.prepared = row.optionalInteger(4).map { Instant(milliseconds: $0) }
      run.ended = row.optionalInteger(5).map { Instant(milliseconds: $0) }
      return run
    }
  }

  /// How many months of a run are in each state.
  package func counts(of run: ID<BillingRun>) throws -> [BillingRun.Item.State: Int] {
    let counts = try connection.rows(
      "SELECT state, COUNT(*) FROM billing_run_item WHERE run = $1 GROUP BY state",
      [.integer(run.number)]
    ) { (BillingRun.Item.State(rawValue: $0.text(0)), Int($0.integer(1))) }
    return Dictionary(
      counts.compactMap { state, count in state.map { ($0, count) } }, uniquingKeysWith: +)
  }

  /// Months of a run in a state, in the order in which they are worked on.
  package func items(
    of run: ID<BillingRun>, _ state: BillingRun.Item.State, limit: Int
  ) throws -> [BillingRun.Item] {
    try items(
      "WHERE run = $1 AND state = $2 ORDER BY attempts, place LIMIT $3",
      [.integer(run.number), .text(state.rawValue), .integer(Int64(limit))]
    ).map(\.item)
  }

  /// What failed in any run, the newest first.
  package func failedItems(
    limit: Int
  ) throws -> [(run: ID<BillingRun>, item: BillingRun.Item)] {
    try items("WHERE state = 'failed' ORDER BY run DESC, place LIMIT $1", [.integer(Int64(limit))])
  }

  private func items(
    _ rest: String, _ values: [SQLValue]
  ) throws -> [(run: ID<BillingRun>, item: BillingRun.Item)] {
    try connection.rows(
      """
      SELECT place, agreement, client_name, month, net_cents, state, detail, invoice, attempts, run
      FROM billing_run_item \(rest)
      """, values
    ) { row in
      guard let month = Month(iso: row.text(3)),
        let state = BillingRun.Item.State(rawValue: row.text(5))
      else { throw StoreFault.unreadable(reason: "a month of a run") }
      var item = BillingRun.Item(
        place: Int(row.integer(0)), agreement: ID(number: row.integer(1)),
        clientName: row.text(2), month: month, net: Money(cents: row.integer(4)))
      item.state = state
      item.detail = row.text(6)
      item.invoice = row.optionalInteger(7).map { ID(number: $0) }
      item.attempts = Int(row.integer(8))
      return (ID(number: row.integer(9)), item)
    }
  }
}

extension Transaction {
  package func add(_ run: BillingRun) throws {
    try connection.execute(
      """
      INSERT INTO billing_run (id, side, actor, started_ms, lease_ms) VALUES ($1, $2, $3, $4, 0)
      """,
      [
        .integer(run.id.number), .text(run.actor.side.rawValue), .text(run.actor.name),
        .integer(run.started.milliseconds),
      ])
  }

  /// Holds a run until an instant; false when somebody else does or it is ended.
  package func hold(
    _ run: ID<BillingRun>, at instant: Instant, until lease: Instant, isRenewed: Bool
  ) throws -> Bool {
    try connection.execute(
      """
      UPDATE billing_run SET lease_ms = $3
      WHERE id = $1 AND ended_ms IS NULL AND (lease_ms <= $2 OR $4 = 1)
      """,
      [
        .integer(run.number), .integer(instant.milliseconds), .integer(lease.milliseconds),
        .integer(isRenewed ? 1 : 0),
      ]) == 1
  }

  package func prepare(
    _ run: ID<BillingRun>, _ items: [BillingRun.Item], at instant: Instant
  ) throws {
    try connection.execute(
      "UPDATE billing_run SET prepared_ms = $2 WHERE id = $1 AND prepared_ms IS NULL",
      [.integer(run.number), .integer(instant.milliseconds)])
    for item in items {
      try connection.send(
        """
        INSERT INTO billing_run_item (run, place, agreement, client_name, month, net_cents, state,
          detail, attempts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        [
          .integer(run.number), .integer(Int64(item.place)), .integer(item.agreement.number),
          .text(item.clientName), .text(item.month.iso), .integer(item.net.cents),
          .text(item.state.rawValue), .text(item.detail), .integer(Int64(item.attempts)),
        ])
    }
  }

  package func update(_ item: BillingRun.Item, of run: ID<BillingRun>) throws {
    try connection.execute(
      """
      UPDATE billing_run_item SET state = $3, detail = $4, invoice = $5, attempts = $6
      WHERE run = $1 AND place = $2
      """,
      [
        .integer(run.number), .integer(Int64(item.place)), .text(item.state.rawValue),
        .text(item.detail), item.invoice.map { .integer($0.number) } ?? .null,
        .integer(Int64(item.attempts)),
      ])
  }

  package func end(_ run: ID<BillingRun>, at instant: Instant) throws {
    try connection.execute(
      "UPDATE billing_run SET ended_ms = $2, lease_ms = 0 WHERE id = $1",
      [.integer(run.number), .integer(instant.milliseconds)])
  }

  /// Anybody may go on with it at once.
  package func letGo(_ run: ID<BillingRun>) throws {
    try connection.execute(
      "UPDATE billing_run SET lease_ms = 0 WHERE id = $1", [.integer(run.number)])
  }

  /// What was refused or failed waits again, and the run goes on.
  package func reopen(_ run: ID<BillingRun>) throws {
    try connection.execute(
      """
      UPDATE billing_run_item SET state = 'waiting', detail = '', attempts = 0
      WHERE run = $1 AND state IN ('refused', 'failed')
      """, [.integer(run.number)])
    try connection.execute(
      "UPDATE billing_run SET ended_ms = NULL WHERE id = $1", [.integer(run.number)])
  }
}
