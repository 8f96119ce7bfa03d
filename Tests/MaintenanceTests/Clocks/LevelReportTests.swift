import Maintenance
import Testing

struct LevelReportTests {
  private let month = day("2026-11-01")...day("2026-11-30")
  private let now = paris("2026-12-20 10:00")

  private var contract: Contract {
    var contract = SampleContract.contract
    contract.serviceLevels.levels[1].target = FixedPoint(50)
    var penalty = Penalty()
    penalty.formula = "V * R / 30"
    penalty.base = "redevance_mensuelle"
    penalty.lateness = "jours_de_retard"
    penalty.cap = FixedPoint(30)
    contract.serviceLevels.penalties = [penalty]
    return contract
  }

  /// A ticket of priority P2: an hour to take charge, eight to restore.
  private func ticket(
    opened: String, taken: String? = nil, paused: (String, String)? = nil, resolved: String? = nil,
    under terms: Terms
  ) throws -> Ticket {
    let who = SampleContract.technician
    var ticket = try SampleContract.opened(under: terms, at: paris(opened))
    if let paused {
      ticket = try ticket.paused(
        for: .awaitingClient, note: "", under: terms, by: who, at: paris(paused.0)
      ).state
      ticket = try ticket.resumed(under: terms, by: who, at: paris(paused.1)).state
    }
    if let taken { ticket = try ticket.takenInCharge(by: who, at: paris(taken)).state }
    if let resolved {
      ticket = try ticket.resolved("Réparé.", cause: .hardware, by: who, at: paris(resolved)).state
    }
    return ticket
  }

  @Test func `each request of the period is held, excused, broken, at risk or running`() throws {
    let terms = Terms(contract, version: 1)
    let tickets = [
      try ticket(
        opened: "2026-11-23 09:00", taken: "2026-11-23 09:30", resolved: "2026-11-23 15:00",
        under: terms),
      // Taken an hour and a half after it came in, an hour of which waited for the client.
      try ticket(
        opened: "2026-11-24 09:00", taken: "2026-11-24 10:30",
        paused: ("2026-11-24 09:10", "2026-11-24 10:10"), resolved: "2026-11-24 17:00",
        under: terms),
      try ticket(
        opened: "2026-11-25 09:00", taken: "2026-11-25 11:00", resolved: "2026-11-27 17:00",
        under: terms),
      // Of another month.
      try ticket(opened: "2026-12-01 09:00", under: terms),
    ]
    let lines = terms.levelLines(of: terms.timed(tickets, at: now), in: month)
    #expect(lines.map(\.milestone) == [.response, .resolution])
    #expect(lines[0].counts == [.held: 1, .excused: 1, .broken: 1])
    #expect(lines[0].heldPercent == FixedPoint("66.666666"))
    #expect(lines[0].reachesTarget == true)
    #expect(lines[1].counts == [.held: 2, .broken: 1])
    #expect(lines.allSatisfy { $0.citation.clause == "niveaux_de_service.P2" })
    let open = [try ticket(opened: "2026-11-30 09:00", under: terms)]
    func standing(_ at: String) -> MilestoneOutcome? {
      terms.levelLines(of: terms.timed(open, at: paris(at)), in: month).first?.counts.keys.first
    }
    #expect(standing("2026-11-30 09:44") == .running)
    #expect(standing("2026-11-30 09:45") == .atRisk)
    #expect(standing("2026-11-30 10:01") == .broken)
  }

