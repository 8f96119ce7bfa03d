import Maintenance
import Testing

/// What users of other products complain of, each told as what must happen here.
struct DelayCountingTests {
  private func due(
    _ delay: Delay, from start: String, priority: String = "P2", pauses: [Pause] = [],
    _ vary: (inout Contract) -> Void = { _ in }
  ) -> Instant? {
    var contract = SampleContract.contract
    let index = contract.serviceLevels.levels.firstIndex { $0.priority == priority } ?? 0
    contract.serviceLevels.levels[index].delays = [.resolution: delay]
    vary(&contract)
    return deadline(of: contract, .resolution, priority, from: paris(start), pauses: pauses)
  }

  private func deadline(
    of contract: Contract, _ milestone: Milestone, _ priority: String, from start: Instant,
    pauses: [Pause] = []
  ) -> Instant? {
    Terms(contract, version: 1).deadlines(
      priority: priority, site: "grenoble", group: "postes", from: start, pauses: pauses)[milestone]
  }

  private func pause(_ start: String, _ end: String) -> Pause {
    Pause(reason: .awaitingClient, start: paris(start), end: paris(end))
  }

  @Test(arguments: [
    // Fridays and holidays count as calendar days, at the same hour.
    (Delay(3, .days), "2026-11-20 17:30", "2026-11-23 17:30"),
    (Delay(15, .days), "2026-12-20 10:00", "2027-01-04 10:00"),
    // Over the change to summer time the hour on the wall stays.
    (Delay(2, .days), "2027-03-27 12:00", "2027-03-29 12:00"),
    // Saturday is ouvrable, Sunday is not.
    (Delay(1, .businessDays), "2026-11-20 17:30", "2026-11-21 17:30"),
    (Delay(2, .businessDays), "2026-11-20 17:30", "2026-11-23 17:30"),
    // Received on a Sunday, the delay is the whole of Monday.
    (Delay(1, .businessDays), "2026-11-22 10:00", "2026-11-24 00:00"),
    // Armistice Day, a Wednesday, is not ouvrable.
    (Delay(1, .businessDays), "2026-11-10 10:00", "2026-11-12 10:00"),
    // A working day is a standard opening day of eight hours and a half.
    (Delay(1, .workingDays), "2026-11-20 17:30", "2026-11-23 17:30"),
    (Delay(2, .workingDays), "2026-11-20 10:00", "2026-11-24 10:00"),
    (Delay(90, .minutes), "2026-11-20 17:30", "2026-11-23 09:30"),
    (Delay(24, .hours), "2026-11-23 08:30", "2026-11-25 16:30"),
  ])
  func `each unit of delay counts in its own way`(_ delay: Delay, _ start: String, _ end: String) {
    #expect(due(delay, from: start) == paris(end), "\(delay.french) from \(start)")
  }

