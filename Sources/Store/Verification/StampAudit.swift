import Maintenance
import Register

/// Compares each stamp with the bytes that it stamps, and those with the log's tree.
///
/// The authority's signature is left to `openssl ts -verify`.
struct StampAudit {
  let connection: any Connection

  func run(_ verification: inout Verification) throws {
    // A tree that does not hold says nothing of what was stamped.
    let isSound = verification.isSound
    let heads = try connection.rows("SELECT log, origin, size FROM log_head", []) {
      (log: $0.integer(0), origin: $0.text(1), size: $0.integer(2))
    }
    for head in heads {
      let stamps = try connection.rows(
        """
        SELECT \(TimeStamp.columns) FROM time_stamp WHERE log = $1 ORDER BY size LIMIT 100000
        """, [.integer(head.log)], TimeStamp.init)
      let tree = Reader(connection: connection).tree(of: head.log, size: head.size)
      for stamp in stamps {
        let place = Difference.Place.stamp(origin: stamp.origin, size: stamp.size)
        check(stamp, at: place, &verification)
        // Of an epoch that was closed by a loss, entries may be missing.
        guard stamp.origin == head.origin else { continue }
        guard stamp.size >= 0, stamp.size <= head.size else {
          verification.note(place, "size", .unexpected)
          continue
        }
        guard isSound else { continue }
        let root = try tree.root(at: stamp.size)
        let text = LogHead(origin: stamp.origin, size: stamp.size, root: root).signedText
        if !stamp.checkpoint.hasPrefix(text) { verification.note(place, "note", .differs) }
      }
    }
  }

  private func check(
    _ stamp: TimeStamp, at place: Difference.Place, _ verification: inout Verification
  ) {
    do {
      let reply = try TimeStampReply(reading: stamp.reply)
      if !reply.isOn(Array(stamp.checkpoint.utf8)) {
        verification.note(place, "reply", .differs)
      }
      if Instant(iso: reply.time) != stamp.at { verification.note(place, "at_ms", .differs) }
    } catch {
      verification.note(place, "reply", .unreadable("\(error)"))
    }
  }
}
