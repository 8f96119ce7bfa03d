import Maintenance
import Testing

struct HandoverTests {
  private let actor = SampleContract.technician
  private let at = paris("2026-12-03 10:00")

  private func handover() throws -> Handover {
    try InvoiceTests().issued().handedOver(
      to: "https://plateforme.example", id: ID(number: 7), by: actor, at: at
    ).state
  }

  @Test func `what is next follows what the platform has`() throws {
    var handover = try handover()
    #expect(handover.next == .invoice)
    #expect(handover.tracking(.invoice) == handover.id.text)
    handover = try handover.taken(.invoice, as: "f-1", at: at).state
    #expect(handover.next == nil)
    let paid = try InvoiceTests().issued().paid(
      Invoice.Payment(
        day: day("2026-12-02"), amount: Money(cents: 100), means: "virement", reference: "1"),
      by: actor, on: day("2026-12-03"), at: at
    ).state
    handover = try handover.collected(1, of: paid, by: actor, at: at).state
    #expect(handover.next == .collection(1))
    #expect(handover.tracking(.collection(1)).utf8.count <= 36)
    #expect(Handover.id(tracking: handover.tracking(.collection(1))) == handover.id)
    handover = try handover.taken(.collection(1), as: "f-2", at: at).state
    #expect(handover.next == nil)
    #expect(handover.collections.map(\.flow) == ["f-2"])
  }

  @Test func `a file that was turned down is sent once more, under another name`() throws {
    var handover = try handover()
    #expect(throws: HandoverRefusal.alreadyHandedOver) {
      try handover.askedAgain(by: actor, at: at)
    }
    handover = try handover.refused(.invoice, "HTTP 422", at: at).state
    #expect(handover.next == nil)
    #expect(handover.needsAttention)
    let first = handover.tracking(.invoice)
    handover = try handover.askedAgain(by: actor, at: at).state
    #expect(handover.next == .invoice)
    #expect(handover.tracking(.invoice) != first)
    #expect(!handover.needsAttention)
  }

  @Test func `a message counts once, and the last by the platform's clock stands`() throws {
    var handover = try handover().taken(.invoice, as: "f-1", at: at).state
    func status(_ flow: String, _ code: Int, _ hour: String) -> Handover.Status {
      Handover.Status(
        flow: flow, code: code, at: paris("2026-12-04 \(hour)"), reasonCode: nil, reason: nil)
    }
    handover = try #require(try handover.said(status("m-2", 210, "12:00"), at: at)).state
    #expect(handover.needsAttention)
    #expect(try handover.said(status("m-2", 210, "12:00"), at: at) == nil)
    // It comes later, and says what was before.
    handover = try #require(try handover.said(status("m-1", 204, "09:00"), at: at)).state
    #expect(handover.latest?.code == 210)
    handover = try #require(try handover.said(status("m-3", 205, "15:00"), at: at)).state
    #expect(!handover.needsAttention)
  }

  @Test func `what a payment holds of each rate adds up to it, to the cent`() throws {
    var invoice = try InvoiceTests().issued()
    let gross = invoice.content.gross.cents
    for cents in [1, 2, 3, 99, 100, 33_333, gross - 1, gross, -5] {
      let shares = invoice.vatShares(of: Money(cents: cents))
      #expect(shares.reduce(0) { $0 + $1.amount.cents } == cents)
    }
    invoice = try InvoiceTests().issued()
    #expect(
      invoice.vatShares(of: invoice.content.gross).map(\.amount)
        == invoice.content.vatTotals.map { $0.net + $0.vat })
  }

  @Test func `replaying the facts gives the same hand-over`() throws {
    let opening = try InvoiceTests().issued().handedOver(
      to: "https://plateforme.example", id: ID(number: 7), by: actor, at: at)
    let taken = try opening.state.taken(.invoice, as: "f-1", at: at)
    let refused = try #require(
      try taken.state.acknowledged(
        Handover.Acknowledgement(isAccepted: false, reasons: ["IRR_SYNTAX"]), at: at))
    let replayed = try Handover(replaying: opening.facts + taken.facts + refused.facts)
    #expect(replayed == refused.state)
    #expect(replayed.acknowledgement?.reasons == ["IRR_SYNTAX"])
    #expect(throws: ReplayFault.self) { try Handover(replaying: taken.facts) }
  }
}
