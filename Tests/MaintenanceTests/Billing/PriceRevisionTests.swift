import Maintenance
import Testing

struct PriceRevisionTests {
  private static func rate(
    _ series: RateSeries, _ month: String, _ value: String, published: String? = nil
  ) -> DatedRate {
    DatedRate(
      series: series, period: period(month),
      value: FixedPoint(value) ?? FixedPoint(0), source: "essai",
      published: published.map(day), read: day("2026-11-23"))
  }

  private static func period(_ month: String) -> RatePeriod {
    RatePeriod(month: Month(containing: day(month + "-01")))
  }

  private let rates = DatedRates([
    rate(.syntecRevised, "2024-01", "310.5"), rate(.syntecRevised, "2025-01", "315.2"),
    rate(.syntecRevised, "2025-02", "290"), rate(.syntecFormer, "2019-01", "270.7"),
  ])

  private func indexation(_ change: (inout Indexation) -> Void = { _ in }) -> Indexation {
    var indexation = Indexation()
    indexation.series = .revised
    indexation.baseMonth = Month(iso: "2024-01")
    indexation.baseValue = FixedPoint("310.5")
    indexation.date = .yearly(month: 3, day: 1)
    change(&indexation)
    return indexation
  }

  private func revise(
    _ cents: Int64 = 120_000, on iso: String = "2025-03-01", previous: Int64? = nil,
    _ change: (inout Indexation) -> Void = { _ in }
  ) throws -> PriceRevision {
    try indexation(change).revision(
      of: Money(cents: cents), previous: Money(cents: previous ?? cents), on: day(iso),
      rates: rates)
  }

  @Test func `the whole price follows the index`() throws {
    let revision = try revise()
    #expect(revision.revised == Money(cents: 121_816))
    #expect(revision.rate.period.iso == "2025-01")
    #expect(revision.limit == nil)
  }

  @Test func `a fixed share does not move`() throws {
    #expect(try revise { $0.fixedShare = FixedPoint(15) }.revised == Money(cents: 121_544))
    #expect(try revise { $0.fixedShare = FixedPoint(100) }.revised == Money(cents: 120_000))
  }

  @Test func `nothing is rounded before the cent, whatever the amount`() throws {
    let revision = try revise(999_999_999_999)
    #expect(revision.revised.cents == (999_999_999_999 * 3152 + 3105 / 2) / 3105)
  }

  @Test func `a cap, a floor and an upward clause bind against the price before`() throws {
    let capped = try revise { $0.cap = FixedPoint(1) }
    #expect(capped.revised == Money(cents: 121_200))
    #expect(capped.limit == .cap)
    #expect(try revise { $0.cap = FixedPoint(3) }.limit == nil)
    let fallen = try revise(on: "2025-04-01", previous: 121_816)
    #expect(fallen.revised == Money(cents: 112_077))
    let held = try revise(on: "2025-04-01", previous: 121_816) { $0.floor = FixedPoint(2) }
    #expect(held.revised == Money(cents: 119_380))
    #expect(held.limit == .floor)
    let kept = try revise(on: "2025-04-01", previous: 121_816) { $0.isUpwardOnly = true }
    #expect(kept.revised == Money(cents: 121_816))
    #expect(kept.limit == .upwardOnly)
  }

  @Test func `the former series goes on by the published link`() throws {
    let revision = try revise(100_000) {
      $0.series = .former
      $0.baseValue = FixedPoint("270.7")
    }
    // 315.2 ÷ 0.97975 = 321.7 in the former series; 1 000 € × 321.7147… ÷ 270.7.
    #expect(revision.revised == Money(cents: 118_845))
    #expect(throws: RevisionRefusal.missing(MissingRate(.syntecFormer, Self.period("2020-01")))) {
      try revise(100_000, on: "2020-03-01") { $0.series = .former }
    }
  }

  @Test func `a missing value is refused by its name, never replaced by an older one`() {
    #expect(throws: RevisionRefusal.missing(MissingRate(.syntecRevised, Self.period("2026-08")))) {
      try revise(on: "2026-10-01")
    }
    #expect(
      MissingRate(.syntecRevised, Self.period("2026-08")).french
        == "l’indice Syntec, série révisée, août\u{A0}2026")
    #expect(throws: RevisionRefusal.noBaseValue) { try revise { $0.baseValue = nil } }
    #expect(throws: RevisionRefusal.unknownIndex(.other)) { try revise { $0.index = .other } }
  }

  @Test func `a value published later than usual is not yet there`() throws {
    var late = rates
    late.add(
      PriceRevisionTests.rate(.syntecRevised, "2025-02", "316", published: "2025-04-04"))
    #expect(try late.lastPublished(.syntecRevised, on: day("2025-04-01")).period.iso == "2025-01")
    #expect(try late.lastPublished(.syntecRevised, on: day("2025-04-04")).period.iso == "2025-02")
  }

  @Test func `prices are revised on their days, not before the end of a freeze`() throws {
    var contract = SampleContract.contract
    contract.term.start = day("2024-03-01")
    contract.price.indexation = indexation { $0.frozenFor = Delay(12, .months) }
    let original = Money(cents: 120_000)
    let revisions = try contract.revisions(
      of: original, fee: "postes", until: day("2025-12-31"), rates: rates)
    #expect(revisions.map(\.day) == [day("2025-03-01")])
    contract.price.indexation?.frozenFor = Delay(13, .months)
    #expect(
      try contract.revisions(
        of: original, fee: "postes", until: day("2025-12-31"), rates: rates
      ).isEmpty)
    contract.price.indexation?.fees = ["serveurs"]
    #expect(
      try contract.revisions(
        of: original, fee: "postes", until: day("2040-01-01"), rates: rates
      ).isEmpty)
  }
}
