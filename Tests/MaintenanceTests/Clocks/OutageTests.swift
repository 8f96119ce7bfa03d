import Maintenance
import Testing

struct OutageTests {
  private let agreement: ID<Agreement> = ID(number: 7)
  private let now = paris("2026-12-10 10:00")

  private func contract(_ vary: (inout Contract) -> Void = { _ in }) -> Contract {
    var contract = SampleContract.contract
    var promise = Availability()
    promise.group = "postes"
    promise.rate = FixedPoint(99)
    promise.window = .roundTheClock
    promise.excluding = ["maintenance_planifiee"]
    contract.serviceLevels.availability = [promise]
    vary(&contract)
    return contract
  }

  private func outage(
    _ start: String, _ end: String?, cause: String? = nil, group: String = "postes",
    reason: String = "Panne"
  ) throws -> Outage {
    try Outage.recorded(
      OutageReport(
        group: group, start: paris(start), end: end.map { paris($0) }, cause: cause,
        reason: reason),
      from: nil, id: ID(number: 9), agreement: agreement, under: Terms(contract(), version: 1),
      by: SampleContract.technician, at: now
    ).state
  }

  @Test func `an outage is the fold of its facts`() throws {
    let terms = Terms(contract(), version: 1)
    let recorded = try Outage.recorded(
      OutageReport(group: "postes", start: paris("2026-11-03 10:00"), reason: "Panne"),
      from: Outage.TicketOrigin(id: ID(number: 12), number: 3), id: ID(number: 9),
      agreement: agreement, under: terms, by: SampleContract.technician, at: now)
    let ended = try recorded.state.ended(
      at: paris("2026-11-03 11:00"), by: SampleContract.technician, at: now)
    let gone = try ended.state.withdrawn("Erreur", by: SampleContract.technician, at: now)
    let facts = recorded.facts + ended.facts + gone.facts
    #expect(try Outage(replaying: facts) == gone.state)
    #expect(gone.state.version == 3 && gone.state.ticket?.number == 3)
    #expect(ended.state.downtime(at: now)?.end == paris("2026-11-03 11:00"))
    #expect(gone.state.downtime(at: now) == nil)
    // One that lasts counts up to now.
    #expect(recorded.state.downtime(at: now)?.end == now)
  }

  @Test func `what cannot be measured is refused`() throws {
    func refusal(_ body: () throws -> Outage) -> OutageRefusal? {
      do {
        _ = try body()
        return nil
      } catch { return error as? OutageRefusal }
    }
    let (start, end) = ("2026-11-03 10:00", "2026-11-03 11:00")
    #expect(refusal { try outage(start, end, group: "x") } == .unknownGroup)
    #expect(refusal { try outage(start, end, cause: "soleil") } == .unknownCause)
    #expect(refusal { try outage(start, end, cause: "maintenance_planifiee") } == nil)
    #expect(refusal { try outage(start, end, reason: " ") } == .noReason)
    #expect(refusal { try outage(end, start) } == .endsBeforeStart)
    #expect(refusal { try outage("2026-09-01 10:00", end) } == .beforeContract)
    #expect(refusal { try outage(start, "2026-12-11 10:00") } == .inFuture)
    let long = String(repeating: "a", count: Outage.longestReason + 1)
    #expect(refusal { try outage(start, end, reason: long) } == .textTooLong)
  }

