import Maintenance

extension Syntax where Value == RevisionDate {
  static var revisionDate: Syntax {
    let expected = "une date de révision comme « chaque 1er janvier »"
    return Syntax(expected: expected, form: .revisionDate) { text throws(Misread) in
      guard let date = readRevisionDate(fold(text)) else {
        throw Misread(
          text, insteadOf: expected,
          help: "Aussi : « à chaque date anniversaire », « à chaque reconduction ».")
      }
      return date
    }
  }
}

extension TextForm {
  fileprivate static var revisionDate: TextForm {
    let months = "(" + frenchMonths.joined(separator: "|") + ")"
    return .pattern(
      "^((chaque|le|au) (1er|[1-9]|[12][0-9]|3[01]) \(months)( de chaque année)?"
        + "|à (la|chaque) (date )?anniversaire|à (la|chaque) reconduction)$",
      examples: ["chaque 1er janvier", "à chaque date anniversaire", "à chaque reconduction"])
  }
}

private func readRevisionDate(_ text: String) -> RevisionDate? {
  var words = text.split(separator: " ").filter { $0 != "date" && $0 != "du" && $0 != "contrat" }
  if words.suffix(3) == ["de", "chaque", "annee"] { words.removeLast(3) }
  let leads: Set<Substring> = ["a", "la", "le", "au", "chaque", "tous", "les"]
  let said = Array(words.drop { leads.contains($0) })
  guard said.count < words.count else { return nil }
  switch said.count {
  case 1 where said[0] == "anniversaire": return .anniversary
  case 1 where said[0] == "reconduction": return .renewal
  case 2:
    let day = said[0] == "1er" ? 1 : decimal(said[0].utf8)
    let month = frenchMonths.firstIndex { fold($0) == said[1] }
    // 2028 has a 29 February.
    guard let day, let month, day > 0, day <= Day.daysInMonth(year: 2028, month: month + 1) else {
      return nil
    }
    return .yearly(month: month + 1, day: day)
  default: return nil
  }
}
