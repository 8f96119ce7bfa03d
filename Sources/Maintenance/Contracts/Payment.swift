/// When and how the price is paid.
package struct Payment: Hashable, Sendable {
  package enum Timing: String, CaseIterable, Sendable {
    case advance = "a_echoir"
    case arrears = "echu"
  }

  package enum Mode: String, CaseIterable, Sendable {
    case flatFee = "forfait"
    case ticket
    case prepaid = "carnet"
    case time = "temps_passe"
  }

  package struct Deposit: Hashable, Sendable {
    package enum Moment: String, CaseIterable, Sendable {
      case signature
      case start = "effet"
      case order = "commande"
    }

    /// Percent of what is due, else an amount.
    package var rate: FixedPoint?
    package var amount: Money?
    package var moment = Moment.signature

    package init() {}
  }

  package enum Method: String, CaseIterable, Sendable {
    case transfer = "virement"
    case directDebit = "prelevement"
    case card = "carte"
    case cheque = "cheque"
    case cash = "especes"
  }

  /// Late interest: so many times the legal rate, or so many percent a year.
  package enum LateInterest: Hashable, Sendable {
    case timesLegalRate(FixedPoint)
    case percent(FixedPoint)
    /// The ECB's main refinancing rate plus so many points.
    case refinancing(FixedPoint)
  }

  package var timing = Timing.advance
  package var period = FlatFee.Period.month
  package var days: Int?
  /// Days run from the end of the month (fin de mois).
  package var isEndOfMonth = false
  package var method: Method?
  package var discount: String?
  package var lateInterest: LateInterest?
  package var recoveryIndemnity: Money?
  /// Late interest waits for a reminder: the law says it does not (C. com. L441-10, II).
  package var isInterestOnReminder = false
  package var deposit: Deposit?
  /// Notice before the service stops for an unpaid invoice.
  package var suspensionNotice: Delay?
  package var acceptsElectronicInvoices: Bool?
  /// One invoice gathers the deliveries of a month (CGI 289, I-3).
  package var isPeriodicInvoice = false
  /// What is billed, when said: `forfait`, `ticket`…
  package var modes: [Mode] = []

  package init() {}
}
