/// One amount with the article that makes it due, and all that an invoice must say of it.
package struct InvoiceLine: Hashable, Sendable {
  /// Stored with issued invoices: a released case keeps its word and its meaning.
  package enum Kind: String, CaseIterable, Sendable {
    case fee = "forfait"
    case option
    case onCallFee = "astreinte"
    case setUp = "frais"
    case ticket
    case time = "temps"
    case callOut = "appel"
    case travel = "deplacement"
    case pack = "carnet"
    /// Drawn on hours already paid: costs nothing here, shown for the balance.
    case packDraw = "tirage"
    case packRefund = "carnet_rembourse"
    case proposal = "devis"
    case rebate = "remise"
    case minimum
    /// A missed promise, as a credit on the price.
    case penalty = "avoir"
    case deposit = "acompte"
    case depositSettled = "acompte_impute"
  }

  package var kind: Kind
  /// In French, as the invoice designates it.
  package var designation: String
  package var citation: Citation
  /// First to last day of what is billed.
  package var period: ClosedRange<Day>
  package var quantity: FixedPoint
  package var unit: LineUnit
  /// Euros before VAT for `priceBase` units; negative on credits.
  package var unitPrice: FixedPoint
  /// Units that the price is for (EN 16931, BT-149): 60 for minutes at an hourly price, the days of
  /// the period for a price in proportion.
  package var priceBase = 1
  /// Before VAT. `unitPrice` × `quantity` ÷ `priceBase` to the cent, or one cent off it where the
  /// parts of a divided period must add up to the whole.
  package var net: Money
  package var vat: VATTreatment
  /// Tickets, visits and assets counted.
  package var references: [LineReference] = []
  /// What it bills, so that nothing is billed twice.
  package var claims: [BillingClaim] = []

  package var tickets: [(id: ID<Ticket>, number: Int, title: String)] { references.tickets }
}

/// What a quantity counts: the contract's word, and the code of UN/ECE recommendation 20.
package struct LineUnit: Hashable, Sendable {
  package var word: String
  package var code: String

  package init(word: String, code: String) {
    self.word = word
    self.code = code
  }

  package static let minute = LineUnit(word: "minute", code: "MIN")
  package static let kilometre = LineUnit(word: "kilomètre", code: "KMT")

  /// Seats, sites, tickets: counted one by one.
  package static func piece(_ word: String) -> LineUnit { LineUnit(word: word, code: "C62") }
}

/// Something counted in a line, one click away from it.
package enum LineReference: Hashable, Sendable {
  case ticket(ID<Ticket>, number: Int, title: String)
  /// A visit or another operation done.
  case visit(DutyKey)
  case asset(group: String, id: String)
  /// So many assets of a group that the contract does not list one by one.
  case assets(group: String, count: Int)
}

/// A right to be paid, which one line may bill once: a clause over some days, or one fact.
package struct BillingClaim: Hashable, Sendable {
  /// `prix.postes`, or `travail/` and its ticket and rank.
  package var subject: String
  package var first: Day
  package var last: Day

  package init(_ subject: String, _ days: ClosedRange<Day>) {
    self.subject = subject
    first = days.lowerBound
    last = days.upperBound
  }

  /// Of the deposit.
  package static let deposit = "paiement.acompte"

  package func overlaps(_ other: BillingClaim) -> Bool {
    subject == other.subject && first <= other.last && other.first <= last
  }
}

extension [LineReference] {
  package var tickets: [(id: ID<Ticket>, number: Int, title: String)] {
    compactMap { reference in
      guard case .ticket(let id, let number, let title) = reference else { return nil }
      return (id, number, title)
    }
  }
}