  @Test func `working days count opening hours even where the priority is on call`() {
    #expect(
      due(Delay(1, .workingDays), from: "2026-11-21 10:00", priority: "P1")
        == paris("2026-11-23 18:00"))
    #expect(
      due(Delay(4, .hours), from: "2026-11-21 10:00", priority: "P1") == paris("2026-11-21 14:00"))
  }

  @Test func `working days of a service that never opens promise no day`() {
    #expect(due(Delay(1, .workingDays), from: "2026-11-23 10:00") { $0.support = Support() } == nil)
  }

  @Test func `a pause over the weekend takes no more than the open hours in it`() {
    let weekend = pause("2026-11-20 17:00", "2026-11-23 09:30")
    #expect(
      due(Delay(2, .workingDays), from: "2026-11-20 16:00", pauses: [weekend])
        == paris("2026-11-24 18:00"))
    // In calendar days, it takes all of its length.
    #expect(
      due(Delay(2, .days), from: "2026-11-20 16:00", pauses: [weekend])
        == paris("2026-11-25 08:30"))
  }

  @Test func `nothing is late while it waits for the client`() throws {
    let waiting = Pause(reason: .awaitingClient, start: paris("2026-11-23 10:00"))
    #expect(due(Delay(4, .hours), from: "2026-11-23 09:00", pauses: [waiting]) == nil)
    var ticket = try SampleContract.opened(at: paris("2026-11-23 09:00"))
    ticket = try ticket.paused(
      for: .awaitingClient, note: "", under: SampleContract.terms, by: SampleContract.technician,
      at: paris("2026-11-23 09:10")
    ).state
    let readings = SampleContract.terms.readings(of: ticket, at: paris("2026-12-23 09:00"))
    #expect(!readings.isEmpty && readings.allSatisfy { $0.standing == .paused })
  }

  @Test func `a changed priority counts from the start, and keeps its pauses`() {
    let start = paris("2026-11-23 09:00")
    let paused = [pause("2026-11-23 10:00", "2026-11-23 11:00")]
    let terms = SampleContract.terms
    func due(_ priority: String, _ pauses: [Pause]) -> Instant? {
      terms.deadlines(
        priority: priority, site: "grenoble", group: "postes", from: start, pauses: pauses)[
          .response]
    }
    // P1 promises half an hour, P2 an hour: an hour of pause moves both alike once it began.
    #expect(due("P1", paused) == paris("2026-11-23 09:30"))
    #expect(due("P2", [pause("2026-11-23 09:30", "2026-11-23 10:30")]) == start + 2 * 3600)
  }

  @Test func `the same fault within the window goes on with the first clock`() {
    var contract = SampleContract.contract
    contract.serviceLevels.reopening = Delay(8, .hours)
    let terms = Terms(contract, version: 1)
    func reopens(_ resolved: String, _ back: String) -> Bool {
      terms.reopens(
        resolvedAt: paris(resolved), comesBackAt: paris(back), priority: "P2", site: "grenoble",
        group: "postes")
    }
    // Eight hours of service from Friday 17:00 end on Monday at 16:30.
    #expect(reopens("2026-11-20 17:00", "2026-11-23 16:30"))
    #expect(!reopens("2026-11-20 17:00", "2026-11-23 16:31"))
    contract.serviceLevels.reopening = nil
    #expect(
      !Terms(contract, version: 1).reopens(
        resolvedAt: paris("2026-11-20 17:00"), comesBackAt: paris("2026-11-20 17:01"),
        priority: "P2", site: "grenoble", group: "postes"))
  }

  @Test func `an amendment in between leaves an open ticket its terms`() throws {
    var amended = SampleContract.contract
    amended.serviceLevels.levels[1].delays = [.response: Delay(1, .minutes)]
    let opened = paris("2026-11-23 09:00")
    let ticket = try SampleContract.opened(at: opened)
    #expect(ticket.contractVersion == SampleContract.terms.version)
    let before = SampleContract.terms.readings(of: ticket, at: opened)
      .compactMap(\.deadline)
    let after = Terms(amended, version: 2).readings(of: ticket, at: opened)
      .compactMap(\.deadline)
    #expect(before != after && before == Milestone.allCases.compactMap { ticket.deadlines[$0] })
  }

  @Test func `a site's own delay to be there is a promise like the others`() throws {
    var contract = SampleContract.contract
    contract.scope.sites[0].onSiteDelay = Delay(4, .hours)
    let start = paris("2026-11-23 09:00")
    let promise = try #require(
      Terms(contract, version: 1).promises(
        priority: "P2", site: "grenoble", group: "postes", from: start, pauses: []
      ).first { $0.milestone == .onSite })
    #expect(promise.clock.deadline == paris("2026-11-23 14:00"))
    #expect(promise.citation.clause == "perimetre.sites")
    contract.serviceLevels.levels[1].delays[.onSite] = Delay(2, .hours)
    #expect(deadline(of: contract, .onSite, "P2", from: start) == paris("2026-11-23 11:00"))
  }

  @Test func `paused time is told by whom it is laid to`() {
    let calendar = ServiceCalendar(
      zone: .paris, hours: SampleContract.officeHours, region: .metropole)
    var force = pause("2026-11-24 08:00", "2026-11-24 09:00")
    force.reason = .forceMajeure
    let clock = Clock(
      calendar: calendar, start: paris("2026-11-23 09:00"), delaySeconds: 3600,
      pauses: [pause("2026-11-23 12:00", "2026-11-23 14:00"), force])
    #expect(clock.pausedSeconds == [.client: 3600, .nobody: 1800])
  }
}
