package import Maintenance

extension Handover: Projected {
  package static let subjectKind = Subject.Kind.handover
  package static let table = "handover"
  package static let columns = [
    "id", "version", "agreement", "invoice", "is_waiting", "needs_attention",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .integer(agreement.number),
      .integer(invoice.number), .integer(next == nil ? 0 : 1),
      .integer(needsAttention ? 1 : 0),
    ]
  }
}

extension Reader {
  package func handover(_ id: ID<Handover>) throws -> Handover? {
    let facts = try facts(of: .handover, id.number)
    return facts.isEmpty ? nil : try Handover(replaying: facts)
  }

  /// That of an invoice; nothing when it was never handed over.
  package func handover(of invoice: ID<Invoice>) throws -> Handover? {
    try connection.rows(
      "SELECT id FROM handover WHERE invoice = $1", [.integer(invoice.number)]
    ) { ID<Handover>(number: $0.integer(0)) }.first.flatMap { try handover($0) }
  }

  /// With something to send, whose next attempt is due: the oldest first.
  package func dueHandovers(at instant: Instant, limit: Int) throws -> [DueHandover] {
    try connection.rows(
      """
      SELECT h.id, COALESCE(a.attempts, 0) FROM handover h
      LEFT JOIN handover_attempt a ON a.handover = h.id
      WHERE h.is_waiting = 1 AND COALESCE(a.next_ms, 0) <= $1 ORDER BY h.id LIMIT $2
      """, [.integer(instant.milliseconds), .integer(Int64(limit))]
    ) { DueHandover(id: ID(number: $0.integer(0)), attempts: Int($0.integer(1))) }
  }

  /// Invoices issued from a day on that nobody handed over: the oldest first.
  package func invoicesToHandOver(from day: Day, limit: Int) throws -> [ID<Invoice>] {
    try connection.rows(
      """
      SELECT i.id FROM invoice i WHERE i.issued_day >= $1
        AND NOT EXISTS (SELECT 1 FROM handover h WHERE h.invoice = i.id)
      ORDER BY i.issued_day, i.id LIMIT $2
      """, [.integer(Int64(day.number)), .integer(Int64(limit))]
    ) { ID<Invoice>(number: $0.integer(0)) }
  }

  /// Invoices that the platform or the buyer turned down, the last first.
  package func handoversInTrouble(limit: Int) throws -> [Handover] {
    try connection.rows(
      "SELECT id FROM handover WHERE needs_attention = 1 ORDER BY id DESC LIMIT $1",
      [.integer(Int64(limit))]
    ) { ID<Handover>(number: $0.integer(0)) }.compactMap { try handover($0) }
  }

  /// Why the last try for it failed, and when the next one comes.
  package func failedAttempt(_ id: ID<Handover>) throws -> FailedAttempt? {
    try connection.rows(
      "SELECT attempts, next_ms, fault FROM handover_attempt WHERE handover = $1",
      [.integer(id.number)]
    ) {
      FailedAttempt(
        count: Int($0.integer(0)), next: Instant(milliseconds: $0.integer(1)), fault: $0.text(2))
    }.first.flatMap { $0.fault.isEmpty ? nil : $0 }
  }
}

package struct DueHandover: Sendable {
  package var id: ID<Handover>
  package var attempts: Int
}

package struct FailedAttempt: Sendable, Equatable {
  package var count: Int
  package var next: Instant
  package var fault: String
}

extension Transaction {
  /// Takes the next attempt for this node; not when another one took it meanwhile.
  package func takeAttempt(_ due: DueHandover, until next: Instant) throws -> Bool {
    let key: [SQLValue] = [.integer(due.id.number), .integer(next.milliseconds)]
    if due.attempts == 0 {
      let made = try connection.execute(
        """
        INSERT INTO handover_attempt (handover, attempts, next_ms, fault)
        VALUES ($1, 1, $2, '') ON CONFLICT (handover) DO NOTHING
        """, key)
      return made == 1
    }
    return try connection.execute(
      """
      UPDATE handover_attempt SET attempts = attempts + 1, next_ms = $2
      WHERE handover = $1 AND attempts = $3
      """, key + [.integer(Int64(due.attempts))]) == 1
  }

  package func noteFault(_ fault: String, of id: ID<Handover>) throws {
    try connection.execute(
      "UPDATE handover_attempt SET fault = $2 WHERE handover = $1",
      [.integer(id.number), .text(fault)])
  }

  /// The platform answered: the next thing to send starts afresh.
  package func forgetAttempts(_ id: ID<Handover>) throws {
    try connection.execute(
      "DELETE FROM handover_attempt WHERE handover = $1", [.integer(id.number)])
  }

  /// Takes a platform's answers to read for this node, when the last look is `pause` seconds old;
  /// gives the mark after which to read, empty at first.
  package func takeReading(
    of platform: String, at instant: Instant, pause: Int
  ) throws -> String? {
    try connection.execute(
      """
      INSERT INTO platform_reading (platform, updated_after, asked_ms, read_ms, fault)
      VALUES ($1, '', 0, 0, '') ON CONFLICT (platform) DO NOTHING
      """, [.text(platform)])
    let taken = try connection.execute(
      "UPDATE platform_reading SET asked_ms = $2 WHERE platform = $1 AND asked_ms <= $3",
      [
        .text(platform), .integer(instant.milliseconds),
        .integer((instant + -pause).milliseconds),
      ])
    guard taken == 1 else { return nil }
    return try connection.rows(
      "SELECT updated_after FROM platform_reading WHERE platform = $1", [.text(platform)]
    ) { $0.text(0) }.first
  }

  package func noteReading(
    of platform: String, upTo mark: String?, fault: String, at instant: Instant
  ) throws {
    try connection.execute(
      """
      UPDATE platform_reading SET updated_after = COALESCE($2, updated_after), fault = $3,
        read_ms = CASE WHEN $3 = '' THEN $4 ELSE read_ms END
      WHERE platform = $1
      """,
      [
        .text(platform), mark.map(SQLValue.text) ?? .null, .text(fault),
        .integer(instant.milliseconds),
      ])
  }
}
