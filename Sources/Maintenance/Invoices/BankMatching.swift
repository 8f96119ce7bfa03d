/// Which invoice a line of a bank's file pays, and how that is known.
package struct BankMatch: Sendable, Hashable {
  package enum Ground: String, CaseIterable, Sendable {
    /// The label bears the invoice's number.
    case number
    /// One invoice only has that balance.
    case amount
    /// The same payment is there already.
    case recorded
    case none
  }

  package var line: BankStatement.Line
  package var ground: Ground
  package var invoice: Invoice?
}

extension BankStatement {
  /// Lines that brought money, each with the invoice that it pays. What is told is proposed, never
  /// recorded: people confirm.
  package func matches(_ invoices: [Invoice]) -> [BankMatch] {
    lines.filter { $0.amount.cents > 0 }.map { line in
      if let paid = invoices.first(where: { $0.holds(line) }) {
        return BankMatch(line: line, ground: .recorded, invoice: paid)
      }
      let label = line.label.uppercased().filter { $0.isLetter || $0.isNumber }
      let open = invoices.filter { $0.balance.cents > 0 && $0.content.issued <= line.day }
      let named = open.filter { invoice in
        line.amount <= invoice.balance
          && label.contains(invoice.content.number.text.filter { $0.isLetter || $0.isNumber })
      }
      if named.count == 1 { return BankMatch(line: line, ground: .number, invoice: named[0]) }
      let equal = open.filter { $0.balance == line.amount }
      if equal.count == 1 { return BankMatch(line: line, ground: .amount, invoice: equal[0]) }
      return BankMatch(line: line, ground: .none, invoice: nil)
    }
  }
}

extension Invoice {
  fileprivate func holds(_ line: BankStatement.Line) -> Bool {
    payments.contains {
      $0.day == line.day && $0.amount == line.amount && $0.reference == line.label
    }
  }
}
