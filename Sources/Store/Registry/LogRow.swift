import Maintenance
import Register

/// A row of `log_head`: where one log stands.
struct LogRow: Equatable {
  /// The number of the global log; an agreement's log has the agreement's number.
  static let global: Int64 = 0

  let log: Int64
  let origin: String
  private(set) var range: CompactRange
  private(set) var at: Instant

  static let columns = "log, origin, size, peaks, at_ms"

  init(_ row: Row) throws {
    log = row.integer(0)
    origin = row.text(1)
    guard let range = CompactRange(size: row.integer(2), stored: row.blob(3)) else {
      throw StoreFault.unreadable(reason: "the head of log \(log)")
    }
    self.range = range
    at = Instant(milliseconds: row.integer(4))
  }

  /// The head, held until the transaction ends; a log that is not there yet is begun.
  static func locked(_ log: Int64, on connection: any Connection) throws -> LogRow {
    try connection.hear()
    if let held = connection.appended.heads[log] { return held }
    let sql =
      "SELECT \(columns) FROM log_head WHERE log = $1" + connection.dialect.forUpdate
    func read() throws -> LogRow? {
      let row = try connection.fetch(sql, [.integer(log)], LogRow.init).first
      if let row { connection.appended.hold(row) }
      return row
    }
    if let row = try read() { return row }
    let origins = try connection.fetch("SELECT origin FROM log_head WHERE log = 0", []) {
      $0.text(0)
    }
    guard let global = origins.first, log != LogRow.global else {
      throw StoreFault.unreadable(reason: "the register has no global log")
    }
    let origin = "\(house(of: global))/r/\(newName(prefix: ""))"
    // Two who begin it at once: the second waits, inserts nothing, and reads the first one's row.
    _ = try connection.run(
      """
      INSERT INTO log_head (log, origin, size, peaks, at_ms) VALUES ($1, $2, 0, $3, 0)
      ON CONFLICT (log) DO NOTHING
      """,
      [.integer(log), .text(Epoch(of: global).origin(after: origin)), .blob([])])
    guard let row = try read() else {
      throw StoreFault.unreadable(reason: "log \(log) cannot be begun")
    }
    return row
  }

  /// The global log's, as it stands.
  static func global(on connection: any Connection) throws -> LogRow? {
    try connection.rows("SELECT \(columns) FROM log_head WHERE log = 0", [], LogRow.init).first
  }

  var head: LogHead { LogHead(origin: origin, size: range.size, root: range.root) }

  /// Appends to the head in hand, and keeps the tiles that the leaf completes.
  mutating func append(_ leaf: Hash, at instant: Instant, on connection: any Connection) {
    connection.keep(range.append(leaf), of: log)
    at = instant
  }

  /// Written when the transaction ends, or when somebody asks for it.
  func update(on connection: any Connection) throws {
    connection.appended.move(self)
    if connection.appended.isFull { try connection.release() }
  }

  /// The register's own name: what every origin in it begins with.
  static func house(of origin: String) -> Substring {
    origin.prefix { $0 != "/" }
  }

  /// Eighty bits of chance in Crockford's base 32: whoever sees one log learns nothing of others.
  static func newName(prefix: String) -> String {
    var chance = SystemRandomNumberGenerator()
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return prefix + String((0..<16).map { _ in letters[Int.random(in: 0..<32, using: &chance)] })
  }
}
