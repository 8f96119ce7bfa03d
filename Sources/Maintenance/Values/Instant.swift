/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds left out.
package struct Instant: Hashable, Comparable, Sendable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package init(seconds: Int) {
    milliseconds = Int64(seconds) * 1000
  }

  /// Reads `2026-11-23T08:30:00Z`, with or without `.123`, and nothing else.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24, bytes.last == 90, bytes[10] == 84,
      bytes[13] == 58, bytes[16] == 58, let day = Day(iso: String(text.prefix(10))),
      let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
      let second = decimal(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    var fraction = 0
    if bytes.count == 24 {
      guard bytes[19] == 46, let read = decimal(bytes[20..<23]) else { return nil }
      fraction = read
    }
    let seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second
    milliseconds = Int64(seconds) * 1000 + Int64(fraction)
  }

  /// Whole seconds, rounded down.
  package var seconds: Int {
    Int((milliseconds - (milliseconds % 1000 + 1000) % 1000) / 1000)
  }

  package var wholeSecond: Instant { Instant(seconds: seconds) }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package static func + (instant: Instant, seconds: Int) -> Instant {
    Instant(milliseconds: instant.milliseconds + Int64(seconds) * 1000)
  }

  /// Seconds from `right` to `left`, rounded down.
  package static func - (left: Instant, right: Instant) -> Int {
    Instant(milliseconds: left.milliseconds - right.milliseconds).seconds
  }

  /// UTC with milliseconds, as the register writes it: `2026-11-23T08:30:00.000Z`.
  package var iso: String {
    let seconds = self.seconds
    let days = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
    let second = seconds - days * 86_400
    let fraction = Int(milliseconds - Int64(seconds) * 1000)
    return Day(number: days).iso
      + "T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
      + ".\(padded(fraction, 3))Z"
  }
}
