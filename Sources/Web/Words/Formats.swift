import Maintenance

/// Writes days, hours and amounts as a page of that language and that zone shows them.
///
/// Integers only: no formatter object is made, so a page of fifty rows costs microseconds.
struct Formats: Sendable {
  var words: Words
  var zone: Zone
  var now: Instant

  func day(_ day: Day) -> String {
    let time = words.time
    return time.day(
      day.dayOfMonth, time.months[day.month - 1], day.year, time.weekdays[day.weekday.rawValue])
  }

  /// For columns of days: `24/11/2026`, `24 Nov 2026`.
  func shortDay(_ day: Day) -> String {
    guard words.code == "en" else {
      return "\(padded(day.dayOfMonth, 2))/\(padded(day.month, 2))/\(day.year)"
    }
    return "\(day.dayOfMonth)\u{A0}\(words.time.months[day.month - 1].prefix(3))\u{A0}\(day.year)"
  }

  /// Somebody's own words in one line: what French parts by a space stays on it.
  func title(_ text: String) -> String {
    guard words.code == "fr" else { return text }
    var set = text
    for sign in ["?", "!", ";"] { set = set.replacing(" \(sign)", with: "\u{202F}\(sign)") }
    return set.replacing(" :", with: "\u{A0}:").replacing(" »", with: "\u{A0}»")
      .replacing("« ", with: "«\u{A0}")
  }

  func month(_ month: Month) -> String {
    "\(words.time.months[month.first.month - 1]) \(month.first.year)"
  }

  /// Day and hour; the day in a word when it is near.
  func instant(_ instant: Instant) -> String {
    let (day, second) = zone.local(instant)
    return words.time.at(near(day), hour(second))
  }

  /// For a row of a list: within the week the month goes without saying.
  func shortInstant(_ instant: Instant) -> String {
    let (day, second) = zone.local(instant)
    guard (2...6).contains(abs(day - zone.day(at: now))) else { return self.instant(instant) }
    let name = words.time.weekdays[day.weekday.rawValue]
    return words.time.at("\(name) \(day.dayOfMonth)", hour(second))
  }

  /// As a field for a day and a time holds it: `2026-11-23T08:30`.
  func wallTime(_ instant: Instant) -> String {
    let (day, second) = zone.local(instant)
    return "\(day.iso)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
  }

  func hour(_ instant: Instant) -> String {
    hour(zone.local(instant).second)
  }

  private func near(_ day: Day) -> String {
    let time = words.time
    let today = zone.day(at: now)
    switch day - today {
    case 0: return time.today
    case 1: return time.tomorrow
    case -1: return time.yesterday
    case -180...180:
      let name = time.months[day.month - 1]
      return "\(time.weekdays[day.weekday.rawValue]) \(time.dayOfMonth(day.dayOfMonth, name))"
    default: return self.day(day)
    }
  }

  private func hour(_ second: Int) -> String {
    words.time.hour(second / 3600, second / 60 % 60)
  }

  /// Hours and minutes, rounded down to the minute; the sign is left out.
  func duration(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return words.time.duration(minutes / 60, minutes % 60)
  }

  /// How far away by the wall clock: «dans 22 min», «dans 2 j 14 h», «35 min de retard».
  func away(_ instant: Instant) -> String {
    let time = words.time
    let seconds = instant - now
    let minutes = abs(seconds) / 60
    let length =
      minutes < 1440 ? duration(seconds) : time.days(minutes / 1440, minutes % 1440 / 60)
    return seconds >= 0 ? time.ahead(length) : time.behind(length)
  }

  /// The contract's own word for a thing, as a label, with the accents that its key lacks.
  func label(_ id: String) -> String {
    let word = spelled(id)
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  func money(_ amount: Money) -> String {
    let magnitude = amount.cents.magnitude
    let text = words.time.money(grouped(magnitude / 100), padded(Int(magnitude % 100), 2))
    return amount.cents < 0 ? "−" + text : text
  }

  /// Euros; with more places than two only where the cents are not whole.
  func price(_ euros: FixedPoint) -> String {
    guard euros.millionths % 10_000 != 0 else {
      return money(Money(cents: euros.millionths / 10_000))
    }
    let places = padded(Int(euros.millionths.magnitude % 1_000_000), 6)
    let text = words.time.money(grouped(euros.millionths.magnitude / 1_000_000), places)
    return euros.millionths < 0 ? "−" + text : text
  }

  func number(_ value: FixedPoint, places: Int = 2) -> String {
    let parts = value.plain.split(separator: ".")
    let whole = grouped(UInt64(parts[0].drop { $0 == "-" }) ?? 0)
    let sign = value.millionths < 0 ? "−" : ""
    // Two places are mostly enough to read a quantity; the amount is computed on six.
    guard parts.count == 2 else { return sign + whole }
    return sign + whole + words.time.decimal + parts[1].prefix(places)
  }

  func count(_ value: Int) -> String {
    grouped(UInt64(value.magnitude))
  }

  private func grouped(_ value: UInt64) -> String {
    var text = String(value)
    var end = text.count
    while end > 3 {
      end -= 3
      text.insert(contentsOf: words.time.group, at: text.index(text.startIndex, offsetBy: end))
    }
    return text
  }
}
