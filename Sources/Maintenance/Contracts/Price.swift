package struct Price: Hashable, Sendable {
  /// Percent.
  package var vatRate: FixedPoint?
  package var fees: [FlatFee] = []
  package var prepaid: PrepaidHours?
  package var timeAndMaterials: TimeAndMaterials?
  package var travel: Travel?
  package var indexation: Indexation?

  package init() {}
}

/// A flat fee (forfait): a unit price for each asset of a group, or for the whole contract.
package struct FlatFee: Hashable, Sendable {
  package enum Period: String, CaseIterable, Sendable {
    case month = "mois"
    case quarter = "trimestre"
    case year = "an"
  }

  package var id = ""
  package var label = ""
  package var unit = "contrat"
  /// For one unit over one period, before VAT.
  package var amount = Money.zero
  package var period = Period.month
  /// The asset group that is counted; none for a fee on the whole contract.
  package var group: String?

  package init() {}
}

/// Hours bought in advance (carnet).
package struct PrepaidHours: Hashable, Sendable {
  package enum Remainder: String, CaseIterable, Sendable {
    case carriedOver = "reporte"
    case lost = "perdu"
    case refunded = "rembourse"
  }

  /// Minutes of the smallest draw.
  package var stepMinutes = 15
  package var hours = 0
  package var amount = Money.zero
  package var validity: Delay?
  package var remainder: Remainder?
  /// Percent left at which both sides are told.
  package var alert: FixedPoint?

  package init() {}
}

/// Work outside the fee (hors forfait).
package struct TimeAndMaterials: Hashable, Sendable {
  package var hourlyRate: Money?
  /// Percent added in the evening; at night, on Sundays and holidays.
  package var eveningSurcharge: FixedPoint?
  package var nightSurcharge: FixedPoint?
  /// Above this amount the client sees a quote first.
  package var quoteAbove: Money?

  package init() {}
}

/// Price of a journey, by zone number; zone 1 may be included.
package struct Travel: Hashable, Sendable {
  package enum Charge: Hashable, Sendable {
    case included
    case amount(Money)
    case quote
  }

  package var zones: [Int: Charge] = [:]
  package var beyond: Charge?

  package init() {}
}

/// P1 = P0 × S1 / S0.
package struct Indexation: Hashable, Sendable {
  package enum Index: String, CaseIterable, Sendable {
    case syntec
    case minimumWage = "smic"
    case consumerPrices = "ipc"
    case other = "autre"
  }

  /// The Syntec index changed series in August 2022.
  package enum Series: String, CaseIterable, Sendable {
    case revised = "revisee"
    case former = "ancienne"
  }

  package var index = Index.syntec
  package var series: Series?
  package var baseMonth: Month?
  package var baseValue: FixedPoint?
  package var date: String?
  package var formula: String?
  package var publisher: String?

  package init() {}
}

package struct Payment: Hashable, Sendable {
  package enum Timing: String, CaseIterable, Sendable {
    case advance = "a_echoir"
    case arrears = "echu"
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

  package init() {}
}