  @Test func `a penalty is computed by the contract's rule, and capped`() throws {
    let terms = Terms(contract, version: 1)
    // Taken an hour late: one day begun. Due on Wednesday at 18:00, restored on Saturday: three.
    let late = try ticket(
      opened: "2026-11-25 09:00", taken: "2026-11-25 11:00", resolved: "2026-11-28 17:00",
      under: terms)
    let penalties = terms.delayPenalties(
      of: terms.timed([late], at: now), in: Month(containing: day("2026-11-01")),
      monthlyFee: Money(cents: 99_000),
      at: now)
    let penalty = try #require(penalties.first)
    #expect(penalty.lines.map(\.lateness) == [1, 3])
    #expect(penalty.lines.map(\.amount.cents) == [3_300, 9_900])
    #expect(penalty.lines[1].computation == "\(Money(cents: 99_000).french) × 3 ÷ 30")
    #expect(penalty.lines[1].citation.clause == "niveaux_de_service.penalites")
    #expect(penalty.due == Money(cents: 13_200) && penalty.cap == Money(cents: 29_700))
    let many = terms.delayPenalties(
      of: terms.timed([late, late, late], at: now), in: Month(containing: day("2026-11-01")),
      monthlyFee: Money(cents: 99_000), at: now)
    #expect(many.first?.total == Money(cents: 39_600) && many.first?.due == Money(cents: 29_700))
  }

