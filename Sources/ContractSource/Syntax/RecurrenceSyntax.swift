import Maintenance

extension Syntax where Value == Recurrence {
  static var recurrence: Syntax {
    let expected = "une récurrence comme « chaque mois le 1er mardi »"
    return Syntax(expected: expected, form: .recurrence) { text throws(Misread) in
      guard text.utf8.count <= 200, let recurrence = RecurrenceWords.read(text) else {
        throw Misread(
          text, insteadOf: expected,
          help:
            "Aussi : « chaque jour ouvré », « chaque semaine le lundi et le jeudi », « tous les "
            + "2 mois le 15 », « chaque trimestre le dernier vendredi », « chaque année le 15 mars "
            + "», suivis au besoin de « sinon le jour ouvré précédent ».")
      }
      return recurrence
    }
  }
}

extension TextForm {
  fileprivate static var recurrence: TextForm {
    let count = "([2-9]|[1-5][0-9]|60)"
    let weekday = "(" + weekdayNames.joined(separator: "|") + ")"
    let ranked = "(1er|2e|3e|4e|dernier) \(weekday)"
    let numbered = "(1er|[1-9]|[12][0-9]|3[01])"
    let ends = "le (dernier jour|(1er|dernier) jour ouvré)"
    let month = "(" + frenchMonths.joined(separator: "|") + ")"
    return .pattern(
      "^(chaque jour( ouvré)?|tous les \(count) jours"
        + "|(chaque semaine|toutes les \(count) semaines) le \(weekday)( et le \(weekday)){0,6}"
        + "|(chaque|tous les \(count)) (mois|trimestres?|semestres?|ans?|année)"
        + " (le (\(numbered)|\(ranked))|\(ends)( du mois)?)"
        + "|(chaque année|tous les \(count) ans)"
        + " (le \(numbered) \(month)|(le \(ranked)|\(ends)) d(e |')\(month)))"
        + "( sinon le jour ouvré (suivant|précédent))?$",
      examples: [
        "chaque mois le 1er mardi", "chaque semaine le lundi et le jeudi", "tous les 2 mois le 15",
        "chaque année le 15 mars", "chaque trimestre le dernier jour ouvré",
      ])
  }
}

let weekdayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

func weekday(_ name: some StringProtocol) -> Weekday? {
  weekdayNames.firstIndex(of: String(name)).flatMap(Weekday.init(rawValue:))
}
