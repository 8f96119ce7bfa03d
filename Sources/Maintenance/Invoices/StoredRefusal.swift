extension InvoiceRefusal {
  /// In one line that `init(stored:)` reads; what it cannot name again is told as broken rules.
  package var stored: String {
    switch self {
    case .incomplete(let lacks): "incomplete:" + lacks.map(\.datum.rawValue).joined(separator: ",")
    case .nothingToBill: "nothing"
    case .monthNotOver(let day): "month:\(day.iso)"
    case .negativeTotal(let money): "negative:\(money.cents)"
    case .tooManyLines(let count): "lines:\(count)"
    case .earlierThanLast(let day): "earlier:\(day.iso)"
    case .invalid(let rules): "invalid:" + rules.prefix(5).joined(separator: "\n")
    case .amountOutOfBounds: "amount"
    case .depositNotIssued: "deposit"
    default: "invalid:\(self)"
    }
  }

  package init?(stored: String) {
    let parts = stored.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count == 2 ? String(parts[1]) : ""
    switch parts[0] {
    case "incomplete":
      self = .incomplete(
        value.split(separator: ",").compactMap {
          InvoiceLack.Datum(rawValue: String($0)).map(InvoiceLack.init)
        })
    case "nothing": self = .nothingToBill
    case "amount": self = .amountOutOfBounds
    case "deposit": self = .depositNotIssued
    case "invalid": self = .invalid(value.split(separator: "\n").map(String.init))
    case "month", "earlier":
      guard let day = Day(iso: value) else { return nil }
      self = parts[0] == "month" ? .monthNotOver(day) : .earlierThanLast(day)
    case "negative", "lines":
      guard let number = Int64(value) else { return nil }
      self = parts[0] == "lines" ? .tooManyLines(Int(number)) : .negativeTotal(Money(cents: number))
    default: return nil
    }
  }
}
