import Maintenance
import Testing

@Suite
struct FrenchTests {
  @Test func `amounts have a comma, cents and narrow groups`() {
    #expect(Money(cents: 123_450).french == "1\u{202F}234,50\u{A0}€")
    #expect(Money(cents: -5).french == "-0,05\u{A0}€")
    #expect(Money(cents: 100_000_000).french == "1\u{202F}000\u{202F}000,00\u{A0}€")
    #expect(FixedPoint(millionths: 99_500_000).frenchPercent == "99,5\u{A0}%")
    #expect(FixedPoint(millionths: -1_250_000_000).french == "-1\u{202F}250")
    #expect(FixedPoint(millionths: -500_000).french == "-0,5")
  }

  @Test func `the first of a month is ordinal, other days are not`() {
    #expect(day("2026-10-01").french == "1er\u{A0}octobre\u{A0}2026")
    #expect(day("2027-08-31").french == "31\u{A0}août\u{A0}2027")
  }

  @Test func `delays agree with their count`() {
    #expect(Delay(1, .workingDays).french == "1\u{A0}jour ouvré")
    #expect(Delay(2, .workingDays).french == "2\u{A0}jours ouvrés")
    #expect(Delay(1, .months).french == "1\u{A0}mois")
    #expect(frenchHours(minutes: 510) == "8\u{A0}h\u{A0}30")
    #expect(frenchHours(minutes: 45) == "45\u{A0}min")
    #expect(frenchHours(minutes: 0) == "0\u{A0}h")
  }

  @Test func `lists, elisions and sentences follow usage`() {
    #expect(frenchList(["a", "b", "c"]) == "a, b et c")
    #expect(frenchList(["a"]) == "a")
    #expect(frenchOf("Annecy") == "d'Annecy")
    #expect(frenchOf("Le Havre") == "du Havre")
    #expect(frenchOf("Lyon") == "de Lyon")
    #expect("  état des disques ".asSentence == "État des disques.")
    #expect("Fini.".asPhrase == "Fini")
  }

  @Test func `typesetting changes spaces that are there and adds none`() {
    #expect("L'a : « b » ; 5 %".typesetInFrench == "L’a\u{A0}: «\u{A0}b\u{A0}»\u{202F}; 5\u{A0}%")
    #expect("https://x.example 08:30".typesetInFrench == "https://x.example 08:30")
    #expect(" deux\n  lignes ".typesetInFrench == "deux lignes")
  }
}
