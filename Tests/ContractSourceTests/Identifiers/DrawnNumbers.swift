import TestSupport

/// Numbers drawn by lot: right by construction, nearly right, and not numbers at all.
struct DrawnNumbers {
  var random: SplitMix64

  static let digits = Array("0123456789")
  static let capitals = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in pick(Self.digits) })
  }

  /// All ten last digits for one beginning: a Luhn key makes one of them right.
  mutating func everyKey(_ start: String) -> [String] {
    Self.digits.map { start + String($0) }
  }

  mutating func sirets() -> [String] {
    let start = pick(["356000000", "356000000", siren(), siren(), digits(9)])
    return everyKey(start + "0" + digits(3)) + everyKey(start + "0004")
  }

  mutating func siren() -> String {
    let start = digits(8)
    let sum = start.enumerated().reduce(0) { sum, place in
      let digit = Int(String(place.element)) ?? 0
      return sum + (place.offset % 2 == 1 ? digit * 2 / 10 + digit * 2 % 10 : digit)
    }
    return start + String((10 - sum % 10) % 10)
  }

  /// The number with every key of two digits, and some of the keys with letters.
  mutating func vatNumbers() -> [String] {
    let siren = pick([siren(), siren(), "000" + digits(6), digits(9)])
    let keys = (0..<100).map { ($0 < 10 ? "0" : "") + String($0) }
    let others = (0..<60).map { _ in
      String([pick(Self.digits + Self.capitals), pick(Self.digits + Self.capitals)])
    }
    return (keys + others).map { "FR" + $0 + siren }
  }

  /// With the key by 97 that answers to a country and what follows it.
  mutating func iban(_ country: String, _ shape: [(count: Int, kind: Character)]) -> String {
    var account = ""
    for run in shape {
      let signs =
        run.kind == "n"
        ? Self.digits : run.kind == "a" ? Self.capitals : Self.digits + Self.capitals
      account += String((0..<run.count).map { _ in pick(signs) })
    }
    if country == "FR" || country == "MC", Bool.random(using: &random) {
      account = String(account.dropLast(2)) + bankKey(account.dropLast(2))
    }
    let key = 98 - remainder97(account + country + "00")
    return country + (key < 10 ? "0" : "") + String(key) + account
  }

  private func bankKey(_ account: Substring) -> String {
    let digits = account.map { sign -> Character in
      guard let place = Self.capitals.firstIndex(of: sign) else { return sign }
      let value = place < 9 ? place + 1 : place < 18 ? place - 8 : place - 16
      return Character(String(value))
    }
    let key = 97 - remainder97(String(digits) + "00")
    return (key < 10 ? "0" : "") + String(key)
  }

  private func remainder97(_ text: String) -> Int {
    text.reduce(0) { remainder, sign in
      let value = Int(String(sign), radix: 36) ?? 0
      return (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
  }

  mutating func bic() -> String {
    let signs = Self.capitals + Self.capitals + Self.digits
    let country = pick(["FR", "FR", "DE", "MC", "XK", "GB", "EU", "ZZ", "F2"])
    let bank = String((0..<4).map { _ in pick(pick([Self.capitals, Self.capitals, signs])) })
    let rest = String((0..<pick([2, 2, 5, 5, 1, 3, 4, 6])).map { _ in pick(signs) })
    return bank + country + rest
  }

  /// The same with one or two slips of the hand.
  mutating func slipped(_ number: String) -> String {
    var signs = Array(number)
    for _ in 0..<pick([1, 1, 2]) where !signs.isEmpty {
      let place = Int.random(in: 0..<signs.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: signs[place] = pick(Self.digits)
      case 1: signs[place] = pick(Self.capitals)
      case 2: signs.remove(at: place)
      case 3: signs.insert(signs[place], at: place)
      case 4: signs.swapAt(place, (place + 1) % signs.count)
      case 5: signs.insert(pick([" ", "\u{A0}", "\u{202F}", " "]), at: place)
      case 6: signs.insert(pick(["-", ".", "/", "_", "é", "٣", "\u{301}", "１"]), at: place)
      default: signs[place] = Character(signs[place].lowercased())
      }
    }
    return String(signs)
  }

  mutating func garbage() -> String {
    let signs = Self.digits + Self.capitals + Array("FRFR0000 -./abcé€")
    return String((0..<Int.random(in: 0...42, using: &random)).map { _ in pick(signs) })
  }
}
