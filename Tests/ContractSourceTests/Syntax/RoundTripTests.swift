import Maintenance
import TestSupport
import Testing

@testable import ContractSource

/// What is printed is read as it was, and what is nearly so is refused.
struct RoundTripTests {
  private static let seeds = Array(UInt64(1)...4)

  private func isRefused<Value>(_ text: String, by syntax: Syntax<Value>) -> Bool {
    do throws(Misread) {
      _ = try syntax.read(text)
      return false
    } catch {
      return true
    }
  }

  @Test func `every day of two centuries is read from its ISO form, and no other is`() throws {
    let first = try #require(Day(iso: "1900-01-01")).number
    let last = try #require(Day(iso: "2100-12-31")).number
    var texts: Set<String> = []
    for number in first...last {
      let day = Day(number: number)
      #expect(try Syntax.day.read(day.iso) == day)
      texts.insert(day.iso)
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    for year in [1900, 1999, 2000, 2024, 2026, 2100] {
      for month in 0...13 {
        for day in 0...32 {
          let text = "\(year)-\(two(month))-\(two(day))"
          #expect(isRefused(text, by: Syntax.day) != texts.contains(text), "\(text)")
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `amounts keep their cents`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let cents = Int64.random(in: 0...999_999_999, using: &random)
      let (euros, rest) = cents.quotientAndRemainder(dividingBy: 100)
      let text = "\(euros)." + (rest < 10 ? "0\(rest)" : "\(rest)")
      #expect(try Syntax.money.read(text) == Money(cents: cents))
      let wrong = [
        text.replacing(".", with: ","), text + "0", "-" + text, "+" + text, " " + text,
        text + " €", "\(euros).", "." + text,
      ]
      #expect(wrong.allSatisfy { isRefused($0, by: Syntax.money) }, "\(text)")
    }
  }

  @Test(arguments: seeds)
  func `delays keep their count and their unit, as the contract prints them`(_ seed: UInt64) throws
  {
    var random = SplitMix64(seed: seed)
    let most: [Delay.Unit: Int] = [
      .minutes: 9999, .hours: 9999, .workingDays: 999, .businessDays: 999, .days: 9999,
      .months: 1200, .years: 99,
    ]
    for (unit, largest) in most {
      for _ in 0..<300 {
        let count = Int.random(in: 1...largest, using: &random)
        let printed = Delay(count, unit).french.filter { $0 != "\u{202F}" }
          .replacing("\u{A0}", with: " ")
        #expect(try Syntax.delay.read(printed) == Delay(count, unit), "\(printed)")
        #expect(isRefused("0" + printed.drop(while: \.isNumber), by: Syntax.delay))
        #expect(isRefused("-" + printed, by: Syntax.delay))
        #expect(isRefused(printed + "x", by: Syntax.delay))
      }
      #expect(isRefused("\(largest + 1)" + Delay(2, unit).french.dropFirst(), by: Syntax.delay))
    }
  }

  @Test(arguments: seeds)
  func `percentages and numbers keep their millionths`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let value = FixedPoint(millionths: Int64.random(in: 0...999_999_999, using: &random))
      let text = value.plain.replacing(",", with: ".")
      #expect(try Syntax.number.read(text) == value, "\(text)")
      #expect(try Syntax.percent.read(text + " %") == value, "\(text)")
      #expect(isRefused(text + "%%", by: Syntax.percent))
      #expect(isRefused("-" + text, by: Syntax.number))
    }
  }
}
