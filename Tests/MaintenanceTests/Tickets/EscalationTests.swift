import Maintenance
import Testing

struct EscalationTests {
  private let agent = SampleContract.technician
  /// A Monday.
  private let opening = paris("2026-11-23 09:00")

  private var contract: Contract {
    var contract = SampleContract.contract
    contract.support.escalation = [contact("Iris Delmas", 75), contact("Noé Carrière", 150)]
    return contract
  }

  @Test func `three quarters, the whole and what the contract adds are told, in working time`()
    throws
  {
    let terms = Terms(contract, version: 1)
    let ticket = try SampleContract.opened(under: terms, at: opening)
    let steps = terms.escalationSteps(of: ticket)
    // One hour, then eight: a lunch hour lies between.
    #expect(
      steps.map { "\($0.milestone) \($0.threshold.plain)" } == [
        "response 75", "response 100", "response 150", "resolution 75", "resolution 100",
        "resolution 150",
      ])
    #expect(
      steps.map(\.due) == [
        paris("2026-11-23 09:45"), paris("2026-11-23 10:00"), paris("2026-11-23 10:30"),
        paris("2026-11-23 16:00"), paris("2026-11-23 18:00"), paris("2026-11-24 12:30"),
      ])
  }

  @Test func `a step is told once, to those whom the contract names and to whoever has it in hand`()
    throws
  {
    let terms = Terms(contract, version: 1)
    let ticket = try SampleContract.opened(under: terms, at: opening)
      .takenInCharge(by: agent, at: opening + 60).state
    let steps = terms.escalationSteps(of: ticket)
    #expect(Set(steps.map(\.milestone)) == [.resolution])
    let first = try #require(steps.first)
    let change = try ticket.escalated(
      [first], under: terms, onCall: nil, by: .system, at: first.due)
    let told = try #require(change.state.escalations.first)
    #expect(told.told.map(\.name) == ["Iris Delmas", "Lina Roche"])
    #expect(told.told.map(\.ground) == [.named, .assignee])
    #expect(!told.isUncovered)
    #expect(change.state.alert == told)
    #expect(change.state.actVersion == ticket.version)
    #expect(
      terms.escalationSteps(of: change.state).map(\.threshold) == [
        FixedPoint(100), FixedPoint(150),
      ])
    #expect(throws: TicketRefusal.nothingChanges) {
      try change.state.escalated([first], under: terms, onCall: nil, by: .system, at: first.due)
    }
    let resolved = try change.state.resolved("Fait", cause: .use, by: agent, at: first.due + 60)
    #expect(resolved.state.alert == nil)
    #expect(terms.escalationSteps(of: resolved.state).isEmpty)
  }

  @Test func `a delay that is over outweighs another that nears its end`() throws {
    let terms = Terms(contract, version: 1)
    let ticket = try SampleContract.opened(under: terms, at: opening)
    let steps = terms.escalationSteps(of: ticket).filter { $0.due <= paris("2026-11-23 16:00") }
    let told = try ticket.escalated(
      steps, under: terms, onCall: nil, by: .system, at: paris("2026-11-23 16:00")
    ).state
    #expect(told.escalations.last?.threshold == FixedPoint(75))
    #expect(told.alert?.milestone == .response)
    #expect(told.alert?.isOver == true)
  }

  @Test func `a ticket that waits tells nobody, and its steps move with the pause`() throws {
    let terms = Terms(contract, version: 1)
    let ticket = try SampleContract.opened(under: terms, at: opening)
    let paused = try ticket.paused(
      for: .awaitingClient, note: "", under: terms, by: agent, at: opening + 1800
    ).state
    #expect(terms.escalationSteps(of: paused).isEmpty)
    let step = try #require(terms.escalationSteps(of: ticket).first)
    #expect(throws: TicketRefusal.alreadyWaiting) {
      try paused.escalated([step], under: terms, onCall: nil, by: .system, at: step.due)
    }
    let resumed = try paused.resumed(under: terms, by: agent, at: opening + 5400).state
    #expect(terms.escalationSteps(of: resumed).first?.due == paris("2026-11-23 10:45"))
  }

  @Test func `a changed priority is told anew under its own delays`() throws {
    let terms = Terms(contract, version: 1)
    let ticket = try SampleContract.opened(under: terms, at: opening)
    let step = try #require(terms.escalationSteps(of: ticket).first)
    let told = try ticket.escalated([step], under: terms, onCall: nil, by: .system, at: step.due)
    var worse = Qualification(ticket.request)
    worse.impact = "site"
    let changed = try told.state.qualified(
      worse, accord: "Jeanne Morel", reason: "Tout le site", under: terms,
      prepaidMinutesLeft: nil, by: agent, at: step.due + 60
    ).state
    #expect(changed.priority == "P1")
    #expect(changed.alert == nil)
    #expect(
      terms.escalationSteps(of: changed).contains {
        $0.milestone == .response && $0.threshold == FixedPoint(75)
      })
  }

  @Test func `out of hours whoever is on call is told, or that nobody is`() throws {
    let terms = Terms(contract, version: 1)
    let night = paris("2026-11-23 22:00")
    let ticket = try SampleContract.opened(
      SampleContract.request(impact: "site"), under: terms, at: night)
    #expect(terms.isOnCallTime(for: ticket, at: night))
    #expect(!terms.isOnCallTime(for: ticket, at: opening))
    let step = try #require(terms.escalationSteps(of: ticket).first)
    #expect(step.due == night + 1350)
    let person = ToldPerson(name: "Marc Vidal", ground: .onCall)
    let told = try ticket.escalated([step], under: terms, onCall: person, by: .system, at: step.due)
    #expect(told.state.alert?.told.map(\.name) == ["Iris Delmas", "Marc Vidal"])
    let nobody = try ticket.escalated([step], under: terms, onCall: nil, by: .system, at: step.due)
    #expect(nobody.state.alert?.isUncovered == true)
    #expect(try Ticket(replaying: opened(ticket, terms, night) + nobody.facts) == nobody.state)
  }

  private func opened(_ ticket: Ticket, _ terms: Terms, _ instant: Instant) throws -> [Fact] {
    try Ticket.opened(
      ticket.request, id: ticket.id, number: 1, agreement: SampleContract.agreement, under: terms,
      prepaidMinutesLeft: nil, by: agent, at: instant
    ).facts
  }

  private func contact(_ name: String, _ percent: Int) -> EscalationContact {
    var contact = EscalationContact()
    contact.name = name
    contact.threshold = FixedPoint(percent)
    return contact
  }
}
