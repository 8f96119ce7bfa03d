import Maintenance
import TestSupport
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

  @Test(arguments: 0..<200)
  func `counted stretches sum to the delay, join without gaps, and agree minute by minute`(
    _ seed: Int
  ) throws {
    var numbers = SplitMix64(seed: UInt64(seed))
    let calendar = randomCalendar(&numbers)
    let start = Instant(
      seconds: 1_767_225_600 + Int.random(in: 0..<1_051_200, using: &numbers) * 60)
    let pauses = randomPauses(from: start, &numbers)
    let delay = Int.random(in: 1...3000, using: &numbers) * 60
    let clock = Clock(calendar: calendar, start: start, delaySeconds: delay, pauses: pauses)
    let (stretches, deadline) = clock.explanation()
    let due = try #require(deadline)
    #expect(stretches.filter { $0.cause == .counted }.reduce(0) { $0 + $1.seconds } == delay)
    #expect(stretches.first?.start == start && stretches.last?.end == due)
    #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(due == minuteByMinute(clock))
    // Due, then elapsed, is the identity; elapsed adds up over a split.
    #expect(clock.elapsedSeconds(at: due) == delay)
    let middle = start + (due - start) / 2
    var rest = clock
    rest.start = middle
    #expect(clock.elapsedSeconds(at: middle) + rest.elapsedSeconds(at: due) == delay)
  }

  private func randomCalendar(_ numbers: inout SplitMix64) -> ServiceCalendar {
    let isOnCall = Int.random(in: 0..<4, using: &numbers) == 0
    return ServiceCalendar(
      zone: Zone.allCases.randomElement(using: &numbers) ?? .paris, hours: randomHours(&numbers),
      region: HolidayRegion.allCases.randomElement(using: &numbers) ?? .metropole,
      isRoundTheClock: Int.random(in: 0..<5, using: &numbers) == 0,
      onCallHours: isOnCall ? randomHours(&numbers) : nil)
  }

  private func randomHours(_ numbers: inout SplitMix64) -> OpeningHours {
    var hours = OpeningHours()
    for weekday in 0..<7 where weekday == 0 || Bool.random(using: &numbers) {
      hours.week[weekday] = randomSpans(&numbers)
    }
    hours.isOpenOnHolidays = Bool.random(using: &numbers)
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      var exception = OpeningHours.DayException()
      exception.day = Day(number: Int.random(in: 20_454..<21_184, using: &numbers))
      if Bool.random(using: &numbers) { exception.spans = randomSpans(&numbers) }
      hours.exceptions.append(exception)
      hours.closingDays.append(Day(number: Int.random(in: 20_454..<21_184, using: &numbers)))
    }
    return hours
  }

  /// The last span may go on until five in the morning.
  private func randomSpans(_ numbers: inout SplitMix64) -> [OpeningHours.Span] {
    var spans: [OpeningHours.Span] = []
    var from = Int.random(in: 300..<600, using: &numbers)
    for _ in 0..<Int.random(in: 1...3, using: &numbers) where from < 1380 {
      let end = min(1740, from + Int.random(in: 30...400, using: &numbers))
      spans.append(OpeningHours.Span(start: from, end: end))
      from = end + Int.random(in: 1...120, using: &numbers)
    }
    return spans
  }

  private func randomPauses(from start: Instant, _ numbers: inout SplitMix64) -> [Pause] {
    var pauses: [Pause] = []
    var from = start
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      from = from + Int.random(in: 1...600, using: &numbers) * 60
      let end = from + Int.random(in: 1...3000, using: &numbers) * 60
      pauses.append(Pause(reason: .awaitingClient, start: from, end: end))
      from = end
    }
    return pauses
  }

  /// The reference: looks at each minute and asks the wall clock whether it counts.
  private func minuteByMinute(_ clock: Clock) -> Instant? {
    var left = clock.delaySeconds / 60
    var now = clock.start
    for _ in 0..<600_000 {
      if left == 0 { return now }
      if counts(now, clock) { left -= 1 }
      now = now + 60
    }
    return nil
  }

  private func counts(_ minute: Instant, _ clock: Clock) -> Bool {
    if clock.pauses.contains(where: { $0.start <= minute && minute < $0.end ?? minute + 1 }) {
      return false
    }
    let calendar = clock.calendar
    if calendar.isRoundTheClock { return true }
    let (day, second) = calendar.zone.local(minute)
    return [calendar.hours, calendar.onCallHours].contains { hours in
      guard let hours else { return false }
      let today = spans(of: day, hours, calendar.region)
      let yesterday = spans(of: day - 1, hours, calendar.region)
      return today.contains { $0.start * 60 <= second && second < $0.end * 60 }
        || yesterday.contains { second < ($0.end - 1440) * 60 }
    }
  }

  private func spans(
    of day: Day, _ hours: OpeningHours, _ region: HolidayRegion
  ) -> [OpeningHours.Span] {
    if let exception = hours.exceptions.first(where: { $0.day == day }) { return exception.spans }
    if hours.closingDays.contains(day) { return [] }
    if !hours.isOpenOnHolidays && Holiday.on(day, in: region) != nil { return [] }
    return hours.spans(on: day.weekday)
  }
}
