import Maintenance
import Testing

struct TicketTests {
  private let agent = SampleContract.technician
  private let terms = SampleContract.terms
  private let opening = paris("2026-11-23 09:00")
  private let debt = WorkaroundDebt(owner: "Lina Roche", due: day("2026-12-07"))

  @Test func `opening announces a deadline for each promise`() throws {
    let ticket = try SampleContract.opened(at: opening)
    #expect(ticket.priority == "P2")
    #expect(ticket.deadlines[.response] == paris("2026-11-23 10:00"))
    #expect(ticket.deadlines[.resolution] == paris("2026-11-23 18:00"))
    #expect(ticket.nextDeadline?.milestone == .response)
    #expect(ticket.verdict.decision == .included)
  }

  @Test func `the state is the fold of its facts`() throws {
    let opened = try Ticket.opened(
      SampleContract.request(), id: ID(number: 42), number: 1, agreement: SampleContract.agreement,
      under: terms, prepaidMinutesLeft: nil, by: agent, at: opening)
    let taken = try opened.state.takenInCharge(by: agent, at: opening + 600)
    let paused = try taken.state.paused(
      for: .awaitingClient, note: "Mot de passe ?", under: terms, by: agent, at: opening + 1200)
    let resumed = try paused.state.resumed(under: terms, by: agent, at: opening + 4800)
    let around = try resumed.state.workedAround(
      "Autre imprimante", debt: debt, in: .paris, by: agent, at: opening + 5400)
    let worked = try around.state.worked(minutes: 45, note: "", by: agent, at: opening + 6000)
    let resolved = try worked.state.resolved(
      "Tambour changé", cause: .hardware, by: agent, at: opening + 7200)
    let facts =
      opened.facts + taken.facts + paused.facts + resumed.facts + around.facts + worked.facts
      + resolved.facts
    #expect(try Ticket(replaying: facts) == resolved.state)
    #expect(resolved.state.version == 7)
    #expect(resolved.state.stage == .resolved)
    #expect(resolved.state.workedMinutes == 45)
    #expect(resolved.state.cause == .hardware)
  }

  @Test func `waiting for the client stops the clock, and resuming announces a later deadline`()
    throws
  {
    let ticket = try SampleContract.opened(at: opening)
    let paused = try ticket.paused(
      for: .awaitingClient, note: "", under: terms, by: agent, at: opening + 1800
    ).state
    #expect(paused.deadlines.isEmpty)
    #expect(paused.nextDeadline == nil)
    let resumed = try paused.resumed(under: terms, by: agent, at: opening + 5400).state
    #expect(resumed.deadlines[.response] == paris("2026-11-23 11:00"))
    let readings = terms.readings(of: resumed, at: opening + 5400)
    #expect(readings.map(\.milestone) == [.response, .resolution])
    #expect(readings.first?.elapsedSeconds == 1800)
    #expect(readings.first?.standing == .running)
  }

  @Test func `a deadline missed before the pause stays missed`() throws {
    let ticket = try SampleContract.opened(at: opening)
    let paused = try ticket.paused(
      for: .awaitingClient, note: "", under: terms, by: agent, at: opening + 7200
    ).state
    #expect(paused.deadlines == [.response: paris("2026-11-23 10:00")])
    #expect(terms.readings(of: paused, at: opening + 9000).map(\.standing) == [.overdue, .paused])
  }

  @Test func `a milestone is held or missed by when it was reached`() throws {
    let ticket = try SampleContract.opened(at: opening)
    let held = try ticket.takenInCharge(by: agent, at: opening + 3600).state
    #expect(terms.readings(of: held, at: opening + 9000).first?.standing == .held)
    let missed = try ticket.takenInCharge(by: agent, at: opening + 3601).state
    #expect(terms.readings(of: missed, at: opening + 9000).first?.standing == .missed)
  }

  @Test func `a pause after a milestone was reached leaves its deadline alone`() throws {
    let taken = try SampleContract.opened(at: opening).takenInCharge(by: agent, at: opening + 600)
    let paused = try taken.state.paused(
      for: .awaitingClient, note: "", under: terms, by: agent, at: opening + 1200
    ).state
    let readings = terms.readings(of: paused, at: opening + 1800)
    #expect(readings.map(\.standing) == [.held, .paused])
    #expect(readings.first?.deadline == paris("2026-11-23 10:00"))
  }

  @Test func `each act that makes no sense is refused`() throws {
    let ticket = try SampleContract.opened(at: opening)
    let taken = try ticket.takenInCharge(by: agent, at: opening).state
    let waiting = try taken.paused(
      for: .awaitingClient, note: "", under: terms, by: agent, at: opening
    ).state
    let done = try taken.resolved("Fait", cause: .use, by: agent, at: opening).state
    #expect(throws: TicketRefusal.alreadyInCharge) {
      try taken.takenInCharge(by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.reasonNotInContract) {
      try taken.paused(for: .forceMajeure, note: "", under: terms, by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.alreadyWaiting) {
      try waiting.paused(for: .awaitingClient, note: "", under: terms, by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.notWaiting) {
      try taken.resumed(under: terms, by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.waitingForAnswer) {
      try waiting.resolved("Fait", cause: .use, by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.waitingForAnswer) {
      try waiting.workedAround("Fait", debt: debt, in: .paris, by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.emptyNote) {
      try taken.resolved(" \n", cause: .use, by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.minutesOutOfBounds) {
      try taken.worked(minutes: 0, note: "", by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.resolved) { try done.takenInCharge(by: agent, at: opening) }
    #expect(throws: TicketRefusal.resolved) {
      try done.resolved("Fait", cause: .use, by: agent, at: opening)
    }
  }

  @Test func `a request is refused when the contract has no place for it`() {
    func open(_ request: TicketRequest) throws {
      _ = try SampleContract.opened(request, at: opening)
    }
    var request = SampleContract.request()
    request.title = "  "
    #expect(throws: TicketRefusal.emptyTitle) { try open(request) }
    request.title = String(repeating: "é", count: 201)
    #expect(throws: TicketRefusal.textTooLong) { try open(request) }
    #expect(throws: TicketRefusal.unknownPriority) {
      try open(SampleContract.request(impact: "planète"))
    }
    #expect(throws: TicketRefusal.unknownExclusion) {
      try open(SampleContract.request(exclusion: "néant"))
    }
    request = SampleContract.request()
    request.channel = .monitoring
    #expect(throws: TicketRefusal.channelNotOffered) { try open(request) }
  }

  @Test func `a fact of another kind is not folded`() throws {
    var ticket = try SampleContract.opened(at: opening)
    let fact = Fact(
      kind: "agreement.drafted", at: opening, actor: agent,
      subject: Subject(kind: .ticket, id: 42, agreement: SampleContract.agreement),
      body: .fields([:]))
    #expect(throws: ReplayFault.self) { try ticket.apply(fact) }
    #expect(throws: ReplayFault.self) { try Ticket(replaying: [fact]) }
  }
}
