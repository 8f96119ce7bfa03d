import Maintenance
import Testing

struct ArticleStateTests {
  private let monday = paris("2026-11-23 10:00")

  private func states(
    held: Int = 0, missed: Int = 0, overdue: Int = 0, left: Int? = nil, at now: Instant? = nil,
    _ vary: (inout Contract) -> Void = { _ in }
  ) -> [String: ArticleState] {
    var contract = SampleContract.contract
    contract.price.prepaid = left == nil ? nil : SampleContract.prepaid
    contract.price.prepaid?.alert = FixedPoint(20)
    vary(&contract)
    let terms = Terms(contract, version: 1)
    var balance = PrepaidBalance(terms, work: [])
    balance?.drawnMinutes = 1200 - (left ?? 0)
    return terms.articleStates(
      LivingFacts(
        heldMilestones: held, missedMilestones: missed, overdueTickets: overdue,
        excludedTickets: 0, registerEntries: 3, balance: balance, monthNet: Money(cents: 98_600)),
      at: now ?? monday)
  }

  @Test(arguments: [
    (18, 0, 0, ArticleState.Standing.held), (17, 1, 0, .atRisk), (18, 0, 1, .atRisk),
    (17, 2, 0, .broken), (0, 0, 0, .held),
  ])
  func `service levels hold while the highest target is reached`(
    _ held: Int, _ missed: Int, _ overdue: Int, _ standing: ArticleState.Standing
  ) {
    let state = states(held: held, missed: missed, overdue: overdue) {
      $0.serviceLevels.levels[0].target = FixedPoint(90)
    }["niveaux_de_service"]
    #expect(state?.standing == standing)
    #expect(state?.remarks == [.levels(held: held, missed: missed, overdue: overdue)])
  }

  @Test func `without a target one missed deadline breaks the promise`() {
    #expect(states(held: 99, missed: 1)["niveaux_de_service"]?.standing == .broken)
  }

  @Test func `support says whether it is open, and when it next is`() {
    #expect(states()["support"]?.remarks == [.openNow(until: nil)])
    let sunday = states(at: paris("2026-11-22 10:00"))
    #expect(sunday["support"]?.remarks == [.closedNow(opens: paris("2026-11-23 08:30"))])
  }

  @Test func `prepaid hours warn at the contract's own alert`() {
    #expect(states(left: 241)["prix"]?.standing == .told)
    #expect(states(left: 240)["prix"]?.standing == .atRisk)
    #expect(states()["prix"]?.remarks.count == 1)
  }

  @Test func `a notice date within ninety days is watched`() {
    let term: (inout Contract) -> Void = {
      $0.term.renewedFor = Delay(12, .months)
      $0.term.notice = Delay(3, .months)
    }
    #expect(states(term)["duree"]?.standing == .told)
    let near = states(at: paris("2027-04-02 10:00"), term)["duree"]
    #expect(near?.standing == .atRisk)
    #expect(near?.remarks == [.periodEnds(day("2027-09-30")), .lastNotice(day("2027-06-30"))])
    #expect(
      states(at: paris("2026-09-01 10:00"))["duree"]?.remarks
        == [.notYetInForce(SampleContract.start)])
  }

  @Test func `an insurance that ran out breaks its article`() {
    func standing(_ expiry: String) -> ArticleState.Standing? {
      states {
        $0.provider.insurance = Insurance()
        $0.provider.insurance?.expiry = day(expiry)
      }["responsabilite"]?.standing
    }
    #expect(standing("2026-11-22") == .broken)
    #expect(standing("2026-12-31") == .atRisk)
    #expect(standing("2027-12-31") == .held)
    #expect(states()["responsabilite"] == nil)
  }
}
