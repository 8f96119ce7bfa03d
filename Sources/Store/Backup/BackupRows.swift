/// Rows of one table as a backup carries them, whichever engine they come from.
struct BackupRows: Equatable {
  let table: String
  let columns: [String]
  var rows: [[SQLValue]] = []

  /// Big-endian lengths of 32 bits; before each value its type: 0 null, 1 integer, 2 text, 3 bytes.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func add(_ count: Int) {
      for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
    }
    func add(_ content: [UInt8]) {
      add(content.count)
      bytes += content
    }
    add(Array(table.utf8))
    add(columns.count)
    for column in columns { add(Array(column.utf8)) }
    add(rows.count)
    for value in rows.joined() {
      switch value {
      case .null: bytes.append(0)
      case .integer(let number):
        bytes.append(1)
        add(Int(truncatingIfNeeded: number >> 32))
        add(Int(truncatingIfNeeded: number))
      case .text(let text):
        bytes.append(2)
        add(Array(text.utf8))
      case .blob(let content):
        bytes.append(3)
        add(content)
      }
    }
    return bytes
  }

  /// In pieces of a megabyte or one row each, at least one.
  func inFrames(_ add: (BackupRows) throws -> Void) throws {
    var frame = BackupRows(table: table, columns: columns)
    var size = 0
    for row in rows {
      frame.rows.append(row)
      size += row.reduce(0) { $0 + $1.weight }
      guard size > 1 << 20 else { continue }
      try add(frame)
      frame.rows = []
      size = 0
    }
    if rows.isEmpty || !frame.rows.isEmpty { try add(frame) }
  }

  init(table: String, columns: [String]) {
    self.table = table
    self.columns = columns
  }

  /// Nothing unless all of the bytes are such rows.
  init?(reading bytes: [UInt8]) {
    var rest = bytes[...]
    func count() -> Int? {
      guard rest.count >= 4 else { return nil }
      defer { rest = rest.dropFirst(4) }
      return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
    func content() -> [UInt8]? {
      guard let count = count(), count <= rest.count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    func text() -> String? { content().flatMap { String(validating: $0, as: UTF8.self) } }
    func value() -> SQLValue? {
      switch rest.popFirst() {
      case 0: return .null
      case 1:
        guard let high = count(), let low = count() else { return nil }
        return .integer(Int64(truncatingIfNeeded: high << 32 | low))
      case 2: return text().map(SQLValue.text)
      case 3: return content().map(SQLValue.blob)
      default: return nil
      }
    }
    guard let table = text(), let width = count(), (1...100).contains(width) else { return nil }
    var columns: [String] = []
    for _ in 0..<width {
      guard let column = text() else { return nil }
      columns.append(column)
    }
    self.init(table: table, columns: columns)
    guard let height = count(), height <= bytes.count else { return nil }
    for _ in 0..<height {
      var row: [SQLValue] = []
      for _ in 0..<width {
        guard let value = value() else { return nil }
        row.append(value)
      }
      rows.append(row)
    }
    guard rest.isEmpty else { return nil }
  }
}

extension SQLValue {
  /// About its bytes in a frame.
  fileprivate var weight: Int {
    switch self {
    case .null: 1
    case .integer: 9
    case .text(let text): 5 + text.utf8.count
    case .blob(let bytes): 5 + bytes.count
    }
  }
}
