import Maintenance
import Testing

struct InvoiceDraftTests {
  private let november = Month(containing: day("2026-11-01"))

  private func draft(
    _ month: Month, work: [BillableWork] = [], _ vary: (inout Contract) -> Void = { _ in }
  ) -> InvoiceDraft {
    var contract = SampleContract.contract
    vary(&contract)
    return Terms(contract, version: 1).invoiceDraft(for: month, work: work)
  }

  private func work(_ minutes: [Int], group: String, at instant: Instant) throws -> [BillableWork] {
    var ticket = try SampleContract.opened(
      SampleContract.request(group: group), at: paris("2026-11-02 09:00"))
    for spent in minutes {
      ticket = try ticket.worked(
        minutes: spent, note: "", by: SampleContract.technician, at: instant
      ).state
    }
    return ticket.work.indices.map { BillableWork(ticket, at: $0) }
  }

  @Test func `a flat fee counts the assets of its group`() {
    let draft = draft(november)
    #expect(draft.lines.map(\.net.cents) == [98_600])
    #expect(draft.lines.first?.citation.clause == "prix.postes")
    #expect(draft.vat == Money(cents: 19_720))
    #expect(draft.gross == Money(cents: 118_320))
  }

  @Test func `a month before the contract owes nothing, a started one its share`() {
    #expect(draft(Month(containing: day("2026-09-30"))).lines.isEmpty)
    let draft = draft(Month(containing: day("2026-10-01"))) { $0.term.start = day("2026-10-12") }
    // 20 days of 31.
    #expect(draft.lines.map(\.net.cents) == [63_613])
  }

  @Test func `a quarter is billed when it begins, or when it ends in arrears`() {
    func billed(_ timing: Payment.Timing) -> [Int64] {
      (10...12).map { month in
        draft(Month(containing: Day(year: 2026, month: month, day: 1) ?? Day(number: 0))) {
          $0.price.fees[0].period = .quarter
          $0.payment.timing = timing
        }.net.cents
      }
    }
    #expect(billed(.advance) == [98_600, 0, 0])
    #expect(billed(.arrears) == [0, 0, 98_600])
  }

  @Test func `work outside the fee is billed by the minute, ticket by ticket`() throws {
    let work = try work([20, 25], group: "decoupe", at: paris("2026-11-23 10:00"))
    let line = try #require(draft(november, work: work).lines.last)
    #expect(line.quantity == FixedPoint(45))
    #expect(line.net == Money(cents: 6150))
    #expect(line.citation.clause == "prix.hors_forfait")
    #expect(line.tickets.map(\.number) == [1])
    #expect(draft(november.next, work: work).lines.count == 1)
  }

  @Test func `included work costs nothing more`() throws {
    let work = try work([60], group: "postes", at: paris("2026-11-23 10:00"))
    let billed = draft(november, work: work)
    #expect(billed.lines == draft(november).lines)
    #expect(billed.leftOut.map(\.reason) == [.included])
  }

  @Test func `prepaid hours are sold once and drawn by started steps`() throws {
    let terms: (inout Contract) -> Void = { $0.price.prepaid = SampleContract.prepaid }
    let bought = draft(Month(containing: day("2026-10-01")), terms)
    #expect(bought.lines.last?.kind == .pack)
    #expect(bought.net == Money(cents: 98_600 + 150_000))
    var work = try work([16, 1], group: "decoupe", at: paris("2026-11-23 10:00"))
    for index in work.indices { work[index].charge = .prepaid }
    #expect(draft(november, work: work, terms).lines.last?.quantity == FixedPoint(45))
    var contract = SampleContract.contract
    terms(&contract)
    let balance = try #require(PrepaidBalance(Terms(contract, version: 1), work: work))
    #expect(balance.leftMinutes == 20 * 60 - 45)
  }
}
