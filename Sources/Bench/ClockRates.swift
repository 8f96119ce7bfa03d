import Foundation
import Maintenance

/// Deadlines and elapsed times a second on one core, beside a bare loop over the same spans and
/// beside what other languages' packages do with the same questions.
struct ClockRates {
  let rows: [Table.Row]
  let notes: [String]

  /// An instant, a delay that counts from it, and a later instant, in seconds.
  struct Question {
    var start: Int
    var delay: Int
    var end: Int
  }

  private static let rounds = 7

  init() throws {
    let table = ClockTable(Self.calendar, days: Self.days)
    let questions = Self.drawn(100_000)
    let spans = OpenSpans(Self.calendar, days: Self.days)
    guard
      questions.allSatisfy({ question in
        table.deadline(from: question.start, delay: question.delay)
          == spans.deadline(from: question.start, delay: question.delay)
          && table.elapsed(from: question.start, to: question.end)
            == spans.elapsed(from: question.start, to: question.end)
      })
    else { throw BenchFault("the clocks disagree with the bare loop") }
    let due = Self.rates(
      questions, { table.deadline(from: $0.start, delay: $0.delay) ?? 0 },
      { spans.deadline(from: $0.start, delay: $0.delay) ?? 0 })
    let elapsed = Self.rates(
      questions, { table.elapsed(from: $0.start, to: $0.end) },
      { spans.elapsed(from: $0.start, to: $0.end) })
    let floor = "bare loop, same spans"
    var rows = [
      Table.Row("deadlines", "/s", subject: due.subject, floor: due.floor, floorName: floor),
      Table.Row(
        "elapsed times", "/s", subject: elapsed.subject, floor: elapsed.floor, floorName: floor),
    ]
    let (peers, notes) = ClockPeers.answers(to: Array(questions.prefix(2_000)))
    for peer in peers where peer.deadlines > 0 {
      rows.append(
        Table.Row(
          "deadlines", "/s", subject: due.subject, floor: peer.deadlines, floorName: peer.name))
    }
    for peer in peers {
      rows.append(
        Table.Row(
          "elapsed times", "/s", subject: elapsed.subject, floor: peer.elapsed,
          floorName: peer.name))
    }
    self.rows = rows
    self.notes =
      notes
      + peers.compactMap { peer in
        let sample = questions.prefix(2_000)
        let due = sample.reduce(0) {
          $0 + (table.deadline(from: $1.start, delay: $1.delay) ?? 0)
        }
        let isSame = peer.dueSum == 0 || peer.dueSum == due
        return isSame ? nil : "\(peer.name) gives other deadlines (\(peer.dueSum - due) s in all)."
      }
  }

  /// The two take turns, so that what else the machine does weighs on both.
  private static func rates(
    _ questions: [Question], _ subject: (Question) -> Int, _ floor: (Question) -> Int
  ) -> (subject: Double, floor: Double) {
    let clock = ContinuousClock()
    var sum = 0
    var subjects: [Double] = []
    var floors: [Double] = []
    for _ in 0..<rounds {
      let one = clock.measure { for question in questions { sum &+= subject(question) } }
      let other = clock.measure { for question in questions { sum &-= floor(question) } }
      subjects.append(Double(questions.count) / (one / .seconds(1)))
      floors.append(Double(questions.count) / (other / .seconds(1)))
    }
    precondition(sum == 0, "both answered alike")
    return (subjects.median, floors.median)
  }

  /// Office hours without holidays: what every package compared knows how to say.
  private static let calendar: ServiceCalendar = {
    var hours = OpeningHours()
    let spans = [
      OpeningHours.Span(start: 510, end: 750), OpeningHours.Span(start: 810, end: 1080),
    ]
    for weekday in 0..<5 { hours.week[weekday] = spans }
    hours.isOpenOnHolidays = true
    return ServiceCalendar(zone: .paris, hours: hours, region: .metropole)
  }()

  /// 2026 to 2030.
  private static let days = Day(number: 20_454)...Day(number: 22_279)

  /// Five years of questions: delays of a quarter of an hour to three days of service.
  private static func drawn(_ count: Int) -> [Question] {
    var seed: UInt64 = 2_026
    func next(_ below: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(below))
    }
    return (0..<count).map { _ in
      let start = (20_500 + next(1_700)) * 86_400 + next(86_400)
      return Question(
        start: start, delay: 901 + next(91_800), end: start + 60 + next(14 * 86_400))
    }
  }
}

/// The floor: spans in two plain arrays, found by the day and walked one by one.
struct OpenSpans {
  private var opens: [Int] = []
  private var closes: [Int] = []
  /// First span that ends after each midnight of UTC.
  private var first: [Int] = []
  private let firstDay: Int

  init(_ calendar: ServiceCalendar, days: ClosedRange<Day>) {
    firstDay = days.lowerBound.number
    for number in days.lowerBound.number...days.upperBound.number {
      for span in calendar.hours.spans(on: Day(number: number).weekday) {
        opens.append(
          calendar.zone.instant(Day(number: number), second: span.start * 60).seconds)
        closes.append(calendar.zone.instant(Day(number: number), second: span.end * 60).seconds)
      }
    }
    var span = 0
    for number in days.lowerBound.number...days.upperBound.number {
      while span < closes.count, closes[span] <= number * 86_400 { span += 1 }
      first.append(span)
    }
  }

  func deadline(from start: Int, delay: Int) -> Int? {
    var left = delay
    var span = first[start / 86_400 - firstDay]
    while span < opens.count {
      let from = max(start, opens[span])
      let open = closes[span] - from
      if open >= left { return from + left }
      if open > 0 { left -= open }
      span += 1
    }
    return nil
  }

  func elapsed(from start: Int, to end: Int) -> Int {
    var sum = 0
    var span = first[start / 86_400 - firstDay]
    while span < opens.count, opens[span] < end {
      sum += max(0, min(end, closes[span]) - max(start, opens[span]))
      span += 1
    }
    return sum
  }
}
