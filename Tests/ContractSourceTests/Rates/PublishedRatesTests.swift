import ContractSource
import Maintenance
import Testing

struct PublishedRatesTests {
  private let heading = "periode;valeur;source;publication;lecture\n"

  private func period(_ iso: String) throws -> RatePeriod {
    try #require(RatePeriod(iso: iso))
  }

  @Test func `this release knows its values, each with a source and the day it was read`() throws {
    let rates = PublishedRates.known.dated
    #expect(try rates.value(.legalInterest, period("2026-S1")).value == FixedPoint("2.62"))
    #expect(try rates.value(.refinancing, period("2025-S2")).value == FixedPoint("2.15"))
    #expect(try rates.value(.syntecRevised, period("2025-01")).value == FixedPoint("315.2"))
    #expect(try rates.value(.syntecFormer, period("2021-08")).value == FixedPoint("276.5"))
    for rate in RateSeries.allCases.flatMap(rates.all) {
      #expect(!rate.source.isEmpty && rate.read >= rate.period.first)
    }
    let normal = PublishedRates.known.vat.filter { $0.territory == .metropole }.map(\.rate)
    #expect(normal == ["20", "10", "5.5", "2.1"].map { FixedPoint($0) })
  }

  @Test func `what is not known is missing, by its name`() throws {
    let rates = PublishedRates.known.dated
    let missing = try #require(throws: MissingRate.self) {
      try rates.value(.legalInterest, period("2026-S2"))
    }
    #expect(missing.french == "le taux d’intérêt légal, 2e\u{A0}semestre\u{A0}2026")
  }

  @Test func `an added file fills what is missing and corrects what is known`() throws {
    var rates = PublishedRates.known
    let file =
      heading + "# essai\n2026-S1;2.63;rectificatif;2026-01-04;2026-02-01\n\n"
      + "2026-S2; 2.70 ;arrêté;;2026-07-01\n"
    try rates.add(Array(file.utf8), named: "interet-legal.csv")
    #expect(try rates.dated.value(.legalInterest, period("2026-S1")).value == FixedPoint("2.63"))
    let added = try rates.dated.value(.legalInterest, period("2026-S2"))
    #expect(added.value == FixedPoint("2.7"))
    #expect(added.published == nil)
    #expect(try rates.dated.value(.legalInterest, period("2025-S2")).value == FixedPoint("2.76"))
  }

  @Test(arguments: [
    ("taux.csv", "", 0), ("interet-legal.csv", "", 0),
    ("interet-legal.csv", "periode;valeur\n", 1),
    ("interet-legal.csv", "2026-S2;2.7;arrêté;2026-07-01", 2),
    ("interet-legal.csv", "2026-07;2.7;arrêté;;2026-07-01", 2),
    ("interet-legal.csv", "2026-S3;2.7;arrêté;;2026-07-01", 2),
    ("syntec-revisee.csv", "2026-S2;300;Syntec;;2026-07-01", 2),
    ("interet-legal.csv", "2026-S2;2,7;arrêté;;2026-07-01", 2),
    ("interet-legal.csv", "2026-S2;-1;arrêté;;2026-07-01", 2),
    ("interet-legal.csv", "2026-S2;2.7;;;2026-07-01", 2),
    ("interet-legal.csv", "2026-S2;2.7;arrêté;2026-02-30;2026-07-01", 2),
    ("interet-legal.csv", "2026-S2;2.7;arrêté;2026-07-02;2026-07-01", 2),
    ("interet-legal.csv", "2026-S2;2.7;arrêté;;", 2),
    ("interet-legal.csv", "2026-S2;2.7;a;;2026-07-01\n2026-S2;2.7;a;;2026-07-01", 3),
    ("interet-legal.csv", "2026-S2;2.7;a;;2026-07-01\n2026-S1;2.7;a;;2026-07-01", 3),
  ])
  func `a faulty file is refused by file and line, and adds nothing`(
    name: String, lines: String, line: Int
  ) throws {
    var rates = PublishedRates.known
    let before = rates.dated
    let text = line > 1 ? heading + lines : lines
    let fault = try #require(throws: RateFault.self) {
      try rates.add(Array(text.utf8), named: name)
    }
    #expect(fault.file == name)
    #expect(fault.line == line)
    #expect(rates.dated == before)
  }

  @Test func `bytes of any kind are refused, never trapped`() throws {
    for bytes in [[0xFF, 0xFE], Array(repeating: UInt8(ascii: ";"), count: 300_000)] {
      var rates = PublishedRates.known
      #expect(throws: RateFault.self) { try rates.add(bytes, named: "tva.csv") }
    }
  }

  @Test func `a rule judges by the values it is given`() throws {
    var rates = PublishedRates.known
    let file = heading + "2026-S2;2.70;arrêté;;2026-07-01\n"
    try rates.add(Array(file.utf8), named: "interet-legal.csv")
    let text = sampleContract.replacing("taux: 3 fois le taux légal", with: "taux: 8 %")
    func remarks(_ rates: PublishedRates) -> [Finding] {
      read(Array(text.utf8), named: "t", rates: rates).findings.filter { $0.rule == "PAY-06" }
    }
    #expect(remarks(.known).map(\.severity) == [.warning])
    #expect(remarks(.known)[0].message.contains("2e\u{A0}semestre\u{A0}2026"))
    #expect(remarks(rates).map(\.severity) == [.error])
    #expect(remarks(rates)[0].message.contains("8.1\u{A0}%"))
  }
}
