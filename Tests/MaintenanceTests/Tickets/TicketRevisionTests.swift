import Maintenance
import Testing

struct TicketRevisionTests {
  private let agent = SampleContract.technician
  private let opening = paris("2026-11-23 09:00")
  private let debt = WorkaroundDebt(owner: "Lina Roche", due: day("2026-12-07"))

  private func qualified(
    _ ticket: Ticket, urgency: String, accord: String = "Jeanne Morel", at instant: Instant
  ) throws -> Ticket {
    var qualification = Qualification(ticket.request)
    qualification.urgency = urgency
    return try ticket.qualified(
      qualification, accord: accord, reason: "Un seul poste", under: SampleContract.terms,
      prepaidMinutesLeft: nil, by: agent, at: instant
    ).state
  }

  @Test func `a changed priority counts from the opening, and what was paused stays paused`()
    throws
  {
    let terms = SampleContract.terms
    let ticket = try SampleContract.opened(at: opening)
    let resumed = try ticket.paused(
      for: .awaitingClient, note: "", under: terms, by: agent, at: opening + 1800
    ).state.resumed(under: terms, by: agent, at: opening + 5400).state
    #expect(resumed.priority == "P2")
    let lower = try qualified(resumed, urgency: "genante", at: opening + 6000)
    #expect(lower.priority == "P3")
    // Two days of eight hours and a half, and the hour that was paused.
    #expect(lower.deadlines == [.resolution: paris("2026-11-25 10:00")])
    let back = try qualified(lower, urgency: "bloquante", at: opening + 6600)
    #expect(back.deadlines == resumed.deadlines)
    #expect(back.verdict == ticket.verdict)
  }

  @Test func `a priority changes only by an accord, for a reason, and when something changes`()
    throws
  {
    let ticket = try SampleContract.opened(at: opening)
    #expect(throws: TicketRefusal.accordNeeded) {
      try qualified(ticket, urgency: "genante", accord: " ", at: opening)
    }
    #expect(throws: TicketRefusal.nothingChanges) {
      try qualified(ticket, urgency: "bloquante", at: opening)
    }
    #expect(throws: TicketRefusal.unknownPriority) {
      try qualified(ticket, urgency: "immense", at: opening)
    }
  }

  @Test func `an override keeps the articles it departs from, and says why`() throws {
    let terms = SampleContract.terms
    let ticket = try SampleContract.opened(
      SampleContract.request(exclusion: "logiciel"), at: opening)
    #expect(ticket.verdict.charge == .excluded)
    let changed = try ticket.overridden(
      to: .included, reason: "Geste commercial", under: terms, by: agent, at: opening + 60
    ).state
    #expect(changed.verdict.charge == .included)
    #expect(
      changed.verdict.because.first?.reason
        == Reason(.overridden, ["excluded", "Geste commercial"]))
    #expect(changed.verdict.because.dropFirst().elementsEqual(ticket.verdict.because))
    #expect(throws: TicketRefusal.nothingChanges) {
      try changed.overridden(to: .included, reason: "x", under: terms, by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.noSuchCharge) {
      try ticket.overridden(to: .prepaid, reason: "x", under: terms, by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.emptyNote) {
      try ticket.overridden(to: .included, reason: "", under: terms, by: agent, at: opening)
    }
  }

  @Test func `a workaround leaves a debt until the cause is mended`() throws {
    let ticket = try SampleContract.opened(at: opening)
    let around = try ticket.workedAround(
      "Autre imprimante", debt: debt, in: .paris, by: agent, at: opening + 600
    ).state
    #expect(around.debt == debt)
    let later = WorkaroundDebt(owner: "Paul", due: day("2027-01-11"))
    let moved = try around.movingDebt(
      to: later, reason: "Pièce en rupture", in: .paris, by: agent, at: opening + 900
    ).state
    #expect(moved.debt == later)
    let past = WorkaroundDebt(owner: "Paul", due: day("2026-11-22"))
    #expect(throws: TicketRefusal.dayOutOfBounds) {
      try moved.movingDebt(to: past, reason: "x", in: .paris, by: agent, at: opening)
    }
    let mended = try moved.resolved("Tambour", cause: .hardware, by: agent, at: opening + 999).state
    #expect(mended.debt == nil)
  }

  @Test func `what comes back within the contract's delay goes on with its first clock`() throws {
    var contract = SampleContract.contract
    contract.serviceLevels.reopening = Delay(2, .workingDays)
    let terms = Terms(contract, version: 1)
    let ticket = try SampleContract.opened(under: terms, at: opening)
    let resolved = try ticket.resolved("Fait", cause: .use, by: agent, at: opening + 3600).state
    let confirmed = try resolved.confirmed(from: "Jeanne Morel", by: agent, at: opening + 3700)
      .state
    #expect(confirmed.stage == .closed)
    let reopened = try confirmed.reopened(
      "Même panne", under: terms, by: agent, at: opening + 2 * 3600
    ).state
    #expect(reopened.isOpen)
    #expect(reopened.stage == .new)
    #expect(reopened.deadlines == ticket.deadlines)
    let late = paris("2026-11-25 11:01")
    #expect(throws: TicketRefusal.tooLateToReopen) {
      try resolved.reopened("Même panne", under: terms, by: agent, at: late)
    }
    #expect(throws: TicketRefusal.notResolved) {
      try ticket.reopened("Même panne", under: terms, by: agent, at: opening)
    }
    let silent = SampleContract.terms
    #expect(throws: TicketRefusal.tooLateToReopen) {
      try confirmed.reopened("Même panne", under: silent, by: agent, at: opening + 4000)
    }
    #expect(try resolved.reopened("Non", under: silent, by: agent, at: opening + 4000).state.isOpen)
  }

  @Test func `work counts when it began, and not in the future nor long ago`() throws {
    let ticket = try SampleContract.opened(at: opening)
    let start = opening + 600
    let worked = try ticket.worked(
      minutes: 30, from: start, place: .onSite, note: "", by: agent, at: opening + 2400
    ).state
    #expect(worked.work.map(\.at) == [start])
    #expect(worked.work.map(\.place) == [.onSite])
    for start in [opening + 601, opening + -61 * 86_400] {
      #expect(throws: TicketRefusal.timeOutOfBounds) {
        try ticket.worked(minutes: 30, from: start, note: "", by: agent, at: opening + 2400)
      }
    }
  }
}
