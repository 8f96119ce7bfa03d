@testable import Store

/// One value of one row, to be altered by a test behind the store's back.
struct Cell: Sendable {
  let table: String
  let column: String
  var keys: [(column: String, value: SQLValue)]

  static let integers: Set = [
    "n", "at_ms", "subject", "size", "version", "note_count", "id", "log", "pos",
  ]
  static let texts: Set = [
    "kind", "subject_kind", "origin", "name", "sha256", "title", "last_note",
  ]

  /// Another value of the same type that breaks no constraint.
  func altered(_ value: SQLValue) -> SQLValue {
    switch value {
    case .integer(let number): return .integer(number + 1000)
    case .text(let text): return .text(text.dropLast() + (text.last == "x" ? "y" : "x"))
    case .blob(let bytes):
      var bytes = bytes.isEmpty ? [0] : bytes
      bytes[bytes.count / 2] ^= 1
      return .blob(bytes)
    case .null: return .text("x")
    }
  }

  /// The same cell once its key is altered.
  func moved(to value: SQLValue) -> Cell {
    var cell = self
    for index in cell.keys.indices where cell.keys[index].column == column {
      cell.keys[index].value = value
    }
    return cell
  }

  /// Where verifying must point when this cell is altered.
  func expected(_ value: SQLValue) -> (Difference.Place, String) {
    switch (table, column, keys.first?.value) {
    case ("entry", _, .integer(let pos)?):
      let entry = Story.entries[Int(pos)]
      let n: Int64 = column == "n" ? entry.n + 1000 : entry.n
      return (
        .entry(log: entry.log, n: n, pos: pos), column == "subject_kind" ? "subject" : column
      )
    case ("log_head", _, .integer(let log)?): return (.head(log: log), column)
    case ("part", _, .integer(let pos)?):
      guard case .text(let name) = keys[1].value else { break }
      return (.part(pos: pos, name: name), column == "name" ? "" : "plain")
    case ("contract_text", "source", .text(let sha256)?): return (.text(sha256: sha256), "source")
    case ("contract_text", _, _):
      guard case .text(let sha256) = value else { break }
      return (.text(sha256: sha256), "source")
    case ("probe", _, .integer(let id)?):
      return (.row(table: "probe", id: id), column == "id" ? "" : column)
    default: break
    }
    preconditionFailure("no place expected for \(self)")
  }
}

extension Database {
  /// Every cell of the register and of the probes that a constraint lets be altered alone.
  func cells() async throws -> [Cell] {
    let tables: [(table: String, keys: [String], columns: [String])] = [
      (
        "entry", ["pos"],
        ["n", "kind", "at_ms", "subject_kind", "subject", "header", "leaf", "root_after", "gleaf"]
      ),
      ("log_head", ["log"], ["origin", "size", "peaks", "at_ms"]),
      ("part", ["pos", "name"], ["name", "salt", "plain"]),
      ("contract_text", ["sha256"], ["sha256", "source"]),
      ("probe", ["id"], ["id", "version", "title", "note_count", "last_note", "bytes"]),
    ]
    return try await read { reader in
      try tables.flatMap { table, keys, columns in
        let rows = try reader.connection.rows(
          "SELECT \(keys.joined(separator: ", ")) FROM \(table)", []
        ) { row in keys.enumerated().map { ($1, row.value($0, of: $1)) } }
        return rows.flatMap { key in
          columns.map { Cell(table: table, column: $0, keys: key) }
        }
      }
    }
  }

  func value(of cell: Cell) async throws -> SQLValue {
    try await read { reader in
      let values = try reader.connection.rows(
        "SELECT \(cell.column) FROM \(cell.table) WHERE \(cell.condition(from: 1))",
        cell.keys.map(\.value)
      ) { $0.value(0, of: cell.column) }
      return values[0]
    }
  }

  func set(_ cell: Cell, to value: SQLValue) async throws {
    let changed = try await write { transaction in
      try transaction.connection.execute(
        "UPDATE \(cell.table) SET \(cell.column) = $1 WHERE \(cell.condition(from: 2))",
        [value] + cell.keys.map(\.value))
    }
    precondition(changed == 1, "\(cell) is not there")
  }

  func run(_ statements: [String]) async throws {
    try await write { transaction in
      for statement in statements { try transaction.connection.execute(statement, []) }
    }
  }

  /// Takes away the triggers that stop mistakes, as somebody who means harm would.
  func disarm() async throws {
    let isFile = if case .sqlite = location { true } else { false }
    try await run(
      ["entry", "part", "contract_text"].flatMap { table in
        isFile
          ? ["DROP TRIGGER \(table)_no_update", "DROP TRIGGER \(table)_no_delete"]
          : [
            "DROP TRIGGER \(table)_append_only ON \(table)",
            "DROP TRIGGER IF EXISTS \(table)_only_erased ON \(table)",
          ]
      })
  }
}

extension Cell {
  func condition(from first: Int) -> String {
    keys.enumerated().map { "\($1.column) = $\($0 + first)" }.joined(separator: " AND ")
  }
}

extension Row {
  func value(_ index: Int, of column: String) -> SQLValue {
    if Cell.integers.contains(column) { return .integer(integer(index)) }
    if Cell.texts.contains(column) { return optionalText(index).map(SQLValue.text) ?? .null }
    return .blob(blob(index))
  }
}
