import Maintenance
import Testing

/// Hours that go on after midnight, as the text and the commitments print them.
struct NightHoursTests {
  private let contract: Contract

  init() {
    var contract = SampleContract.contract
    var exception = OpeningHours.DayException()
    exception.day = day("2026-12-24")
    exception.spans = [OpeningHours.Span(start: 1200, end: 1620)]
    contract.support.hours = OpeningHours()
    contract.support.hours.week[0] = [OpeningHours.Span(start: 1320, end: 1800)]
    contract.support.hours.week[5] = [OpeningHours.Span(start: 480, end: 1440)]
    contract.support.hours.exceptions = [exception]
    contract.price.timeAndMaterials?.night = OpeningHours.Span(start: 1320, end: 1770)
    self.contract = contract
  }

  @Test func `a night ends in the text at the hour of the next morning`() {
    let text = LegalText(of: contract)
    let hours = text.words(of: "support.heures")
    #expect(hours.contains("le lundi, de 22\u{A0}h à 6\u{A0}h ;".typesetInFrench))
    #expect(hours.contains("le samedi, de 8\u{A0}h à 24\u{A0}h"))
    #expect(hours.contains("de 20\u{A0}h à 3\u{A0}h"))
    #expect(text.words(of: "prix.hors_forfait").contains("de 22\u{A0}h à 5\u{A0}h\u{A0}30"))
  }

  @Test func `its commitment states the same hours`() {
    let stated = Dictionary(
      contract.commitments.map { ($0.key, $0.value) }
    ) { first, _ in first }
    #expect(stated["support.heures.0"] == "22\u{A0}h–6\u{A0}h")
    #expect(stated["support.heures.5"] == "8\u{A0}h–24\u{A0}h")
    #expect(stated["prix.hors_forfait.plage_nuit"] == "22\u{A0}h–5\u{A0}h\u{A0}30")
  }
}
