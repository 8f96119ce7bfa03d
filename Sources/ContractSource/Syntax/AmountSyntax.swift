import Maintenance

extension Syntax where Value == Money {
  static var money: Syntax {
    let expected = "un montant en euros comme « 82.00 »"
    let form = NumberForm(
      pattern: "^[0-9]{1,7}(\\.[0-9]{1,2})?$", examples: ["82.00"], range: 0...9_999_999)
    return Syntax(expected: expected, form: .number(form)) { text throws(Misread) in
      guard let cents = readCents(text) else {
        throw Misread(
          text, insteadOf: expected,
          help: "Un point pour les centimes, deux décimales au plus, ni espace ni symbole.")
      }
      return Money(cents: cents)
    }
  }
}

extension Syntax where Value == FixedPoint {
  static var percent: Syntax {
    let expected = "un pourcentage comme « 30 % »"
    let form = NumberForm(
      pattern: "^[0-9]{1,3}(\\.[0-9]{1,6})?( ?%)?$", examples: ["30 %", "99.5 %"], range: 0...1000)
    return Syntax(expected: expected, form: .number(form)) { text throws(Misread) in
      guard let value = readPercent(text) else { throw Misread(text, insteadOf: expected) }
      return value
    }
  }

  static var number: Syntax {
    let expected = "un nombre comme « 315.2 »"
    let form = NumberForm(
      pattern: "^[0-9]{1,9}(\\.[0-9]{1,6})?$", examples: ["315.2"], range: 0...999_999_999)
    return Syntax(expected: expected, form: .number(form)) { text throws(Misread) in
      guard let value = FixedPoint(text), value.millionths >= 0 else {
        throw Misread(text, insteadOf: expected, help: "Un point sépare les décimales.")
      }
      return value
    }
  }
}

/// At most 1000 %; the sign may be left out.
func readPercent(_ text: String) -> FixedPoint? {
  var word = fold(text)[...]
  if word.last == "%" { word = word.dropLast() }
  while word.last == " " { word = word.dropLast() }
  guard let value = FixedPoint(String(word)), (0...1_000_000_000).contains(value.millionths)
  else { return nil }
  return value
}

/// Exactly from the digits: no binary fraction ever stands between the text and the cents.
///
/// Below ten million euros: with the largest fleet and the longest file, a month's sum fits.
private func readCents(_ text: String) -> Int64? {
  let parts = text.utf8.split(separator: 46, maxSplits: 1, omittingEmptySubsequences: false)
  guard let first = parts.first, let euros = decimal(first), euros < 10_000_000 else {
    return nil
  }
  guard parts.count == 2 else { return Int64(euros) * 100 }
  guard (1...2).contains(parts[1].count), let read = decimal(parts[1]) else { return nil }
  return Int64(euros) * 100 + Int64(parts[1].count == 1 ? read * 10 : read)
}
