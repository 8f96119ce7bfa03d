import Maintenance
import Testing

struct ClockTests {
  private let office = ServiceCalendar(
    zone: .paris, hours: SampleContract.officeHours, region: .metropole)

  private func deadline(_ start: String, minutes: Int, pauses: [Pause] = []) -> Instant? {
    Clock(calendar: office, start: paris(start), delaySeconds: minutes * 60, pauses: pauses)
      .deadline
  }

  @Test(arguments: [
    ("2026-11-23 09:00", 60, "2026-11-23 10:00"),
    // Over lunch.
    ("2026-11-23 12:00", 60, "2026-11-23 14:00"),
    // A deadline that falls at closing stays at closing.
    ("2026-11-23 17:00", 60, "2026-11-23 18:00"),
    ("2026-11-23 17:30", 60, "2026-11-24 09:00"),
    // From Friday evening over the weekend.
    ("2026-11-20 17:30", 60, "2026-11-23 09:00"),
    // Received in the night, on a Sunday.
    ("2026-11-22 03:00", 60, "2026-11-23 09:30"),
    // Over Armistice Day, a Wednesday.
    ("2026-11-10 17:30", 60, "2026-11-12 09:00"),
    // Over the change to winter time: the weekend is an hour longer, the delay is not.
    ("2026-10-23 17:30", 60, "2026-10-26 09:00"),
    // Two opening days of 8 h 30.
    ("2026-11-23 09:00", 1020, "2026-11-25 09:00"),
  ])
  func `a delay counts opening hours alone`(_ start: String, _ minutes: Int, _ due: String) {
    #expect(deadline(start, minutes: minutes) == paris(due))
  }

  @Test func `round the clock means 23 hours of a day in spring`() {
    let always = ServiceCalendar(
      zone: .paris, hours: OpeningHours(), region: .metropole, isRoundTheClock: true)
    let clock = Clock(
      calendar: always, start: paris("2027-03-27 12:00"), delaySeconds: 24 * 3600)
    #expect(clock.deadline == paris("2027-03-28 13:00"))
  }

  @Test func `a pause moves the deadline by the counted time it takes`() {
    let pause = Pause(
      reason: .awaitingClient, start: paris("2026-11-23 10:00"), end: paris("2026-11-23 11:00"))
    #expect(
      deadline("2026-11-23 09:00", minutes: 120, pauses: [pause]) == paris("2026-11-23 12:00"))
    // A pause that lasts the night takes no counted time of the night.
    let night = Pause(
      reason: .awaitingClient, start: paris("2026-11-23 17:00"), end: paris("2026-11-24 08:30"))
    #expect(deadline("2026-11-23 16:30", minutes: 60, pauses: [night]) == paris("2026-11-24 09:00"))
  }

  @Test func `no deadline while a pause lasts, unless it came before`() {
    let lasting = Pause(reason: .awaitingClient, start: paris("2026-11-23 10:00"))
    #expect(deadline("2026-11-23 09:00", minutes: 120, pauses: [lasting]) == nil)
    #expect(
      deadline("2026-11-23 09:00", minutes: 30, pauses: [lasting]) == paris("2026-11-23 09:30"))
  }

  @Test func `a calendar that never opens has no deadline`() {
    let never = ServiceCalendar(zone: .paris, hours: OpeningHours(), region: .metropole)
    let clock = Clock(calendar: never, start: paris("2026-11-23 09:00"), delaySeconds: 60)
    #expect(clock.deadline == nil)
    #expect(never.opening(at: paris("2026-11-23 09:00")).next == nil)
  }

  @Test func `the explanation names each stretch and its cause`() {
    let clock = Clock(calendar: office, start: paris("2026-11-10 12:00"), delaySeconds: 6 * 3600)
    let causes = clock.explanation().stretches.map(\.cause)
    #expect(
      causes == [
        .counted, .midday, .counted, .outsideHours, .holiday(.armistice1918), .outsideHours,
        .counted,
      ])
  }
}
