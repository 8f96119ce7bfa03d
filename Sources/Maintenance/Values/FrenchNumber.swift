extension Int {
  /// Groups of three, apart by a narrow no-break space: «20 000».
  package var french: String {
    var digits = String(magnitude)
    var groups: [String] = []
    while digits.utf8.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    return (self < 0 ? "-" : "") + groups.joined(separator: "\u{202F}")
  }
}

extension FixedPoint {
  /// With a decimal comma and no more places than needed: «99,5».
  package var french: String {
    let parts = plain.split(separator: ".")
    let sign = millionths < 0 ? "-" : ""
    let whole = sign + Int(millionths.magnitude / 1_000_000).french
    return parts.count == 2 ? "\(whole),\(parts[1])" : whole
  }

  /// «99,5 %», for a value held in percent.
  package var frenchPercent: String {
    french + "\u{A0}%"
  }
}

extension Money {
  /// Always with cents: «1 234,50 €».
  package var french: String {
    let whole = Int(cents.magnitude / 100).french
    let sign = cents < 0 ? "-" : ""
    return "\(sign)\(whole),\(padded(Int(cents.magnitude % 100), 2))\u{A0}€"
  }
}
