import Maintenance

/// What is wrong with a file of rates: a file with a fault gives no value at all.
package struct RateFault: Error, Hashable, CustomStringConvertible {
  package let file: String
  /// From 1; 0 for the whole file.
  package let line: Int
  package let message: String

  package var description: String {
    line == 0 ? "\(file) : \(message)." : "\(file), ligne \(line) : \(message)."
  }
}

/// The lines of a file of rates: UTF-8, fields apart by `;`, `#` before a remark.
struct RateFile {
  let name: String
  private let rows: [(line: Int, cells: [String])]

  static let bytesAtMost = 262_144
  private static let rowsAtMost = 5000

  /// Reads the lines under the heading, which must be these columns.
  init(_ bytes: [UInt8], named name: String, columns: [String]) throws(RateFault) {
    self.name = name
    guard bytes.count <= RateFile.bytesAtMost else {
      throw RateFault(file: name, line: 0, message: "plus de \(RateFile.bytesAtMost) octets")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RateFault(file: name, line: 0, message: "ce n’est pas de l’UTF-8")
    }
    var rows: [(line: Int, cells: [String])] = []
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
        .map { RateFile.trimmed($0) }
      guard cells.count == columns.count else {
        throw RateFault(
          file: name, line: index + 1,
          message: "\(columns.count) champs sont attendus, séparés par « ; »")
      }
      rows.append((index + 1, cells))
    }
    guard rows.first?.cells == columns else {
      throw RateFault(
        file: name, line: rows.first?.line ?? 0,
        message: "l’en-tête attendu est « \(columns.joined(separator: ";")) »")
    }
    guard rows.count <= RateFile.rowsAtMost else {
      throw RateFault(file: name, line: 0, message: "plus de \(RateFile.rowsAtMost) lignes")
    }
    self.rows = Array(rows.dropFirst())
  }

  func map<Value>(_ read: (RateLine) throws(RateFault) -> Value) throws(RateFault) -> [Value] {
    var values: [Value] = []
    for row in rows {
      values.append(try read(RateLine(file: name, line: row.line, cells: row.cells)))
    }
    return values
  }

  private static func trimmed(_ cell: Substring) -> String {
    let start = cell.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// One line being read, field by field.
struct RateLine {
  let file: String
  let line: Int
  let cells: [String]

  func fault(_ message: String) -> RateFault {
    RateFault(file: file, line: line, message: message)
  }

  func number(_ column: Int) throws(RateFault) -> FixedPoint {
    guard let value = FixedPoint(cells[column]), value >= FixedPoint(0) else {
      throw fault("« \(clipped(cells[column])) » n’est pas un nombre comme « 2.62 »")
    }
    return value
  }

  func day(_ column: Int) throws(RateFault) -> Day {
    guard let day = Day(iso: cells[column]) else {
      throw fault("« \(clipped(cells[column])) » n’est pas une date comme « 2026-01-31 »")
    }
    return day
  }

  func source(_ column: Int) throws(RateFault) -> String {
    guard (1...200).contains(cells[column].count) else {
      throw fault("la source manque ou dépasse 200 caractères")
    }
    return cells[column]
  }
}
