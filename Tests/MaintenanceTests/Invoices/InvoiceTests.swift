import Maintenance
import TestSupport
import Testing

struct InvoiceTests {
  private let actor = SampleContract.technician
  private let november = Month(containing: day("2026-11-01"))
  private let rates = DatedRates([
    rate(.legalInterest, "2026-S2", 2_620_000), rate(.legalInterest, "2027-S1", 3_000_000),
    rate(.refinancing, "2026-S2", 2_150_000), rate(.refinancing, "2027-S1", 2_000_000),
  ])

  @Test func `an invoice is the fold of its facts`() throws {
    let invoice = try issued()
    let paid = try invoice.paid(
      Invoice.Payment(
        day: day("2026-12-02"), amount: Money(cents: 100), means: "virement",
        reference: "1"), by: actor, on: day("2026-12-03"), at: paris("2026-12-03 10:00"))
    #expect(paid.state.paid == Money(cents: 100))
    #expect(paid.state.content == invoice.content)
  }

  @Test func `what the contract lacks is named, and nothing is issued`() {
    #expect(throws: InvoiceRefusal.incomplete([InvoiceLack(.buyerSIREN)])) {
      try issued { $0.client.siren = nil }
    }
    #expect(throws: InvoiceRefusal.incomplete([InvoiceLack(.sellerIBAN)])) {
      try issued { $0.provider.iban = nil }
    }
    #expect(InvoiceLack(.buyerSIREN).path == "parties.client.siren")
  }

  @Test func `before a month is over only what is paid in advance is billed`() throws {
    #expect(throws: InvoiceRefusal.monthNotOver(day("2026-11-30"))) {
      try issued(on: "2026-11-15") { $0.payment.timing = .arrears }
    }
    let early = try issued(on: "2026-11-15") { $0.payment.timing = .advance }
    #expect(early.content.net == Money(cents: 98_600))
  }

  @Test func `a payment comes no earlier than ten years and no later than today`() throws {
    let invoice = try issued()
    for date in ["2026-12-04", "2000-01-01"] {
      #expect(throws: InvoiceRefusal.dayOutOfBounds) {
        try invoice.paid(
          Invoice.Payment(day: day(date), amount: Money(cents: 1), means: "", reference: ""),
          by: actor, on: day("2026-12-03"), at: paris("2026-12-03 10:00"))
      }
    }
  }

  @Test func `late interest follows payments and semesters, the indemnity is due once`() throws {
    let invoice = try issued { $0.payment.days = 10 }
    let gross = invoice.content.gross.cents
    #expect(gross == 118_320)
    #expect(invoice.content.due == day("2026-12-10"))
    let contract = contract { $0.payment.lateInterest = .timesLegalRate(FixedPoint(3)) }
    #expect(try invoice.lateCharges(on: day("2026-12-10"), under: contract, rates: rates) == nil)
    let paid = try invoice.paid(
      Invoice.Payment(
        day: day("2026-12-21"), amount: Money(cents: 18_320), means: "", reference: ""),
      by: actor, on: day("2026-12-21"), at: paris("2026-12-21 10:00")
    ).state
    let late = try #require(
      try paid.lateCharges(on: day("2027-01-10"), under: contract, rates: rates))
    #expect(
      late.stretches.map { $0.days.upperBound.iso } == [
        "2026-12-20", "2026-12-31", "2027-01-10",
      ])
    // 1183.20 € × 7.86 % × 10 ÷ 365 + 1000 € × 7.86 % × 11 ÷ 365 + 1000 € × 9 % × 10 ÷ 365
    // = 2.5479… + 2.3687… + 2.4657… = 7.3824….
    #expect(late.interest == Money(cents: 738))
    #expect(late.indemnity == Money(cents: 4000))
  }

  @Test func `without an agreed rate it is that of the ECB and ten points`() throws {
    let invoice = try issued { $0.payment.days = 10 }
    let late = try #require(
      try invoice.lateCharges(on: day("2026-12-11"), under: contract { _ in }, rates: rates))
    #expect(late.stretches.map(\.rate) == [FixedPoint(millionths: 12_150_000)])
    #expect(throws: MissingRate.self) {
      try invoice.lateCharges(on: day("2027-08-01"), under: contract { _ in }, rates: rates)
    }
  }

  func contract(_ vary: (inout Contract) -> Void) -> Contract {
    var contract = SampleContract.contract
    for side in [\Contract.provider, \Contract.client] {
      contract[keyPath: side].name = "Société"
      contract[keyPath: side].siren = "999301120"
      contract[keyPath: side].vatNumber = "FR32999301120"
      contract[keyPath: side].iban = "FR7699999000010000000031834"
      contract[keyPath: side].seat.street = "1 rue des Lilas"
      contract[keyPath: side].seat.postcode = "38000"
      contract[keyPath: side].seat.town = "Grenoble"
    }
    vary(&contract)
    return contract
  }

  func issued(
    on date: String = "2026-11-30", ordinal: Int = 1, _ vary: (inout Contract) -> Void = { _ in }
  ) throws -> Invoice {
    let terms = Terms(contract(vary), version: 1)
    let number = InvoiceNumber(InvoiceSeries(seller: "999301120", year: 2026), ordinal)
    let content = try terms.invoice(
      terms.invoiceDraft(for: november, work: []), number: number, on: day(date))
    return try content.issued(
      files: Invoice.Files(pdf: "p", xml: "x", ubl: "u"), id: ID(number: 9),
      under: SampleContract.agreement, by: actor, at: paris("\(date) 10:00")
    ).state
  }
}

private func rate(_ series: RateSeries, _ period: String, _ millionths: Int64) -> DatedRate {
  DatedRate(
    series: series,
    period: RatePeriod(iso: period) ?? RatePeriod(month: Month(containing: day("2026-01-01"))),
    value: FixedPoint(millionths: millionths), source: "", published: nil, read: day("2026-11-24"))
}
