import Glibc
import Maintenance
import Register

/// What transactions have added to the register and not sent yet: its rows go out together, and a
/// head that many changes move is written once.
///
/// Whoever reads the register's tables in the same transaction has it sent first; see `release`.
struct Appended {
  /// Rows in the order of the columns that `Insertion` names.
  struct Rows {
    var entries: [[SQLValue]] = []
    var parts: [[SQLValue]] = []
    var tiles: [[SQLValue]] = []
    var commands: [[SQLValue]] = []
    /// Each with the size that its row has.
    var heads: [(head: LogRow, before: Int64)] = []
  }

  /// Heads that are held until the transaction ends, as they stand with all that was appended.
  private(set) var heads: [Int64: LogRow] = [:]
  /// Commands that were looked for, and what each changed.
  private(set) var commands: [[UInt8]: Subject?] = [:]
  /// Counts on, whatever is sent meanwhile.
  private(set) var additions = 0
  /// Entries whose words SQLite's index may lack; one more than may wait until they are counted.
  var unsettled = UnsettledWords.most
  private var rows = Rows()
  /// The size in the row of each head that is held.
  private var sizes: [Int64: Int64] = [:]
  private var moved: Set<Int64> = []
  /// Numbers of those that the entries not yet sent are about.
  private var subjects: Set<Int64> = []
  private var bytes = 0

  /// Nothing waits to be sent.
  var isSent: Bool {
    rows.entries.isEmpty && rows.tiles.isEmpty && rows.commands.isEmpty && moved.isEmpty
  }

  /// So much waits that memory and the line ask for it to be sent.
  var isFull: Bool { rows.entries.count >= 500 || bytes > 1 << 20 }

  func concerns(_ subject: Int64) -> Bool { subjects.contains(subject) }

  mutating func hold(_ head: LogRow) {
    heads[head.log] = head
    sizes[head.log] = head.range.size
  }

  /// After a statement of another kind wrote heads.
  mutating func forgetHeads() {
    heads = [:]
    sizes = [:]
  }

  mutating func move(_ head: LogRow) {
    precondition(sizes[head.log] != nil, "a head is held before it moves")
    heads[head.log] = head
    moved.insert(head.log)
    additions += 1
  }

  mutating func add(_ entry: [SQLValue], _ parts: [EntryPart], at pos: Int64, about id: Int64) {
    rows.entries.append(entry)
    for part in parts {
      rows.parts.append(
        [.integer(pos), .text(part.name), .blob(part.salt), .blob(part.content)])
      bytes += part.content.count
    }
    subjects.insert(id)
    unsettled += 1
    additions += 1
  }

  mutating func add(_ tile: Tile, of log: Int64) {
    rows.tiles.append([
      .integer(log), .integer(Int64(tile.level)), .integer(tile.index), .blob(tile.root.bytes),
    ])
    additions += 1
  }

  mutating func add(_ command: Command, on subject: Subject, at pos: Int64) {
    rows.commands.append([
      .blob(command.digest), .text(subject.kind.rawValue), .integer(subject.id),
      .integer(subject.agreement.number), .integer(pos),
    ])
    know(command.digest, subject)
    additions += 1
  }

  mutating func know(_ digest: [UInt8], _ subject: Subject?) {
    commands.updateValue(subject, forKey: digest)
  }

  /// What waits, which is then taken to be sent.
  mutating func take() -> Rows {
    var taken = rows
    for log in moved.sorted(by: >) {
      guard let head = heads[log], let before = sizes[log] else { continue }
      taken.heads.append((head, before))
      sizes[log] = head.range.size
    }
    rows = Rows()
    moved = []
    subjects = []
    bytes = 0
    return taken
  }

  /// What the next transaction of the only writer need not read again, once this one is committed.
  var kept: Appended {
    guard isSent else { return Appended() }
    var kept = self
    kept.commands = [:]
    if heads.count > Appended.mostHeads { kept.forgetHeads() }
    return kept
  }

  private static let mostHeads = 256

  /// Whether a statement speaks of tables that may lack what waits.
  static func isRegister(in sql: String) -> Bool { says(sql, words) }

  static func isHead(in sql: String) -> Bool { says(sql, ["log_head"]) }

  private static let words = ["entry", "part", "tile", "command", "log_head"]

  private static func says(_ sql: String, _ words: [String]) -> Bool {
    sql.withCString { text in words.contains { strstr(text, $0) != nil } }
  }
}

extension Connection {
  /// Sends what waits to be sent.
  func release() throws {
    let rows = appended.take()
    try insert(rows.entries, by: .entry)
    try insert(rows.parts, by: .part)
    try insert(rows.tiles, by: .tile)
    try insert(rows.commands, by: .command)
    try write(rows.heads)
  }

  private func insert(_ rows: [[SQLValue]], by insertion: Insertion) throws {
    guard !rows.isEmpty else { return }
    try post(insertion.sql(dialect), each: rows, otherwise: nil)
  }

  /// A head that somebody moved meanwhile is nobody's to write.
  private func write(_ heads: [(head: LogRow, before: Int64)]) throws {
    guard !heads.isEmpty else { return }
    let sql =
      switch dialect {
      case .sqlite:
        """
        UPDATE log_head SET size = $3, peaks = $4, at_ms = $5 WHERE log = $1 AND size = $2
        """
      case .postgres:
        """
        UPDATE log_head SET size = moved.size, peaks = moved.peaks, at_ms = moved.at_ms
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bytea[], $5::bigint[])
          AS moved (log, before, size, peaks, at_ms)
        WHERE log_head.log = moved.log AND log_head.size = moved.before
        """
      }
    let rows = heads.map { head, before -> [SQLValue] in
      [
        .integer(head.log), .integer(before), .integer(head.range.size), .blob(head.range.bytes),
        .integer(head.at.milliseconds),
      ]
    }
    try post(sql, each: rows, otherwise: .contention(reason: "the head of a log"))
  }
}

/// The statement that fills a table of the register, a row at a time or by arrays.
private struct Insertion {
  private let sqlite: String
  private let postgres: String

  /// Names of columns with PostgreSQL's of their types, in the order of the values.
  private init(_ table: String, _ columns: KeyValuePairs<String, String>) {
    let into = "INSERT INTO \(table) (\(columns.map(\.key).joined(separator: ", ")))"
    let places = (1...columns.count).map { "$\($0)" }
    let arrays = zip(places, columns).map { "\($0)::\($1.value)[]" }
    sqlite = "\(into) VALUES (\(places.joined(separator: ", ")))"
    postgres = "\(into) SELECT * FROM unnest(\(arrays.joined(separator: ", ")))"
  }

  func sql(_ dialect: Dialect) -> String {
    switch dialect {
    case .sqlite: sqlite
    case .postgres: postgres
    }
  }

  static let entry = Insertion(
    "entry",
    [
      "pos": "bigint", "log": "bigint", "n": "bigint", "kind": "text", "at_ms": "bigint",
      "subject_kind": "text", "subject": "bigint", "header": "bytea", "leaf": "bytea",
      "root_after": "bytea", "gleaf": "bytea",
    ])
  static let part = Insertion(
    "part", ["pos": "bigint", "name": "text", "salt": "bytea", "plain": "bytea"])
  static let tile = Insertion(
    "tile", ["log": "bigint", "level": "bigint", "i": "bigint", "root": "bytea"])
  static let command = Insertion(
    "command",
    [
      "digest": "bytea", "subject_kind": "text", "subject": "bigint", "agreement": "bigint",
      "pos": "bigint",
    ])
}
