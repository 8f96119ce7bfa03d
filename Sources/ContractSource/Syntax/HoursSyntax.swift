import Maintenance

extension Syntax where Value == OpeningHours.Span {
  static var span: Syntax {
    let expected = "une plage comme « 08:30-12:30 » ou « 22:00-06:00 »"
    let time = "([01][0-9]|2[0-3]):[0-5][0-9]"
    let form = TextForm.pattern(
      "^\(time)-(\(time)|24:00)$", examples: ["08:30-12:30", "22:00-06:00"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      let bounds = text.split(separator: "-", omittingEmptySubsequences: false)
      guard bounds.count == 2, let start = minute(bounds[0]), let end = minute(bounds[1]) else {
        throw Misread(text, insteadOf: expected)
      }
      guard start != end, start < 1440 else {
        throw Misread(message: "la plage « \(text) » est vide")
      }
      // A span that ends before it starts goes on after midnight.
      return OpeningHours.Span(start: start, end: start < end ? end : end + 1440)
    }
  }
}

/// `HH:MM`, up to `24:00`.
private func minute(_ text: Substring) -> Int? {
  let bytes = Array(text.utf8)
  guard bytes.count == 5, bytes[2] == 58, let hour = decimal(bytes[0..<2]),
    let minute = decimal(bytes[3..<5]), minute < 60, hour * 60 + minute <= 1440
  else { return nil }
  return hour * 60 + minute
}

/// `lundi` or `lundi_vendredi`: the days it names, Monday 0.
func weekdays(key: String) -> ClosedRange<Int>? {
  let names = key.split(separator: "_", omittingEmptySubsequences: false)
  guard names.count <= 2, let first = names.first.flatMap({ weekday($0) }),
    let last = names.last.flatMap({ weekday($0) }), first.rawValue <= last.rawValue
  else { return nil }
  return first.rawValue...last.rawValue
}
