import Register

/// The roots of complete subtrees, so that a proof reads few hashes; and the public keys that have
/// signed for this register.
struct M0040RegisterTiles: Migration {
  let name = "M0040RegisterTiles"
  let statements = [
    """
    CREATE TABLE tile (
      log {integer} NOT NULL REFERENCES log_head (log),
      level {integer} NOT NULL,
      i {integer} NOT NULL,
      root {blob} NOT NULL,
      PRIMARY KEY (log, level, i)
    ) {strict}
    """,
    // Entries recorded before the first key's `since` were never signed.
    """
    CREATE TABLE register_key (
      number {integer} PRIMARY KEY,
      verifier TEXT NOT NULL UNIQUE,
      since {integer} NOT NULL
    ) {strict}
    """,
  ]

  /// The tiles of what was recorded before there were any.
  func finish(on connection: any Connection) throws {
    var logs: [Int64: CompactRange] = [:]
    var last: Int64 = -1
    while true {
      let entries = try connection.rows(
        "SELECT pos, log, leaf, gleaf FROM entry WHERE pos > $1 ORDER BY pos LIMIT 1000",
        [.integer(last)]
      ) { ($0.integer(0), $0.integer(1), $0.blob(2), $0.blob(3)) }
      guard let end = entries.last?.0 else { break }
      for (pos, log, leaf, gleaf) in entries {
        guard let leaf = Hash(stored: leaf), let gleaf = Hash(stored: gleaf) else {
          throw StoreFault.unreadable(reason: "the hashes of entry \(pos)")
        }
        connection.keep(logs[log, default: CompactRange()].append(leaf), of: log)
        connection.keep(
          logs[LogRow.global, default: CompactRange()].append(gleaf), of: LogRow.global)
      }
      last = end
    }
    for table in ["tile", "register_key"] { try connection.forbidChanges(of: table) }
  }
}

extension Connection {
  func keep(_ tiles: [Tile], of log: Int64) {
    for tile in tiles { appended.add(tile, of: log) }
  }
}
