import Maintenance
import Testing

struct TicketAssetsTests {
  private let agent = SampleContract.technician
  private let client = Actor(side: .client, name: "Jeanne Morel")
  private let opening = paris("2026-11-23 09:00")

  /// A press without a fee of its own is billed by the hour; desks are in the fee.
  private var terms: Terms {
    var contract = SampleContract.contract
    contract.scope.groups[0].assets = [asset("poste-1"), asset("poste-2")]
    contract.scope.groups[1].assets = [asset("presse")]
    return Terms(contract, version: 1)
  }

  @Test func `of several assets the least favourable verdict holds, with its article`() throws {
    #expect(try opened(["poste-1"]).verdict.decision == .included)
    let mixed = try opened(["poste-1", "presse", "poste-2"])
    #expect(mixed.verdict.decision == .billable)
    #expect(mixed.verdict.asset == "presse")
    #expect(mixed.verdict.because.contains { $0.clause == "prix.hors_forfait" })
    #expect(Verdict(mixed.verdict.datum) == mixed.verdict)
    #expect(throws: TicketRefusal.unknownAsset) { try opened(["poste-9"]) }
    #expect(throws: TicketRefusal.tooManyAssets) { try opened(["poste-1", "poste-1"]) }
  }

  @Test func `assets change by an act with its reason, and the verdict with them`() throws {
    let ticket = try opened(["poste-1"])
    let change = try ticket.concerning(
      ["poste-1", "presse"], reason: "La presse aussi", under: terms, prepaidMinutesLeft: nil,
      by: agent, at: opening + 600)
    #expect(change.state.request.assets == ["poste-1", "presse"])
    #expect(change.state.verdict.decision == .billable)
    #expect(change.state.deadlines == ticket.deadlines)
    let back = try change.state.concerning(
      [], reason: "Fausse alerte", under: terms, prepaidMinutesLeft: nil, by: agent,
      at: opening + 700
    ).state
    #expect(back.verdict.decision == .included)
    #expect(throws: TicketRefusal.nothingChanges) {
      try back.concerning(
        [], reason: "Rien", under: terms, prepaidMinutesLeft: nil, by: agent, at: opening + 800)
    }
    #expect(throws: TicketRefusal.emptyNote) {
      try back.concerning(
        ["presse"], reason: " ", under: terms, prepaidMinutesLeft: nil, by: agent,
        at: opening + 800)
    }
  }

  @Test func `a call entered later counts from when it came in`() throws {
    let late = try received(opening, entered: opening + 5400)
    #expect(late.openedAt == opening)
    #expect(late.deadlines[.response] == paris("2026-11-23 10:00"))
    #expect(late.outcomes.held == 0)
    let taken = try late.takenInCharge(by: agent, at: opening + 5460).state
    #expect(taken.outcomes.missed == 1)
    #expect(try received(opening, entered: opening + 7 * 86_400).openedAt == opening)
  }

  @Test func `a receipt is past, of the week, reasoned, and said by the provider`() throws {
    for entered in [opening + -60, opening + 7 * 86_400 + 1] {
      #expect(throws: TicketRefusal.receiptOutOfBounds) { try received(opening, entered: entered) }
    }
    #expect(throws: TicketRefusal.receiptOutOfBounds) {
      try received(opening, entered: opening + 60, by: client)
    }
    #expect(throws: TicketRefusal.receiptReasonNeeded) {
      try received(opening, entered: opening + 60, reason: "  ")
    }
  }

  private func opened(_ assets: [String]) throws -> Ticket {
    var request = SampleContract.request()
    request.assets = assets
    return try SampleContract.opened(request, under: terms, at: opening)
  }

  private func received(
    _ instant: Instant, entered: Instant, by actor: Actor? = nil, reason: String = "Appel de nuit"
  ) throws -> Ticket {
    var request = SampleContract.request()
    request.receipt = TicketReceipt(at: instant, reason: reason)
    let facts = try Ticket.opened(
      request, id: ID(number: 42), number: 1, agreement: SampleContract.agreement, under: terms,
      prepaidMinutesLeft: nil, by: actor ?? agent, at: entered
    ).facts
    return try Ticket(replaying: facts)
  }

  private func asset(_ id: String) -> Asset {
    var asset = Asset()
    asset.id = id
    asset.label = id
    return asset
  }
}
