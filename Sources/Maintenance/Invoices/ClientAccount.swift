/// What a client owes under its invoices, movement by movement, and since when.
package struct ClientAccount: Sendable, Hashable {
  package struct Movement: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable {
      case invoice = "facture"
      case credit = "avoir"
      /// Taken out of the account when another invoice took its place.
      case replaced = "remplacement"
      case payment = "paiement"
      case refund = "remboursement"
    }

    package var kind: Kind
    package var day: Day
    /// Of the document; of the invoice that is paid.
    package var number: String
    package var invoice: ID<Invoice>
    package var reference = ""
    package var debit = Money.zero
    package var credit = Money.zero
    /// Of the account, after it.
    package var balance = Money.zero
  }

  /// Days past the last day of payment.
  package enum Age: String, CaseIterable, Sendable {
    case notDue = "a_echoir"
    case upTo30 = "30"
    case upTo60 = "60"
    case upTo90 = "90"
    case beyond = "plus"

    init(days: Int) {
      self =
        switch days {
        case ...0: .notDue
        case 1...30: .upTo30
        case 31...60: .upTo60
        case 61...90: .upTo90
        default: .beyond
        }
    }
  }

  package private(set) var movements: [Movement]
  /// What is left of the invoices that are not paid, by age.
  package private(set) var ageing: [Age: Money]
  package let today: Day

  /// Positive when the client owes.
  package var balance: Money { movements.last?.balance ?? .zero }

  /// `invoices` are all of the account, credit notes included, in any order.
  package init(_ invoices: [Invoice], on today: Day) {
    self.today = today
    let issued = Dictionary(invoices.map { ($0.id, $0.content.issued) }) { first, _ in first }
    var movements = invoices.flatMap { $0.movements(issued) }
    // Of one day, what is owed comes before what is paid, by number.
    movements.sort { ($0.day, $0.credit, $0.number) < ($1.day, $1.credit, $1.number) }
    var balance = Money.zero
    for index in movements.indices {
      balance = balance + movements[index].debit - movements[index].credit
      movements[index].balance = balance
    }
    self.movements = movements
    var ageing: [Age: Money] = [:]
    for invoice in invoices where invoice.balance != .zero {
      ageing[Age(days: today - invoice.content.due), default: .zero] =
        ageing[Age(days: today - invoice.content.due), default: .zero] + invoice.balance
    }
    self.ageing = ageing
  }
}

extension Invoice {
  fileprivate func movements(_ issued: [ID<Invoice>: Day]) -> [ClientAccount.Movement] {
    let number = content.number.text
    func movement(
      _ kind: ClientAccount.Movement.Kind, _ day: Day, debit: Money = .zero,
      credit: Money = .zero, reference: String = ""
    ) -> ClientAccount.Movement {
      ClientAccount.Movement(
        kind: kind, day: day, number: number, invoice: id, reference: reference, debit: debit,
        credit: credit)
    }
    let first =
      content.kind.isCredit
      ? movement(.credit, content.issued, credit: content.gross)
      : movement(.invoice, content.issued, debit: content.gross)
    let taken = replacement.map { other in
      movement(
        .replaced, issued[other.invoice] ?? content.issued, credit: content.gross,
        reference: other.number)
    }
    return [first] + (taken.map { [$0] } ?? [])
      + payments.map { payment in
        payment.amount.cents > 0
          ? movement(.payment, payment.day, credit: payment.amount, reference: payment.reference)
          : movement(
            .refund, payment.day, debit: .zero - payment.amount, reference: payment.reference)
      }
  }
}
