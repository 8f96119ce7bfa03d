package struct Price: Hashable, Sendable {
  /// Percent.
  package var vatRate: FixedPoint?
  package var vatRegime = VATRegime.normal
  package var fees: [FlatFee] = []
  package var options: [PriceOption] = []
  package var tickets: [TicketPrice] = []
  package var oneOffFees: [OneOffFee] = []
  package var rebates: [Rebate] = []
  package var minimum: MinimumBilling?
  package var statedTotal: StatedTotal?
  package var tariff: ExternalTariff?
  package var change: PriceChange?
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
  /// Counted for each site of the contract.
  package var isPerSite = false
  /// Units agreed, when no group counts them (users, mailboxes).
  package var quantity: Int?
  /// Volume prices, in rising order: each unit at the price of the step it falls in.
  package var volumeSteps: [VolumeStep] = []
  package var allowance: Allowance?

  package init() {}

  package struct VolumeStep: Hashable, Sendable {
    /// Last unit of the step; none for all the others.
    package var upTo: Int?
    package var amount = Money.zero

    package init() {}
  }
}

/// What a fee lets the client use in a period, and what comes beyond.
package struct Allowance: Hashable, Sendable {
  package enum Beyond: String, CaseIterable, Sendable {
    case hourlyRate = "hors_forfait"
    case quote = "devis"
    case prepaid = "carnet"
    case nextPeriod = "report"
  }

  package var isUnlimited = false
  package var hours: Int?
  package var tickets: Int?
  package var journeys: Int?
  package var period = FlatFee.Period.month
  /// Natures of request, as `Coverage` names them; empty for all.
  package var natures: [TicketNature] = []
  package var beyond: Beyond?
  /// What fair use is, in words.
  package var fairUse: String?

  package init() {}
}

/// Hours bought in advance (carnet).
package struct PrepaidHours: Hashable, Sendable {
  /// What hours beyond those bought become.
  package enum Overage: String, CaseIterable, Sendable {
    case hourlyRate = "hors_forfait"
    case newPack = "nouveau_carnet"
    case quote = "devis"
    case refused = "refus"
  }

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
  /// Hours carried over at most; none for no limit.
  package var carriedOverLimit: Int?
  /// The client is told this long before hours are lost.
  package var expiryNotice: Delay?
  package var overage: Overage?
  /// The next one is bought without asking.
  package var isRenewedAlone = false
  /// Smallest draw for one intervention, in minutes.
  package var minimumMinutes: Int?
  /// An hour worked in the evening, at night, draws so many.
  package var eveningFactor: FixedPoint?
  package var nightFactor: FixedPoint?
  /// Percent left at which both sides are told.
  package var alert: FixedPoint?

  package init() {}
}

/// Work outside the fee (hors forfait).
package struct TimeAndMaterials: Hashable, Sendable {
  package var hourlyRate: Money?
  /// Rates of particular skills, by id; `hourlyRate` for the others.
  package var skills: [SkillRate] = []
  package var dailyRate: Money?
  /// Minutes to which work is rounded up, and billed at least.
  package var stepMinutes: Int?
  package var minimumMinutes: Int?
  /// When the evening and the night are, for the surcharges.
  package var evening: OpeningHours.Span?
  package var night: OpeningHours.Span?
  package var saturdaySurcharge: FixedPoint?
  /// Percent added in the evening; at night, on Sundays and holidays.
  package var eveningSurcharge: FixedPoint?
  package var nightSurcharge: FixedPoint?
  /// Above this amount the client sees a quote first.
  package var quoteAbove: Money?

  package init() {}
}

package struct SkillRate: Hashable, Sendable {
  package var id = ""
  package var label = ""
  package var hourlyRate = Money.zero

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
  /// Before VAT, a kilometre.
  package var kilometre: Money?
  /// Time on the road is billed as work.
  package var isTimeBilled: Bool?

  package init() {}
}
