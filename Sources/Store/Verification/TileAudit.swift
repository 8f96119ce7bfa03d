import Register

/// Compares the stored tiles with the ones that the recomputed trees complete.
struct TileAudit {
  private let connection: any Connection
  private var count: Int64 = 0

  init(_ connection: any Connection) {
    self.connection = connection
  }

  mutating func check(
    _ tiles: [Tile], of log: Int64, _ verification: inout Verification
  ) throws {
    for tile in tiles {
      let stored = try connection.rows(
        "SELECT root FROM tile WHERE log = $1 AND level = $2 AND i = $3",
        [.integer(log), .integer(Int64(tile.level)), .integer(tile.index)]
      ) { $0.blob(0) }
      let place = Difference.Place.tile(log: log, level: tile.level, index: tile.index)
      guard let root = stored.first else {
        verification.note(place, "", .missing)
        continue
      }
      count += 1
      if root != tile.root.bytes { verification.note(place, "root", .differs) }
    }
  }

  /// Every tile that should be there was counted: any more are nobody's.
  func findUnexpected(_ verification: inout Verification) throws {
    let stored = try connection.rows("SELECT count(*) FROM tile", []) { $0.integer(0) }.first ?? 0
    guard stored > count else { return }
    let sizes = """
      SELECT t.log, t.level, t.i FROM tile t LEFT JOIN log_head h ON h.log = t.log
      WHERE h.log IS NULL OR t.level < 1 OR t.level > 7 OR t.i < 0
        OR t.i >= h.size / CASE t.level WHEN 1 THEN 256 WHEN 2 THEN 65536 WHEN 3 THEN 16777216
          ELSE 4294967296 END
      ORDER BY t.log, t.level, t.i LIMIT \(Verification.kept)
      """
    let places = try connection.rows(sizes, []) {
      Difference.Place.tile(
        log: $0.integer(0), level: Int($0.integer(1)), index: $0.integer(2))
    }
    for place in places { verification.note(place, "", .unexpected) }
  }
}
