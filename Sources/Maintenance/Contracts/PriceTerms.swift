/// VAT on the contract's prices.
package enum VATRegime: String, CaseIterable, Sendable {
  case normal
  /// CGI 293 B: no VAT.
  case franchise
  /// The client owes it.
  case reverseCharge = "autoliquidation"
}

/// Something more that the client may take.
package struct PriceOption: Hashable, Sendable {
  package var id = ""
  package var label = ""
  package var unit = "contrat"
  /// For one unit over one period, before VAT.
  package var amount = Money.zero
  package var period = FlatFee.Period.month
  package var group: String?
  package var quantity: Int?
  package var isTaken = false
  /// First day, when it is not the contract's.
  package var from: Day?

  package init() {}
}

/// A price for one ticket, by kind.
package struct TicketPrice: Hashable, Sendable {
  package var id = ""
  package var label = ""
  /// Natures of request; empty for all.
  package var natures: [TicketNature] = []
  package var priorities: [String] = []
  /// Before VAT.
  package var amount = Money.zero
  /// Work that the price contains; beyond, the hourly rate.
  package var includes: Delay?

  package init() {}
}

/// Paid once: setting up, taking over.
package struct OneOffFee: Hashable, Sendable {
  package enum Moment: String, CaseIterable, Sendable {
    case signature
    case start = "effet"
    case acceptance = "recette"
    case end = "fin"
  }

  package var id = ""
  package var label = ""
  package var amount = Money.zero
  package var moment = Moment.start

  package init() {}
}

package struct Rebate: Hashable, Sendable {
  package var id = ""
  package var label = ""
  /// Percent, else an amount a period of the fee.
  package var rate: FixedPoint?
  package var amount: Money?
  /// Fee ids; empty for all fees.
  package var fees: [String] = []
  package var from: Day?
  package var until: Day?

  package init() {}
}

/// What is billed at least.
package struct MinimumBilling: Hashable, Sendable {
  package var amount = Money.zero
  package var period = FlatFee.Period.month

  package init() {}
}

/// A total that the text gives besides its lines.
package struct StatedTotal: Hashable, Sendable {
  package var amount = Money.zero
  package var period = FlatFee.Period.month
  package var inWords: String?

  package init() {}
}

/// Prices that another document gives.
package struct ExternalTariff: Hashable, Sendable {
  /// Id of a document of the contract.
  package var document: String?
  package var day: Day?
  package var address: String?

  package init() {}
}

/// The provider may change its prices.
package struct PriceChange: Hashable, Sendable {
  package var notice: Delay?
  /// The client may leave without cost then.
  package var allowsExit: Bool?

  package init() {}
}
