import Maintenance

extension Syntax where Value == Day {
  static var day: Syntax {
    let expected = "une date comme « 2026-10-01 »"
    let form = TextForm.pattern(
      "^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", examples: ["2026-10-01"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      if let day = Day(iso: text) { return day }
      guard hasShape(text, "0000-00-00") else {
        throw Misread(text, insteadOf: expected, help: "Année, mois, jour, séparés par « - ».")
      }
      throw Misread(
        .impossibleDay, message: "le \(text) n’existe pas au calendrier", help: lastDay(text))
    }
  }
}

extension Syntax where Value == Month {
  static var month: Syntax {
    let expected = "un mois comme « 2026-10 »"
    let form = TextForm.pattern(
      "^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])$", examples: ["2026-10"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      if let month = Month(iso: text) { return month }
      guard hasShape(text, "0000-00") else { throw Misread(text, insteadOf: expected) }
      throw Misread(.impossibleDay, message: "le mois \(text) n’existe pas au calendrier")
    }
  }
}

private func hasShape(_ text: String, _ shape: String) -> Bool {
  text.utf8.count == shape.utf8.count
    && zip(text.utf8, shape.utf8).allSatisfy { byte, model in
      model == 48 ? (48...57).contains(byte) : byte == model
    }
}

private func lastDay(_ text: String) -> String? {
  guard let month = Month(iso: String(text.prefix(7))) else {
    return "Les années vont de 1900 à 2200, les mois de 01 à 12."
  }
  return "Ce mois a \(month.days) jours."
}
