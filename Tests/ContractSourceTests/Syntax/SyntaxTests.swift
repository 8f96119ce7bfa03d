@testable import ContractSource
import Maintenance
import Testing

struct SyntaxTests {
  @Test(arguments: [
    ("30 min", Delay(30, .minutes)), ("4 h", Delay(4, .hours)), ("4h", Delay(4, .hours)),
    ("1 jour ouvré", Delay(1, .workingDays)), ("2 jours ouvres", Delay(2, .workingDays)),
    ("2\u{A0}Jours OUVRÉS", Delay(2, .workingDays)), ("15 jours", Delay(15, .days)),
    ("12 mois", Delay(12, .months)), ("3 ans", Delay(3, .years)), ("1 an", Delay(1, .years)),
  ])
  func `a delay is read`(text: String, delay: Delay) throws {
    #expect(try Syntax.delay.read(text) == delay)
  }

  @Test(arguments: ["", "h", "0 h", "-1 h", "1,5 h", "4 heuress", "10000 h", "101 ans", "é 4 h"])
  func `another text is no delay`(_ text: String) {
    #expect(throws: Misread.self) { try Syntax<Delay>.delay.read(text) }
  }

  @Test(arguments: [("0.1", 10), ("29.00", 2900), ("29", 2900), ("9999999.99", 999_999_999)])
  func `an amount is read to the cent`(text: String, cents: Int64) throws {
    #expect(try Syntax.money.read(text) == Money(cents: cents))
  }

  @Test(arguments: [
    "1e3", "1.", ".5", "1.234", "1 000", "12 €", "10000000", "9999999999",
    "٣",
  ])
  func `another text is no amount`(_ text: String) {
    #expect(throws: Misread.self) { try Syntax<Money>.money.read(text) }
  }

  @Test func `late interest is a multiple of the legal rate or a percentage`() throws {
    #expect(
      try Syntax.lateInterest.read("3 fois le taux d’intérêt légal")
        == .timesLegalRate(FixedPoint(3)))
    #expect(
      try Syntax.lateInterest.read("12,5 %".replacing(",", with: "."))
        == .percent(FixedPoint(millionths: 12_500_000)))
    #expect(throws: Misread.self) { try Syntax<Payment.LateInterest>.lateInterest.read("12") }
  }

  @Test func `hours go by day, by range, or round the clock`() throws {
    let hours = try ContractCase(
      (
        "lundi_vendredi: [\"08:00-12:00\", \"14:00-18:00\"]",
        "lundi_jeudi: [\"08:00-12:00\"], samedi: [\"00:00-24:00\"], fermetures: [2026-12-24]"
      )
    ).text().reading.contract.support.hours
    #expect(hours.spans(on: .thursday) == [OpeningHours.Span(start: 480, end: 720)])
    #expect(hours.spans(on: .friday) == [])
    #expect(hours.spans(on: .saturday) == [OpeningHours.Span(start: 0, end: 1440)])
    #expect(hours.closingDays == [Day(year: 2026, month: 12, day: 24)])
    let always = try ContractCase(
      ("{ lundi_vendredi: [\"08:00-12:00\", \"14:00-18:00\"] }", "24/7")
    ).text().reading.contract.support.hours
    #expect(always.week.allSatisfy { $0 == [OpeningHours.Span(start: 0, end: 1440)] })
  }
}
