import Maintenance

/// Days to pay, from the invoice or from the end of its month.
struct PaymentDelay {
  var days: Int
  var isEndOfMonth: Bool
}

extension Syntax where Value == PaymentDelay {
  static var paymentDelay: Syntax {
    let expected = "un délai comme « 30 jours » ou « 45 jours fin de mois »"
    let form = TextForm.pattern(
      "^[1-9][0-9]{0,2} jours?( fin de mois)?$", examples: ["30 jours", "45 jours fin de mois"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      let words = fold(text).split(separator: " ")
      guard words.count == 2 || words.count == 5, let days = decimal(words[0].utf8), days <= 999,
        words[1] == "jours" || words[1] == "jour",
        words.count == 2 || words[2...] == ["fin", "de", "mois"]
      else { throw Misread(text, insteadOf: expected) }
      return PaymentDelay(days: days, isEndOfMonth: words.count == 5)
    }
  }
}

extension Syntax where Value == Payment.LateInterest {
  static var lateInterest: Syntax {
    let expected = "un taux comme « 3 fois le taux légal », « taux BCE + 10 points » ou « 12 % »"
    let form = TextForm.pattern(
      "^([0-9]{1,2}(\\.[0-9]{1,6})? fois le taux (légal|d['’]intérêt légal)"
        + "|taux BCE \\+ [0-9]{1,2}(\\.[0-9]{1,6})? points?"
        + "|[0-9]{1,3}(\\.[0-9]{1,6})? ?%)$",
      examples: ["3 fois le taux légal", "taux BCE + 10 points", "12 %"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      if let rate = readPercent(text), text.contains("%") { return .percent(rate) }
      let words = fold(text).split(separator: " ")
      if words.count == 5, words[..<3] == ["taux", "bce", "+"], words[4].hasPrefix("point"),
        let points = FixedPoint(String(words[3])), (0...100_000_000).contains(points.millionths)
      {
        return .refinancing(points)
      }
      guard words.count >= 4, words[1] == "fois",
        [["le", "taux", "legal"], ["le", "taux", "d'interet", "legal"]].contains(
          Array(words[2...])),
        let times = FixedPoint(String(words[0])), (0...100_000_000).contains(times.millionths)
      else { throw Misread(text, insteadOf: expected) }
      return .timesLegalRate(times)
    }
  }
}

extension Syntax where Value == Travel.Charge {
  static var travelCharge: Syntax {
    let expected = "« inclus », « devis » ou un montant comme « 45.00 »"
    let form = NumberForm(
      pattern: "^(inclus|devis|[0-9]{1,7}(\\.[0-9]{1,2})?)$", examples: ["inclus", "45.00"],
      range: 0...9_999_999)
    return Syntax(expected: expected, form: .number(form)) { text throws(Misread) in
      switch fold(text) {
      case "inclus": return .included
      case "devis": return .quote
      default:
        do throws(Misread) {
          return .amount(try Syntax<Money>.money.read(text))
        } catch {
          throw Misread(text, insteadOf: expected)
        }
      }
    }
  }
}
