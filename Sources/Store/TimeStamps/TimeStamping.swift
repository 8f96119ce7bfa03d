package import Maintenance
import Register

/// What came of asking for a stamp.
package enum StampStanding: Hashable, Sendable {
  case stamped(TimeStamp)
  case waiting(WaitingStamp)
}

extension Database {
  /// Puts a log's signed head among those that wait for a stamp, the global one's without an
  /// agreement, unless it is there or stamped already.
  ///
  /// Nothing when there is no such log, or this process has no key to sign with.
  package func askStamp(
    of agreement: ID<Agreement>? = nil, at instant: Instant
  ) async throws -> StampStanding? {
    let checkpoint =
      if let agreement { try await checkpoint(of: agreement) } else { try await globalCheckpoint() }
    guard let checkpoint else { return nil }
    let lines = checkpoint.split(separator: "\n", maxSplits: 3)
    guard lines.count == 4, let size = Int64(lines[1]) else { return nil }
    let key: [SQLValue] = [.text(String(lines[0])), .integer(size)]
    return try await write { transaction in
      let connection = transaction.connection
      let done = try connection.rows(
        "SELECT \(TimeStamp.columns) FROM time_stamp WHERE origin = $1 AND size = $2", key,
        TimeStamp.init)
      if let stamp = done.first { return .stamped(stamp) }
      try connection.execute(
        """
        INSERT INTO stamp_request (origin, size, log, note, asked_ms, attempts, next_ms, fault)
        VALUES ($1, $2, $3, $4, $5, 0, $5, '') ON CONFLICT (origin, size) DO NOTHING
        """,
        key + [
          .integer(agreement?.number ?? LogRow.global), .text(checkpoint),
          .integer(instant.milliseconds),
        ])
      return try connection.rows(
        "SELECT \(WaitingStamp.columns) FROM stamp_request WHERE origin = $1 AND size = $2", key,
        WaitingStamp.init
      ).first.map(StampStanding.waiting)
    }
  }

  /// Heads whose next attempt is due, a batch of them.
  package func dueStamps(at instant: Instant) async throws -> [WaitingStamp] {
    try await read { reader in
      try reader.connection.rows(
        """
        SELECT \(WaitingStamp.columns) FROM stamp_request WHERE next_ms <= $1
        ORDER BY next_ms, origin, size LIMIT 20
        """, [.integer(instant.milliseconds)], WaitingStamp.init)
    }
  }

  /// Makes one attempt: `ask` takes a request in DER and gives what the authority answered.
  ///
  /// The attempt is written down before it is made, so that two nodes do not make it both; nothing
  /// when another one does. A failed one is tried again later and never thrown.
  package func attempt(
    _ waiting: WaitingStamp, of authority: String, at instant: Instant,
    _ ask: @Sendable ([UInt8]) async throws -> [UInt8]
  ) async throws -> StampStanding? {
    let key: [SQLValue] = [.text(waiting.origin), .integer(waiting.size)]
    let next = instant + waiting.nextPause
    let isOurs = try await write { transaction in
      try transaction.connection.execute(
        """
        UPDATE stamp_request SET attempts = attempts + 1, next_ms = $3
        WHERE origin = $1 AND size = $2 AND attempts = $4
        """,
        key + [.integer(next.milliseconds), .integer(Int64(waiting.attempts))]) == 1
    }
    guard isOurs else { return nil }
    let request = TimeStampRequest(for: Array(waiting.checkpoint.utf8))
    do {
      let bytes = try await ask(request.bytes)
      let reply = try TimeStampReply(reading: bytes)
      try reply.check(request)
      guard let time = Instant(iso: reply.time) else { throw TimeStampFault.malformed }
      return .stamped(try await keep(bytes, at: time, for: waiting, authority, instant))
    } catch let fault as StoreFault {
      throw fault
    } catch {
      let reason = String("\(error)".prefix(300)).filter { $0 != "\0" }
      return try await write { transaction in
        try transaction.connection.execute(
          "UPDATE stamp_request SET fault = $3 WHERE origin = $1 AND size = $2",
          key + [.text(reason)])
        return try transaction.connection.rows(
          "SELECT \(WaitingStamp.columns) FROM stamp_request WHERE origin = $1 AND size = $2", key,
          WaitingStamp.init
        ).first.map(StampStanding.waiting)
      }
    }
  }

  private func keep(
    _ reply: [UInt8], at time: Instant, for waiting: WaitingStamp, _ authority: String,
    _ instant: Instant
  ) async throws -> TimeStamp {
    let key: [SQLValue] = [.text(waiting.origin), .integer(waiting.size)]
    return try await write { transaction in
      let connection = transaction.connection
      try connection.execute(
        """
        INSERT INTO time_stamp (origin, size, log, note, authority, reply, at_ms, received_ms)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (origin, size) DO NOTHING
        """,
        key + [
          .integer(waiting.log), .text(waiting.checkpoint), .text(authority), .blob(reply),
          .integer(time.milliseconds), .integer(instant.milliseconds),
        ])
      try connection.execute(
        "DELETE FROM stamp_request WHERE origin = $1 AND size = $2", key)
      let rows = try connection.rows(
        "SELECT \(TimeStamp.columns) FROM time_stamp WHERE origin = $1 AND size = $2", key,
        TimeStamp.init)
      guard let stamp = rows.first else {
        throw StoreFault.unreadable(reason: "the stamp of \(waiting.origin)")
      }
      return stamp
    }
  }
}
