/// A calendar laid out as spans of counted time over a run of days, so that a deadline is two
/// look-ups and a short walk: integers only, no day and no zone in the way (decision 0024).
///
/// Whole seconds since 1970 throughout; a fraction of a second is not kept.
package struct ClockTable: Sendable {
  /// Seconds within which the table answers.
  package let range: Range<Int>
  /// Start of each span, in order; two more that no instant reaches.
  private let opens: [Int]
  /// Counted seconds before each span; the last entry is the table's whole.
  private let before: [Int]
  /// For each run of 86,400 seconds from the range's start, the first span that ends in it or
  /// later.
  private let firstSpan: [Int32]

  /// Costs some microseconds a day, once a calendar.
  package init(_ calendar: ServiceCalendar, days: ClosedRange<Day>) {
    let start = calendar.zone.instant(days.lowerBound, second: 0).seconds
    let end = calendar.zone.instant(days.upperBound + 1, second: 0).seconds
    range = start..<end
    var opens: [Int] = []
    var before = [0]
    for number in days.lowerBound.number...days.upperBound.number {
      for stretch in calendar.stretches(of: Day(number: number)) where stretch.cause == .counted {
        let from = stretch.start.seconds
        // Spans that touch are one.
        if let last = opens.last, last + before[opens.count] - before[opens.count - 1] == from {
          before[opens.count] += stretch.seconds
        } else {
          opens.append(from)
          before.append(before[opens.count - 1] + stretch.seconds)
        }
      }
    }
    var firstSpan: [Int32] = []
    var span = 0
    for second in stride(from: start, through: end, by: 86_400) {
      while span < opens.count, opens[span] + before[span + 1] - before[span] <= second {
        span += 1
      }
      firstSpan.append(Int32(span))
    }
    opens += [.max, .max]
    self.opens = opens
    self.before = before
    self.firstSpan = firstSpan
  }

  /// Counted seconds from the start of the range to that second, which must be within it or its
  /// end.
  package func counted(until second: Int) -> Int {
    countedAndSpan(second).counted
  }

  /// Counted seconds between two seconds of the range.
  package func elapsed(from start: Int, to end: Int) -> Int {
    counted(until: end) - counted(until: start)
  }

  /// Counted seconds between two seconds, pauses taken off: in order, apart from each other.
  package func elapsed(from start: Int, to end: Int, pauses: [Pause]) -> Int {
    pauses.reduce(elapsed(from: start, to: end)) { left, pause in
      let from = max(start, pause.start.seconds)
      let until = min(end, pause.end?.seconds ?? end)
      return from < until ? left - elapsed(from: from, to: until) : left
    }
  }

  /// When that much has counted; nothing when it falls beyond the range.
  package func deadline(from start: Int, delay: Int) -> Int? {
    if delay == 0 { return start }
    let (counted, span) = countedAndSpan(start)
    return instant(of: counted + delay, from: span)
  }

  /// The same with pauses, in order and apart; nothing while the last one lasts.
  package func deadline(from start: Int, delay: Int, pauses: [Pause]) -> Int? {
    if delay == 0 { return start }
    let (counted, span) = countedAndSpan(start)
    var target = counted + delay
    for pause in pauses {
      guard let due = instant(of: target, from: span) else { return nil }
      if pause.start.seconds >= due { return due }
      guard let end = pause.end, range.contains(end.seconds) else { return nil }
      target += elapsed(from: max(start, pause.start.seconds), to: max(start, end.seconds))
    }
    return instant(of: target, from: span)
  }

  private func countedAndSpan(_ second: Int) -> (counted: Int, span: Int) {
    var span = Int(firstSpan[(second - range.lowerBound) / 86_400])
    // At most the spans of a day lie between.
    while opens[span + 1] <= second { span += 1 }
    guard span + 1 < before.count else { return (before[span], span) }
    let within = min(max(0, second - opens[span]), before[span + 1] - before[span])
    return (before[span] + within, span)
  }

  /// The first second at which `target` seconds have counted, sought from a span on: steps that
  /// double, then halves.
  private func instant(of target: Int, from span: Int) -> Int? {
    var low = span
    var step = 1
    while low + step < before.count, before[low + step] < target {
      low += step
      step *= 2
    }
    var high = min(low + step, before.count - 1)
    guard before[high] >= target else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if before[middle] < target { low = middle } else { high = middle }
    }
    return opens[low] + target - before[low]
  }
}
