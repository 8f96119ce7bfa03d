import Maintenance
import Testing

@testable import Web

struct FormatsTests {
  /// A Monday, 10:00 in Paris.
  private let french = Formats(words: .french, zone: .paris, now: SampleSite.now)
  private let english = Formats(words: .english, zone: .paris, now: SampleSite.now)

  @Test(arguments: [
    (22 * 60, "dans 22\u{A0}min"), (3 * 3600 + 20 * 60, "dans 3\u{A0}h\u{A0}20"),
    (86_400, "dans 1\u{A0}j"), (2 * 86_400 + 14 * 3600, "dans 2\u{A0}j\u{A0}14\u{A0}h"),
    (-35 * 60, "35\u{A0}min de retard"), (-30, "0\u{A0}min de retard"),
  ])
  func `what is near is told by how far it is`(_ seconds: Int, _ text: String) {
    #expect(french.away(french.now + seconds) == text)
  }

  @Test func `a day is named by what is enough to know it`() {
    #expect(french.instant(french.now) == "aujourd’hui, 10\u{A0}h\u{A0}00")
    #expect(french.instant(french.now + 86_400) == "demain, 10\u{A0}h\u{A0}00")
    #expect(french.shortInstant(french.now + 2 * 86_400) == "mercredi 25, 10\u{A0}h\u{A0}00")
    #expect(
      french.shortInstant(french.now + 8 * 86_400) == "mardi 1er\u{A0}décembre, 10\u{A0}h\u{A0}00")
    #expect(english.shortInstant(english.now + 2 * 86_400) == "Wednesday 25, 10:00")
  }

  @Test func `amounts keep their cents and group their thousands`() {
    #expect(french.money(Money(cents: 123_450)) == "1\u{202F}234,50\u{A0}€")
    #expect(french.money(Money(cents: -5)) == "−0,05\u{A0}€")
    #expect(english.money(Money(cents: 123_456_789)) == "€1,234,567.89")
  }
}
