import Maintenance
import TestSupport
import Testing

/// What levels are read from is what a ticket's own page shows.
struct TimedTicketTests {
  private let terms: Terms = {
    var contract = SampleContract.contract
    contract.serviceLevels.levels[1].delays[.workaround] = Delay(3, .businessDays)
    contract.serviceLevels.levels[1].delays[.onSite] = Delay(90, .days)
    return Terms(contract, version: 1)
  }()

  private func draw(_ numbers: inout SplitMix64) throws -> Ticket {
    let who = SampleContract.technician
    func later(_ instant: Instant, _ numbers: inout SplitMix64) -> Instant {
      Instant(
        milliseconds: instant.milliseconds + Int64.random(in: 1...200_000_000, using: &numbers))
    }
    var at = later(paris("2026-11-01 00:00"), &numbers)
    let impact = ["site", "service"].randomElement(using: &numbers) ?? "site"
    var ticket = try SampleContract.opened(
      SampleContract.request(impact: impact), under: terms, at: at)
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      at = later(at, &numbers)
      ticket = try ticket.paused(
        for: .awaitingClient, note: "", under: terms, by: who, at: at
      ).state
      // One pause in eight lasts.
      if Int.random(in: 0..<8, using: &numbers) == 0 { return ticket }
      at = later(at, &numbers)
      ticket = try ticket.resumed(under: terms, by: who, at: at).state
    }
    at = later(at, &numbers)
    if Bool.random(using: &numbers) { ticket = try ticket.takenInCharge(by: who, at: at).state }
    at = later(at, &numbers)
    guard Bool.random(using: &numbers) else { return ticket }
    return try ticket.resolved("Réparé.", cause: .hardware, by: who, at: at).state
  }

  @Test(arguments: 0..<40)
  func `many tickets read at once are read as each alone, to the second`(_ seed: Int) throws {
    var numbers = SplitMix64(seed: UInt64(seed))
    let tickets = try (0..<25).map { _ in try draw(&numbers) }
    let now = paris("2026-11-05 12:00") + Int.random(in: 0...5_000_000, using: &numbers)
    let timed = terms.timed(tickets, at: now)
    #expect(timed.count == tickets.count)
    for (ticket, timed) in zip(tickets, timed) {
      let alone = terms.readings(of: ticket, at: now)
      #expect(alone.map(\.deadline) == timed.clocks.map(\.deadline))
      #expect(alone.map(\.elapsedSeconds) == timed.clocks.map(\.elapsedSeconds))
      #expect(alone.map(\.standing) == timed.clocks.map(\.standing))
      #expect(alone.map(\.outcome) == timed.clocks.map(\.outcome))
    }
  }

  @Test func `a deadline counts from the second of the receipt`() throws {
    let received = Instant(milliseconds: paris("2026-11-23 09:00").milliseconds + 700)
    let ticket = try SampleContract.opened(under: terms, at: received)
    #expect(ticket.deadlines[.response] == paris("2026-11-23 10:00"))
    let reading = try #require(terms.readings(of: ticket, at: received).first)
    #expect(reading.deadline == paris("2026-11-23 10:00"))
    let counted = reading.stretches.filter { $0.cause == .counted }.reduce(0) { $0 + $1.seconds }
    #expect(counted == 3600)
  }
}
