/// A day and a time as a clock on the wall shows them; which instant it is depends on the zone.
package struct WallTime: Hashable, Sendable {
  package var day: Day
  /// Since midnight.
  package var minute: Int

  /// Reads `2026-11-23T08:30`, as a browser's date and time field sends it, and nothing else.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[10] == 84, bytes[13] == 58,
      let day = Day(iso: String(text.prefix(10))), let hour = decimal(bytes[11..<13]),
      let minute = decimal(bytes[14..<16]), hour < 24, minute < 60
    else { return nil }
    self.day = day
    self.minute = hour * 60 + minute
  }

  package func instant(in zone: Zone) -> Instant {
    zone.instant(day, second: minute * 60)
  }
}
