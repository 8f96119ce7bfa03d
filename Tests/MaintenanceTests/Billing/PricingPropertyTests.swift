import Maintenance
import TestSupport
import Testing

/// What holds of every period, fleet and piece of work, on drawn examples.
struct PricingPropertyTests {
  private func facts(_ vary: (inout Contract) -> Void) -> BillableFacts {
    var contract = SampleContract.contract
    vary(&contract)
    return BillableFacts(
      BillableFacts.Governing(Terms(contract, version: 1), from: contract.term.start))
  }

  private func cents(_ facts: BillableFacts, months: Int = 12) -> Int64 {
    var month = Month(containing: SampleContract.start)
    var sum: Int64 = 0
    for _ in 0..<months {
      sum += facts.draft(for: month).lines.filter { $0.kind == .fee }.reduce(0) {
        $0 + $1.net.cents
      }
      month = month.next
    }
    return sum
  }

  @Test(arguments: 1...40)
  func `the parts of a period divided by new versions add up to the whole`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for timing in [Payment.Timing.advance, .arrears] {
      for period in FlatFee.Period.allCases {
        var contract = SampleContract.contract
        contract.price.fees[0].amount = Money(
          cents: Int64.random(in: 1...1_000_000, using: &random))
        contract.price.fees[0].period = period
        contract.payment.timing = timing
        let whole = BillableFacts(
          BillableFacts.Governing(Terms(contract, version: 1), from: contract.term.start))
        let days = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          SampleContract.start + Int.random(in: 1...360, using: &random)
        }
        let parts = Set(days).sorted().enumerated().map { index, day in
          BillableFacts.Governing(Terms(contract, version: index + 2), from: day)
        }
        let divided = BillableFacts(whole.versions[0], parts)
        #expect(cents(divided) == cents(whole))
      }
    }
  }

  @Test(arguments: 1...40)
  func `ahead or in arrears, whatever the fleet does, a year comes to the same`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let amount = Money(cents: Int64.random(in: 1...100_000, using: &random))
    let counts = (0..<4).map { _ in
      FleetCount(
        group: "postes", count: Int.random(in: 0...60, using: &random),
        from: SampleContract.start + Int.random(in: 1...300, using: &random))
    }
    let sums = [Payment.Timing.advance, .arrears].flatMap { timing in
      FlatFee.Period.allCases.map { period in
        var facts = facts { contract in
          contract.price.fees[0].amount = amount
          contract.payment.timing = timing
          contract.payment.period = period
          contract.scope.fleetChange = FleetChange()
        }
        facts.fleet = counts
        return cents(facts)
      }
    }
    // A change billed as the difference rounds once more: a cent for each, at most.
    #expect((sums.max() ?? 0) - (sums.min() ?? 0) <= 8)
  }

  @Test(arguments: 1...200)
  func `slices make the whole of the work whatever hours it falls in`(
    _ seed: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let terms = Terms(
      {
        var contract = SampleContract.contract
        contract.price.timeAndMaterials?.eveningSurcharge = FixedPoint(50)
        contract.price.timeAndMaterials?.nightSurcharge = FixedPoint(100)
        return contract
      }(), version: 1)
    let start = paris("2026-11-20 00:00") + Int.random(in: 0...20_000_000, using: &random)
    let minutes = Int.random(in: 1...1440, using: &random)
    let work = try BillableWork.sample(at: start, minutes: minutes, under: terms)
    let lines = terms.invoiceDraft(
      for: Month(containing: terms.contract.zone.day(at: start)), work: [work]
    ).lines.filter { $0.kind == .time }
    let counted = lines.reduce(Int64(0)) { $0 + $1.quantity.millionths }
    #expect(abs(counted - Int64(minutes) * 1_000_000) <= 50 * Int64(lines.count))
    // What no French invoice may have: more than four decimals.
    #expect(lines.allSatisfy { $0.quantity.millionths % 100 == 0 })
    let plain = Money(cents: 8200).share(minutes, of: 60)
    let sum = lines.reduce(Money.zero) { $0 + $1.net }
    #expect(sum.cents >= plain.cents - 2 && sum.cents <= plain.cents * 2 + 2)
  }

  @Test func `what an invoice has billed is not billed again, and the same facts say the same`() {
    var facts = facts { $0.price.prepaid = SampleContract.prepaid }
    let month = Month(containing: SampleContract.start)
    let draft = facts.draft(for: month)
    #expect(facts.draft(for: month) == draft)
    facts.billed = draft.lines.flatMap(\.claims)
    let again = facts.draft(for: month)
    #expect(again.lines.isEmpty)
    #expect(again.leftOut.map(\.reason) == draft.lines.map { _ in .alreadyBilled })
    #expect(again.leftOut.compactMap(\.amount) == draft.lines.map(\.net))
    #expect(facts.draft(for: month.next).lines.count == 1)
  }

  @Test func `nothing is billed outside the days of the contract`() throws {
    var facts = facts { _ in }
    facts.end = day("2026-11-15")
    facts.work = [try .sample(at: paris("2026-11-20 09:00"), minutes: 60)]
    let draft = facts.draft(for: Month(containing: day("2026-11-01")))
    #expect(draft.lines.allSatisfy { $0.period.upperBound <= day("2026-11-15") })
    #expect(draft.leftOut.map(\.reason) == [.outsideContract])
    #expect(facts.draft(for: Month(containing: day("2026-12-01"))).lines.isEmpty)
  }
}
