/// An amount in euro cents.
package struct Money: Hashable, Comparable, Sendable {
  package var cents: Int64

  package init(cents: Int64) {
    self.cents = cents
  }

  package static let zero = Money(cents: 0)

  package static func < (left: Money, right: Money) -> Bool {
    left.cents < right.cents
  }

  package static func + (left: Money, right: Money) -> Money {
    Money(cents: left.cents + right.cents)
  }

  package static func - (left: Money, right: Money) -> Money {
    Money(cents: left.cents - right.cents)
  }

  /// Price times quantity, rounded half up (away from zero) to the cent.
  package static func * (price: Money, quantity: FixedPoint) -> Money {
    Money(cents: roundHalfUp(Int128(price.cents) * Int128(quantity.millionths), by: 1_000_000))
  }

  /// A percentage of this amount, rounded half up to the cent.
  package func percent(_ rate: FixedPoint) -> Money {
    Money(cents: roundHalfUp(Int128(cents) * Int128(rate.millionths), by: 100_000_000))
  }

  /// This amount times `numerator / denominator`, rounded half up to the cent.
  package func share(_ numerator: Int, of denominator: Int) -> Money {
    precondition(denominator > 0, "a share needs a positive whole")
    return Money(cents: roundHalfUp(Int128(cents) * Int128(numerator), by: Int128(denominator)))
  }
}

extension Money {
  package var euros: FixedPoint { FixedPoint(millionths: cents * 10_000) }
}

/// A decimal number with six places, exact: quantities, rates, percentages, index values.
package struct FixedPoint: Hashable, Comparable, Sendable {
  package var millionths: Int64

  package init(millionths: Int64) {
    self.millionths = millionths
  }

  package init(_ whole: Int) {
    millionths = Int64(whole) * 1_000_000
  }

  /// Reads `82`, `82.5`, `-0.15`; nothing when there are more than six places or twelve digits.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    let negative = bytes.first == 45
    if negative { bytes = bytes.dropFirst() }
    let parts = bytes.split(separator: 46, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, first.count <= 9,
      let whole = decimal(first)
    else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard parts[1].count <= 6, let read = decimal(parts[1]) else { return nil }
      fraction = read
      for _ in parts[1].count..<6 { fraction *= 10 }
    }
    let value = Int64(whole) * 1_000_000 + Int64(fraction)
    millionths = negative ? -value : value
  }

  package static func < (left: FixedPoint, right: FixedPoint) -> Bool {
    left.millionths < right.millionths
  }

  package static func + (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    FixedPoint(millionths: left.millionths + right.millionths)
  }

  /// Shortest plain form with a point: `29`, `82.5`.
  package var plain: String {
    let magnitude = millionths.magnitude
    var text = String(magnitude / 1_000_000)
    var fraction = padded(Int(magnitude % 1_000_000), 6)
    while fraction.utf8.last == 48 { fraction.removeLast() }
    if !fraction.isEmpty { text += "." + fraction }
    return millionths < 0 ? "-" + text : text
  }
}

private func roundHalfUp(_ value: Int128, by divisor: Int128) -> Int64 {
  let half = divisor / 2
  return Int64(value >= 0 ? (value + half) / divisor : (value - half) / divisor)
}
