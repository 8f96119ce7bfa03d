package import Maintenance
import Register

/// An authority's word that a signed head existed at an instant (RFC 3161).
package struct TimeStamp: Hashable, Sendable {
  package let origin: String
  package let size: Int64
  /// The signed head whose bytes are stamped (C2SP tlog-checkpoint).
  package let checkpoint: String
  /// Where the authority was asked.
  package let authority: String
  /// The whole response in DER, as `openssl ts -verify -in` reads it.
  package let reply: [UInt8]
  /// The authority's time, not ours.
  package let at: Instant

  static let columns = "origin, size, note, authority, reply, at_ms"

  init(_ row: Row) {
    origin = row.text(0)
    size = row.integer(1)
    checkpoint = row.text(2)
    authority = row.text(3)
    reply = row.blob(4)
    at = Instant(milliseconds: row.integer(5))
  }
}

/// A signed head that waits for its stamp.
package struct WaitingStamp: Hashable, Sendable {
  package let origin: String
  package let size: Int64
  let log: Int64
  let checkpoint: String
  package let askedAt: Instant
  package let attempts: Int
  /// Why the last attempt failed; empty before the first.
  package let fault: String

  static let columns = "origin, size, log, note, asked_ms, attempts, fault"

  init(_ row: Row) {
    origin = row.text(0)
    size = row.integer(1)
    log = row.integer(2)
    checkpoint = row.text(3)
    askedAt = Instant(milliseconds: row.integer(4))
    attempts = Int(row.integer(5))
    fault = row.text(6)
  }

  /// After one minute, then two, four… at most an hour.
  var nextPause: Int { min(3600, 60 << min(attempts, 6)) }
}

extension Reader {
  /// The latest stamp on a log, the global one's without an agreement.
  package func lastStamp(of agreement: ID<Agreement>? = nil) throws -> TimeStamp? {
    try connection.rows(
      """
      SELECT \(TimeStamp.columns) FROM time_stamp WHERE log = $1
      ORDER BY at_ms DESC, size DESC LIMIT 1
      """, [.integer(agreement?.number ?? LogRow.global)], TimeStamp.init
    ).first
  }

  /// The stamp on this very head; nothing when there is none.
  func stamp(of head: LogHead) throws -> TimeStamp? {
    let stamp = try connection.rows(
      "SELECT \(TimeStamp.columns) FROM time_stamp WHERE origin = $1 AND size = $2",
      [.text(head.origin), .integer(head.size)], TimeStamp.init
    ).first
    return stamp.flatMap { $0.checkpoint.hasPrefix(head.signedText) ? $0 : nil }
  }

  /// When a stamp on the global log was last received or asked for.
  package func lastStampAsked() throws -> Instant? {
    let log: [SQLValue] = [.integer(LogRow.global)]
    return try connection.rows(
      """
      SELECT received_ms FROM time_stamp WHERE log = $1
      UNION ALL SELECT asked_ms FROM stamp_request WHERE log = $1 ORDER BY 1 DESC LIMIT 1
      """, log
    ) { Instant(milliseconds: $0.integer(0)) }.first
  }

  /// How many heads wait for a stamp, and the one that has waited longest.
  package func waitingStamps() throws -> (count: Int, oldest: WaitingStamp?) {
    let count = try connection.rows("SELECT count(*) FROM stamp_request", []) { $0.integer(0) }
    let oldest = try connection.rows(
      "SELECT \(WaitingStamp.columns) FROM stamp_request ORDER BY asked_ms, origin, size LIMIT 1",
      [], WaitingStamp.init)
    return (Int(count.first ?? 0), oldest.first)
  }
}
