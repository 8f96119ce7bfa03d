import Maintenance
import TestSupport
import Testing

struct ClockPropertyTests {
  /// A clock that starts in the weeks around a change of the wall clock in most zones, or anywhere.
  private func draw(_ seed: Int) -> Clock {
    var numbers = SplitMix64(seed: UInt64(seed))
    let year = Int.random(in: 1990...2099, using: &numbers)
    let month = [3, 9, 10, Int.random(in: 1...12, using: &numbers)][seed % 4]
    let first = Day(year: year, month: month, day: 1) ?? day("2026-03-01")
    let calendar = DrawnClock.calendar(&numbers, near: first)
    let start = Instant(
      seconds: first.number * 86_400 + Int.random(in: 0..<44_640, using: &numbers) * 60)
    return Clock(
      calendar: calendar, start: start,
      delaySeconds: Int.random(in: 1...3000, using: &numbers) * 60,
      pauses: DrawnClock.pauses(from: start, &numbers))
  }

  private func table(of clock: Clock) -> ClockTable {
    let first = clock.calendar.zone.day(at: clock.start)
    return ClockTable(clock.calendar, days: (first - 40)...(first + 800))
  }

  @Test(arguments: 0..<240)
  func `counted stretches sum to the delay, join without gaps, and agree minute by minute`(
    _ seed: Int
  ) throws {
    let clock = draw(seed)
    let delay = clock.delaySeconds
    let (stretches, deadline) = clock.explanation()
    let due = try #require(deadline)
    #expect(stretches.filter { $0.cause == .counted }.reduce(0) { $0 + $1.seconds } == delay)
    #expect(stretches.first?.start == clock.start && stretches.last?.end == due)
    #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(due == MinuteByMinute.deadline(of: clock))
    // Due, then elapsed, is the identity; elapsed adds up over a split.
    #expect(clock.elapsedSeconds(at: due) == delay)
    let middle = clock.start + (due - clock.start) / 2
    var rest = clock
    rest.start = middle
    #expect(clock.elapsedSeconds(at: middle) + rest.elapsedSeconds(at: due) == delay)
  }

  @Test(arguments: 0..<240)
  func `the table answers as the explanation does`(_ seed: Int) throws {
    let clock = draw(seed)
    let table = table(of: clock)
    let start = clock.start.seconds
    let due = try #require(clock.deadline)
    #expect(
      table.deadline(from: start, delay: clock.delaySeconds, pauses: clock.pauses) == due.seconds)
    #expect(
      table.elapsed(from: start, to: due.seconds, pauses: clock.pauses) == clock.delaySeconds)
    var unpaused = clock
    unpaused.pauses = []
    #expect(
      table.deadline(from: start, delay: clock.delaySeconds) == unpaused.deadline?.seconds)
    for step in 0..<50 {
      let instant = clock.start + step * 7_013
      #expect(
        table.elapsed(from: start, to: instant.seconds) == unpaused.elapsedSeconds(at: instant))
    }
  }

  @Test(arguments: 0..<60)
  func `a longer delay or a later start never ends sooner, and elapsed never falls`(_ seed: Int) {
    var numbers = SplitMix64(seed: UInt64(seed) &+ 77)
    let clock = draw(seed)
    let table = table(of: clock)
    var last = (due: 0, elapsed: 0)
    for step in 0..<300 {
      let due = table.deadline(from: clock.start.seconds, delay: 1 + step * 977) ?? .max
      let elapsed = table.elapsed(
        from: clock.start.seconds, to: clock.start.seconds + step * 6_007)
      #expect(due >= last.due && elapsed >= last.elapsed)
      last = (due, elapsed)
    }
    let later = clock.start.seconds + Int.random(in: 0..<500_000, using: &numbers)
    let (early, late) = (
      table.deadline(from: clock.start.seconds, delay: 3600),
      table.deadline(from: later, delay: 3600)
    )
    #expect(early ?? .max <= late ?? .max)
  }

  @Test func `beyond its days a table says nothing`() {
    let calendar = ServiceCalendar(
      zone: .paris, hours: SampleContract.officeHours, region: .metropole)
    let table = ClockTable(calendar, days: day("2026-11-23")...day("2026-11-27"))
    let start = paris("2026-11-23 08:30").seconds
    #expect(table.deadline(from: start, delay: 5 * 510 * 60) == paris("2026-11-27 18:00").seconds)
    #expect(table.deadline(from: start, delay: 5 * 510 * 60 + 1) == nil)
    #expect(table.deadline(from: start, delay: 0) == start)
    let lasting = Pause(reason: .awaitingClient, start: paris("2026-11-23 09:00"))
    #expect(table.deadline(from: start, delay: 3600, pauses: [lasting]) == nil)
    #expect(
      table.deadline(from: start, delay: 1800, pauses: [lasting])
        == paris("2026-11-23 09:00").seconds)
  }

  @Test func `a table of a calendar that never opens counts nothing`() {
    let never = ServiceCalendar(zone: .paris, hours: OpeningHours(), region: .metropole)
    let table = ClockTable(never, days: day("2026-11-23")...day("2026-11-27"))
    #expect(table.counted(until: table.range.upperBound) == 0)
    #expect(table.deadline(from: table.range.lowerBound, delay: 1) == nil)
  }
}