  @Test func `nothing is charged without the rule that allows it`() throws {
    func due(_ vary: (inout Contract) -> Void) throws -> [PenaltyReading] {
      var contract = self.contract
      vary(&contract)
      let terms = Terms(contract, version: 1)
      let late = try ticket(
        opened: "2026-11-25 09:00", taken: "2026-11-25 11:00", resolved: "2026-11-25 11:10",
        under: terms)
      return terms.delayPenalties(
        of: terms.timed([late], at: now), in: Month(containing: day("2026-11-01")),
        monthlyFee: Money(cents: 99_000),
        at: now)
    }
    #expect(try due { _ in }.first?.due == Money(cents: 3_300))
    #expect(try due { $0.serviceLevels.penalties = [] }.isEmpty)
    // A duty of means has no automatic price, another priority is not meant.
    #expect(try due { $0.serviceLevels.levels[1].binding = .means }.first?.due == .zero)
    #expect(try due { $0.serviceLevels.penalties[0].targets = ["P1"] }.first?.due == .zero)
    #expect(
      try due { $0.serviceLevels.penalties[0].exemption = Money(cents: 5_000) }.first?.due == .zero)
    let unknown = try due { $0.serviceLevels.penalties[0].base = "valeur_du_lot" }.first
    #expect(unknown?.obstacle == .unknownBase && unknown?.due == .zero)
    let lacking = try due { $0.serviceLevels.penalties[0].formula = "V * R / N" }.first
    #expect(lacking?.obstacle == .formula && lacking?.due == .zero)
    #expect(
      try due { $0.serviceLevels.penalties[0].formalNotice = .required }.first?.needsFormalNotice
        == true)
  }

  @Test func `an amendment in the month leaves one cap and one line for each promise`() throws {
    let month = Month(containing: day("2026-11-01"))
    let days = day("2026-11-01")...day("2026-11-30")
    let versions = [Terms(contract, version: 1), Terms(contract, version: 2)]
    let readings = try versions.map { terms in
      let late = try ticket(
        opened: "2026-11-25 09:00", taken: "2026-11-25 11:00", resolved: "2026-11-28 17:00",
        under: terms)
      return (
        terms.levelLines(of: terms.timed([late], at: now), in: days),
        terms.delayPenalties(
          of: terms.timed([late, late], at: now), in: month, monthlyFee: Money(cents: 99_000),
          at: now)
      )
    }
    let penalties = PenaltyReading.joined(readings.map(\.1))
    #expect(penalties.count == 1)
    #expect(penalties.first?.total == Money(cents: 52_800))
    #expect(penalties.first?.due == Money(cents: 29_700))
    let lines = LevelLine.joined(readings.map(\.0))
    #expect(lines.count == readings[0].0.count)
    #expect(lines.allSatisfy { $0.counts[.broken] == 2 && $0.citation.version == 2 })
  }

  @Test func `the month's fee is the same whatever month its period is billed in`() {
    var contract = self.contract
    let monthly = Terms(contract, version: 1).monthlyFee
    #expect(monthly == Money(cents: 2900 * 34))
    contract.price.fees[0].amount = Money(cents: 2900 * 3)
    contract.price.fees[0].period = .quarter
    #expect(Terms(contract, version: 1).monthlyFee == monthly)
    contract.price.fees[0].amount = Money(cents: 2900 * 12)
    contract.price.fees[0].period = .year
    #expect(Terms(contract, version: 1).monthlyFee == monthly)
  }

  @Test func `steps of lateness are a share of the fee`() throws {
    var contract = self.contract
    var first = Penalty.Step()
    first.rate = FixedPoint(20)
    var second = Penalty.Step()
    second.beyond = Delay(1, .hours)
    second.rate = FixedPoint(40)
    contract.serviceLevels.penalties[0].steps = [first, second]
    contract.serviceLevels.penalties[0].cap = nil
    let terms = Terms(contract, version: 1)
    func amounts(_ taken: String) throws -> [Int64] {
      let late = try ticket(
        opened: "2026-11-25 09:00", taken: taken, resolved: "2026-11-25 12:25", under: terms)
      return terms.delayPenalties(
        of: terms.timed([late], at: now), in: Month(containing: day("2026-11-01")),
        monthlyFee: Money(cents: 10_000),
        at: now
      ).flatMap(\.lines).map(\.amount.cents)
    }
    #expect(try amounts("2026-11-25 10:30") == [2_000])
    #expect(try amounts("2026-11-25 11:00") == [2_000])
    #expect(try amounts("2026-11-25 11:01") == [4_000])
  }

  @Test func `a formula divides exactly and refuses what it cannot`() {
    func amount(_ text: String) -> Money? {
      PenaltyFormula(text)?.amount { term in
        switch term {
        case .number(let number): number
        case .variable(.value): FixedPoint(1000)
        case .variable(.lateness): FixedPoint(2)
        case .variable: nil
        }
      }
    }
    #expect(amount("V * R / 1000") == Money(cents: 200))
    #expect(amount("0.5 * V * R / 100") == Money(cents: 1_000))
    #expect(amount("V * R / 30") == Money(cents: 6_667))
    #expect(amount("V * R / N") == nil)
  }

  @Test func `availability leaves out what the contract leaves out, and counts overlaps once`() {
    var promise = Availability()
    promise.group = "serveurs"
    promise.rate = FixedPoint("99.9") ?? FixedPoint(0)
    promise.window = .roundTheClock
    promise.excluding = ["maintenance_planifiee"]
    let terms = SampleContract.terms
    func reading(_ outages: [Downtime]) -> AvailabilityReading {
      terms.availability(promise, over: month, downtimes: outages)
    }
    func outage(_ start: String, _ end: String, _ cause: String? = nil) -> Downtime {
      Downtime(start: paris(start), end: paris(end), cause: cause)
    }
    // 43.2 minutes of thirty days.
    #expect(reading([]).percent == FixedPoint(100))
    #expect(reading([outage("2026-11-03 10:00", "2026-11-03 10:43")]).isHeld)
    #expect(!reading([outage("2026-11-03 10:00", "2026-11-03 10:44")]).isHeld)
    let mixed = reading([
      outage("2026-11-03 10:00", "2026-11-03 11:00", "maintenance_planifiee"),
      outage("2026-11-03 10:30", "2026-11-03 11:10"),
      outage("2026-11-03 11:05", "2026-11-03 11:15", "panne"),
      outage("2026-10-31 23:00", "2026-11-01 00:01"),
    ])
    #expect(mixed.windowSeconds == 30 * 86_400)
    #expect(mixed.excludedSeconds == 3600 && mixed.downSeconds == 16 * 60)
    promise.window = .openingHours
    let night = reading([outage("2026-11-03 20:00", "2026-11-04 06:00")])
    #expect(night.downSeconds == 0 && night.isHeld)
  }
}
