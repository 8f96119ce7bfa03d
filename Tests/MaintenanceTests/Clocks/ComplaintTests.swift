import Maintenance
import Testing

/// What users of other products complain of in their trackers, each as a question to these clocks.
struct ComplaintTests {
  private let terms = SampleContract.terms
  private let who = SampleContract.technician

  private func ticket(_ opened: String, impact: String = "service") throws -> Ticket {
    try SampleContract.opened(SampleContract.request(impact: impact), at: paris(opened))
  }

  private func paused(_ ticket: Ticket, _ from: String, _ to: String?) throws -> Ticket {
    let paused = try ticket.paused(
      for: .awaitingClient, note: "", under: terms, by: who, at: paris(from)
    ).state
    return try to.map { try paused.resumed(under: terms, by: who, at: paris($0)).state } ?? paused
  }

  private func reading(
    _ ticket: Ticket, _ milestone: Milestone, at now: String
  ) throws -> ClockReading {
    try #require(
      terms.readings(of: ticket, at: paris(now)).first { $0.milestone == milestone })
  }

  @Test func `a level is not violated while the ticket waits for the client`() throws {
    let waiting = try paused(self.ticket("2026-11-23 09:00"), "2026-11-23 09:10", nil)
    let weeks = try reading(waiting, .resolution, at: "2026-12-14 10:00")
    #expect(weeks.standing == .paused && weeks.deadline == nil)
    #expect(weeks.elapsedSeconds == 600)
  }

  @Test func `a pause over a weekend takes no closed time, even when the delay is in days`() throws
  {
    // P3: two days of service. Friday 17:00 to Monday 09:30 is an hour, then an hour of service.
    var ticket = try SampleContract.opened(
      SampleContract.request(urgency: "genante"), at: paris("2026-11-20 10:00"))
    #expect(ticket.priority == "P3")
    #expect(ticket.deadlines[.resolution] == paris("2026-11-24 10:00"))
    ticket = try paused(ticket, "2026-11-20 17:00", "2026-11-23 09:30")
    #expect(
      try reading(ticket, .resolution, at: "2026-11-23 10:00").deadline
        == paris("2026-11-24 12:00"))
  }

  @Test func `a pause that lies wholly outside opening hours moves nothing`() throws {
    let ticket = try self.ticket("2026-11-20 17:30")
    let before = try reading(ticket, .resolution, at: "2026-11-23 08:30").deadline
    let night = try paused(ticket, "2026-11-20 18:30", "2026-11-23 08:00")
    #expect(try reading(night, .resolution, at: "2026-11-23 08:30").deadline == before)
  }

  @Test func `a pause over lunch and a holiday takes opening hours alone`() throws {
    // From Tuesday 12:00, over lunch and Armistice Day, to Thursday 09:00.
    let ticket = try paused(
      self.ticket("2026-11-10 09:00"), "2026-11-10 12:00", "2026-11-12 09:00")
    // Three hours counted before, five left from Thursday 09:00: lunch again, until 15:00.
    #expect(
      try reading(ticket, .resolution, at: "2026-11-12 10:00").deadline
        == paris("2026-11-12 15:00"))
  }

  @Test func `another priority keeps what was already paused and what has counted`() throws {
    let ticket = try paused(
      self.ticket("2026-11-23 09:00"), "2026-11-23 10:00", "2026-11-23 11:00")
    let promise = try #require(
      terms.promises(
        priority: "P3", site: "grenoble", group: "postes", from: ticket.openedAt,
        pauses: ticket.pauses
      ).first { $0.milestone == .resolution })
    // Two days of eight and a half hours from the first receipt, an hour later for the pause.
    #expect(promise.clock.deadline == paris("2026-11-25 10:00"))
  }

  @Test func `pauses one after another are each taken once`() throws {
    var ticket = try self.ticket("2026-11-23 09:00")
    for hour in ["09", "10", "11"] {
      ticket = try paused(ticket, "2026-11-23 \(hour):10", "2026-11-23 \(hour):40")
    }
    let reading = try self.reading(ticket, .resolution, at: "2026-11-23 18:00")
    #expect(reading.deadline == paris("2026-11-24 10:00"))
    #expect(reading.clock.pausedSeconds == [.client: 5400])
  }

  @Test func `a pause that begins when the delay ends does not move it`() throws {
    let ticket = try paused(self.ticket("2026-11-23 09:00"), "2026-11-23 10:00", nil)
    #expect(
      try reading(ticket, .response, at: "2026-11-23 12:00").deadline
        == paris("2026-11-23 10:00"))
    #expect(try reading(ticket, .response, at: "2026-11-23 12:00").standing == .overdue)
  }

  @Test func `a pause after a milestone was reached does not reopen it`() throws {
    let taken = try self.ticket("2026-11-23 09:00").takenInCharge(
      by: who, at: paris("2026-11-23 09:20")
    ).state
    let ticket = try paused(taken, "2026-11-23 09:30", nil)
    #expect(try reading(ticket, .response, at: "2026-11-27 09:30").standing == .held)
  }

  @Test func `a fault that comes back within the window goes on with the first clock`() throws {
    var contract = SampleContract.contract
    contract.serviceLevels.reopening = Delay(8, .hours)
    let terms = Terms(contract, version: 1)
    func goesOn(_ back: String) -> Bool {
      terms.reopens(
        resolvedAt: paris("2026-11-20 17:00"), comesBackAt: paris(back), priority: "P2",
        site: "grenoble", group: "postes")
    }
    // Eight hours of service: an hour on Friday, seven on Monday.
    #expect(goesOn("2026-11-23 16:30"))
    #expect(!goesOn("2026-11-23 16:31"))
  }

  @Test func `lunch of two hours and a client's own closing day do not count`() throws {
    var contract = SampleContract.contract
    for weekday in 0..<5 {
      contract.support.hours.week[weekday] = [
        OpeningHours.Span(start: 480, end: 720), OpeningHours.Span(start: 840, end: 1080),
      ]
    }
    contract.support.hours.closingDays = [day("2026-11-24")]
    let due = Terms(contract, version: 1).deadlines(
      priority: "P2", site: "grenoble", group: "postes", from: paris("2026-11-23 11:00"),
      pauses: [])
    #expect(due[.response] == paris("2026-11-23 12:00"))
    // An hour before lunch, four after, the closing day, three more.
    #expect(due[.resolution] == paris("2026-11-25 11:00"))
  }
}