  @Test func `a penalty on availability is the contract's formula, its steps and its cap`() throws {
    func penalties(
      _ down: String, _ vary: (inout Penalty) -> Void
    ) -> [AvailabilityPenalty] {
      let contract = self.contract {
        var penalty = Penalty()
        penalty.id = "dispo"
        penalty.trigger = .availability
        penalty.formula = "F * D"
        penalty.cap = FixedPoint(30)
        vary(&penalty)
        $0.serviceLevels.penalties = [penalty]
      }
      let terms = Terms(contract, version: 1)
      let month = day("2026-11-01")...day("2026-11-30")
      let reading = terms.availability(
        contract.serviceLevels.availability[0], over: month,
        downtimes: [Downtime(start: paris("2026-11-03 00:00"), end: paris(down))], until: now)
      return terms.availabilityPenalties(
        on: [reading], over: month, monthlyFee: Money(cents: 100_000))
    }
    // 36 hours of 720 are 95 %: four points are missing, four per cent of the fee.
    let whole = penalties("2026-11-04 12:00") { _ in }
    #expect(whole.first?.lines.map(\.amount.cents) == [4_000])
    #expect(whole.first?.citation.clause == "niveaux_de_service.penalites")
    // 7.2 hours are allowed.
    #expect(penalties("2026-11-03 07:12") { _ in }.first?.lines.isEmpty == true)
    #expect(penalties("2026-11-20 00:00") { _ in }.first?.due.cents == 30_000)
    #expect(penalties("2026-11-04 12:00") { $0.targets = ["serveurs"] }.first?.lines == [])
    let hours = penalties("2026-11-04 12:00") {
      $0.formula = "5 * F / H * R"
      $0.lateness = "heures"
    }
    // 28.8 hours beyond: 29 begun; 5 × 1000 ÷ 720 × 29.
    #expect(hours.first?.lines.map(\.amount.cents) == [20_139])
    let steps = penalties("2026-11-04 12:00") {
      var first = Penalty.Step()
      first.beyond = Delay(4, .hours)
      first.rate = FixedPoint(2)
      var second = Penalty.Step()
      second.beyond = Delay(28, .hours)
      second.rate = FixedPoint(5)
      var third = Penalty.Step()
      third.beyond = Delay(29, .hours)
      third.rate = FixedPoint(10)
      $0.steps = [first, second, third]
    }
    #expect(steps.first?.lines.map(\.amount.cents) == [5_000])
    #expect(penalties("2026-11-04 12:00") { $0.base = "valeur" }.first?.obstacle == .unknownBase)
    #expect(penalties("2026-11-04 12:00") { $0.formula = "F / N" }.first?.obstacle == .formula)
  }

  @Test func `a period that runs is measured up to now, and charged when it is over`() {
    let contract = self.contract()
    let terms = Terms(contract, version: 1)
    let month = day("2026-12-01")...day("2026-12-31")
    let reading = terms.availability(
      contract.serviceLevels.availability[0], over: month,
      downtimes: [Downtime(start: paris("2026-12-09 10:00"), end: paris("2026-12-12 10:00"))],
      until: now)
    #expect(!reading.isOver && !reading.isHeld)
    #expect(reading.windowSeconds == 9 * 86_400 + 36_000)
    #expect(reading.downSeconds == 86_400)
    var penalty = Penalty()
    penalty.trigger = .availability
    penalty.formula = "F * D"
    var charging = contract
    charging.serviceLevels.penalties = [penalty]
    let due = Terms(charging, version: 1).availabilityPenalties(
      on: [reading], over: month, monthlyFee: Money(cents: 100_000))
    #expect(due.allSatisfy { $0.lines.isEmpty })
  }

  @Test(arguments: [
    (FlatFee.Period.month, "2026-02-28", "2026-02-01", "2026-02-28"),
    (.quarter, "2026-11-23", "2026-10-01", "2026-12-31"),
    (.quarter, "2028-02-29", "2028-01-01", "2028-03-31"),
    (.year, "2026-11-23", "2026-01-01", "2026-12-31"),
  ])
  func `a measuring period is the calendar's`(
    _ period: FlatFee.Period, _ of: String, _ first: String, _ last: String
  ) {
    #expect(period.span(containing: day(of)) == day(first)...day(last))
    let spans = period.spans(over: (day(of) - 400)...day(of))
    #expect(spans.last == day(first)...day(last))
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound })
  }
}
