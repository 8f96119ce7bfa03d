/// Judges a file of accounting entries by the text of LPF A47 A-1 alone, without the code that
/// wrote it.
struct FECCheck {
  let findings: [String]

  private static let names = """
    JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib \
    PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise
    """
  /// Those that may not be empty.
  private static let wanted = [0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15]

  init(_ text: String) {
    var found: [String] = []
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    if lines.last != "" { found.append("the last line has no end") }
    let rows = lines.dropLast().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    if rows.first != Self.names.split(separator: " ").map(String.init) { found.append("names") }
    var (sums, order, last): ([String: Int], [String], String) = ([:], [], "")
    for (place, row) in rows.dropFirst().enumerated() {
      guard row.count == 18 else {
        found.append("row \(place): \(row.count) columns")
        continue
      }
      for column in Self.wanted where row[column].isEmpty {
        found.append("row \(place): \(column)")
      }
      for column in [3, 9, 15] where !Self.isDay(row[column]) {
        found.append("row \(place): a day")
      }
      if row[3] < last { found.append("row \(place): before the entry above it") }
      last = row[3]
      if row[4].prefix(3).filter(\.isNumber).count != 3 { found.append("row \(place): account") }
      guard let debit = Self.cents(row[11]), let credit = Self.cents(row[12]) else {
        found.append("row \(place): an amount")
        continue
      }
      if (debit == 0) == (credit == 0) { found.append("row \(place): debit or credit, not both") }
      if order.last != row[2] {
        if order.contains(row[2]) { found.append("row \(place): an entry torn apart") }
        order.append(row[2])
      }
      sums[row[2], default: 0] += debit - credit
    }
    if order != order.sorted() { found.append("numbers out of order") }
    found += sums.filter { $0.value != 0 }.map { "entry \($0.key) does not balance" }
    findings = found
  }

  private static func isDay(_ text: String) -> Bool {
    guard text.count == 8, let number = Int(text) else { return false }
    return (1...12).contains(number / 100 % 100) && (1...31).contains(number % 100)
  }

  /// `1234,50`.
  private static func cents(_ text: String) -> Int? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    return Int(parts.joined())
  }
}
