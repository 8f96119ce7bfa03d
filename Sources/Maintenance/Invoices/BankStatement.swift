/// The lines of a bank's file, as far as they can be read.
package struct BankStatement: Sendable, Equatable {
  package struct Line: Hashable, Sendable {
    package var day: Day
    package var label: String
    /// Positive when money came.
    package var amount: Money
  }

  package enum Fault: Error, Hashable, Sendable {
    case tooLarge
    case tooManyLines
    /// No line names a date, a label and an amount.
    case noHeading
  }

  package var lines: [Line] = []
  /// Numbers of the lines that could not be read, from 1.
  package var unread: [Int] = []

  package static let mostBytes = 1_048_576
  package static let mostLines = 5000

  /// Reads text apart by semicolons, tabulations or commas, in UTF-8 or Windows-1252, with one
  /// column for the amount or two for debit and credit; days as `24/11/2026` or `2026-11-24`.
  package init(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge }
    let rows = Self.text(bytes).split(omittingEmptySubsequences: false) { $0.isNewline }
    guard rows.count <= Self.mostLines else { throw .tooManyLines }
    var columns: Columns?
    for (index, row) in rows.enumerated() where !row.allSatisfy(\.isWhitespace) {
      guard let found = columns else {
        columns = Columns(String(row))
        continue
      }
      if let line = found.line(String(row)) { lines.append(line) } else { unread.append(index + 1) }
    }
    if columns == nil { throw .noHeading }
  }

  private static func text(_ bytes: [UInt8]) -> String {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map(windows1252)))
  }

  /// The part of the code page that differs from Latin-1 and that banks write.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x80: "€"
    case 0x85: "…"
    case 0x92: "’"
    case 0x96: "–"
    case 0x97: "—"
    case 0x9C: "œ"
    default: Unicode.Scalar(byte)
    }
  }
}

/// Where a file keeps what is read, told by its heading.
private struct Columns {
  let separator: Character
  let day: Int
  let label: Int
  /// One column with a sign, or the one of debits and the one of credits.
  let amounts: [(place: Int, isDebit: Bool)]

  init?(_ heading: String) {
    for separator in [";", "\t", ","] as [Character] {
      let names = cells(heading, separator).map(plainWord)
      guard let day = names.firstIndex(where: { $0.hasPrefix("date") }),
        let label = names.firstIndex(where: { name in
          ["libell", "label", "intitul", "communication"].contains { name.hasPrefix($0) }
        })
      else { continue }
      let amounts = names.enumerated().compactMap { place, name -> (Int, Bool)? in
        if name.hasPrefix("montant") || name.hasPrefix("amount") || name.hasPrefix("credit") {
          return (place, false)
        }
        return name.hasPrefix("debit") ? (place, true) : nil
      }
      guard !amounts.isEmpty else { continue }
      self.separator = separator
      self.day = day
      self.label = label
      self.amounts = amounts.map { (place: $0.0, isDebit: $0.1) }
      return
    }
    return nil
  }

  func line(_ row: String) -> BankStatement.Line? {
    let cells = cells(row, separator)
    guard cells.count > max(day, label), let date = date(cells[day]) else { return nil }
    for (place, isDebit) in amounts where place < cells.count && !cells[place].isEmpty {
      guard let amount = amount(cells[place]) else { return nil }
      let signed = isDebit && amount.cents > 0 ? Money(cents: -amount.cents) : amount
      return BankStatement.Line(day: date, label: String(cells[label].prefix(200)), amount: signed)
    }
    return nil
  }

  private func date(_ text: String) -> Day? {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 3 else { return Day(iso: text) }
    let year = parts[2].utf8.count == 2 ? "20" + parts[2] : parts[2]
    return Day(iso: "\(year)-\(parts[1])-\(parts[0])")
  }

  private func amount(_ text: String) -> Money? {
    let plain = String(text.filter { !$0.isWhitespace && $0 != "€" && $0 != "+" })
      .replacing(",", with: ".")
    guard let value = FixedPoint(plain), value.millionths % 10_000 == 0 else { return nil }
    return Money(cents: value.millionths / 10_000)
  }
}

/// Cells of a row, quotes taken off.
private func cells(_ row: String, _ separator: Character) -> [String] {
  var cells = [""]
  var isQuoted = false
  for character in row {
    if character == "\"" {
      isQuoted.toggle()
    } else if character == separator, !isQuoted {
      cells.append("")
    } else {
      cells[cells.count - 1].append(character)
    }
  }
  return cells.map { cell in
    String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// In lower case, without accents: «Libellé» is `libelle`.
private func plainWord(_ text: String) -> String {
  let folded: [Character: Character] = ["é": "e", "è": "e", "ê": "e"]
  return String(text.lowercased().map { folded[$0] ?? $0 })
}
