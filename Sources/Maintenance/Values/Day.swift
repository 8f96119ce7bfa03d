/// A civil day, counted from 1970-01-01 in the proleptic Gregorian calendar.
///
/// Integers only: conversions cost a few nanoseconds, where `Calendar` costs microseconds.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package var number: Int

  package init(number: Int) {
    self.number = number
  }

  /// Nothing when the day does not exist in the calendar or the year is outside 1900 to 2200.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysInMonth(year: year, month: month)
    else { return nil }
    number = Day.count(year: year, month: month, day: day)
  }

  /// Reads `2026-11-23` and nothing else.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45,
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  package static func + (day: Day, count: Int) -> Day {
    Day(number: day.number + count)
  }

  package static func - (day: Day, count: Int) -> Day {
    Day(number: day.number - count)
  }

  package static func - (left: Day, right: Day) -> Int {
    left.number - right.number
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday, the fourth day of the week.
    Weekday.allCases[((number + 3) % 7 + 7) % 7]
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var dayOfMonth: Int { civil.day }

  /// Year, month and day of the month (Hinnant's civil-from-days, public domain).
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  package var iso: String {
    let (year, month, day) = civil
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  package var firstOfMonth: Day {
    self - (dayOfMonth - 1)
  }

  package var lastOfMonth: Day {
    let (year, month, _) = civil
    return firstOfMonth + (Day.daysInMonth(year: year, month: month) - 1)
  }

  /// The same day of the month so many months later, or the month's last day when it has none such.
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let total = year * 12 + (month - 1) + months
    let newYear = Int((Double(total) / 12).rounded(.down))
    let newMonth = total - newYear * 12 + 1
    let last = Day.daysInMonth(year: newYear, month: newMonth)
    return Day(number: Day.count(year: newYear, month: newMonth, day: min(day, last)))
  }

  package static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func count(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension ClosedRange<Day> {
  package var days: Int { upperBound - lowerBound + 1 }
}

package enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A calendar month, the period of most fees.
package struct Month: Hashable, Comparable, Sendable {
  package let first: Day

  package init(containing day: Day) {
    first = day.firstOfMonth
  }

  /// Reads `2026-11` and nothing else.
  package init?(iso text: String) {
    guard text.utf8.count == 7, let first = Day(iso: text + "-01") else { return nil }
    self.first = first
  }

  package static func < (left: Month, right: Month) -> Bool {
    left.first < right.first
  }

  package var last: Day { first.lastOfMonth }
  package var days: Int { last - first + 1 }
  package var next: Month { Month(containing: last + 1) }
  package var previous: Month { Month(containing: first - 1) }
  package var iso: String { String(first.iso.prefix(7)) }
}

/// Reads ASCII digits only; nothing on any other byte or on more than nine digits.
package func decimal(_ bytes: some Collection<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
  var value = 0
  for byte in bytes {
    guard (48...57).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 48)
  }
  return value
}

/// Decimal digits with leading zeros, for dates and numbers of fixed width.
package func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return digits.utf8.count >= width
    ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
