import Maintenance
import Testing

/// What a month bills besides flat fees and hours, each to the cent by hand.
struct MonthPricingTests {
  private let november = Month(containing: day("2026-11-01"))

  private func facts(
    work: [BillableWork] = [], _ vary: (inout Contract) -> Void
  ) -> BillableFacts {
    var contract = SampleContract.contract
    contract.price.fees = []
    vary(&contract)
    var facts = BillableFacts(
      BillableFacts.Governing(Terms(contract, version: 1), from: contract.term.start))
    facts.work = work
    return facts
  }

  private func kinds(_ draft: InvoiceDraft) -> [InvoiceLine.Kind] { draft.lines.map(\.kind) }
  private func cents(_ draft: InvoiceDraft) -> [Int64] { draft.lines.map(\.net.cents) }

  private func option(_ cents: Int64, taken: Bool = true) -> PriceOption {
    var option = PriceOption()
    option.id = "antivirus"
    option.amount = Money(cents: cents)
    option.quantity = 12
    option.isTaken = taken
    return option
  }

  @Test func `an option is billed once it is taken, from its own day`() {
    let taken = facts { contract in
      contract.price.options = [option(350), option(9900, taken: false)]
      contract.price.options[0].from = day("2026-11-16")
    }
    #expect(cents(taken.draft(for: november)) == [2100])
    #expect(cents(taken.draft(for: november.next)) == [4200])
    #expect(taken.draft(for: november.previous).lines.isEmpty)
  }

  @Test func `on call has its fee, and each call that made somebody work its price`() throws {
    let work = try BillableWork.sample(at: paris("2026-11-23 22:00"), minutes: 30) {
      $0.isOnCall = true
      $0.charge = .included
    }
    let draft = facts(work: [work]) {
      $0.support.onCall?.fee = Money(cents: 15_000)
      $0.support.onCall?.callOut = Money(cents: 4500)
    }.draft(for: november)
    #expect(kinds(draft) == [.onCallFee, .callOut])
    #expect(cents(draft) == [15_000, 4500])
  }

  @Test func `a ticket has its price, and the hour's for what it does not contain`() throws {
    var price = TicketPrice()
    price.id = "panne"
    price.amount = Money(cents: 9000)
    price.includes = Delay(1, .hours)
    let works = try [(0, 45), (45, 45)].enumerated().map { index, part in
      try BillableWork.sample(at: paris("2026-11-23 09:00"), minutes: part.1, index: index) {
        $0.earlierMinutes = part.0
      }
    }
    let draft = facts(work: works) { $0.price.tickets = [price] }.draft(for: november)
    #expect(kinds(draft) == [.ticket, .time])
    // 30 minutes at 82 €.
    #expect(cents(draft) == [9000, 4100])
  }

  @Test func `a journey is billed once a day and a site, by its zone`() throws {
    let works = try ["2026-11-23 09:00", "2026-11-23 14:00", "2026-11-24 09:00"].map { time in
      try BillableWork.sample(at: paris(time), minutes: 60) {
        $0.place = .onSite
        $0.charge = .included
      }
    }
    func draft(_ zone: Int?, _ vary: (inout Travel) -> Void = { _ in }) -> InvoiceDraft {
      facts(work: works) { contract in
        contract.scope.sites[0].travelZone = zone
        var travel = Travel()
        travel.zones = [1: .included, 2: .amount(Money(cents: 4800))]
        travel.beyond = .quote
        vary(&travel)
        contract.price.travel = travel
      }.draft(for: november)
    }
    #expect(cents(draft(2)) == [4800, 4800])
    #expect(draft(1).lines.isEmpty)
    #expect(
      draft(3).leftOut.filter { $0.kind == .travel }.map(\.reason) == [.needsQuote, .needsQuote])
    #expect(
      draft(nil) { $0.beyond = nil }.leftOut.contains {
        $0.kind == .travel && $0.reason == .unpriced
      })
  }

  @Test func `a set-up is paid once, on its day, and not before its acceptance`() {
    var fee = OneOffFee()
    fee.id = "reprise"
    fee.amount = Money(cents: 120_000)
    fee.moment = .acceptance
    var waiting = facts { $0.price.oneOffFees = [fee] }
    #expect(waiting.draft(for: november).leftOut.map(\.reason) == [.notDone])
    waiting.acceptances = [day("2026-11-20"), day("2026-12-03")]
    #expect(cents(waiting.draft(for: november)) == [120_000])
    #expect(waiting.draft(for: november.next).lines.isEmpty)
    waiting.billed = waiting.draft(for: november).lines.flatMap(\.claims)
    waiting.acceptances = [day("2026-12-03")]
    #expect(waiting.draft(for: november.next).lines.isEmpty)
  }

  @Test func `a fee that came due before the contract began is billed in its first month`() {
    var fee = OneOffFee()
    fee.id = "reprise"
    fee.amount = Money(cents: 120_000)
    for moment in [OneOffFee.Moment.acceptance, .signature] {
      fee.moment = moment
      var early = facts { $0.price.oneOffFees = [fee] }
      let start = early.versions[0].from
      early.signedOn = start - 40
      early.acceptances = [start - 35]
      let month = Month(containing: start)
      #expect(early.draft(for: month).lines.filter { $0.kind == .setUp }.count == 1)
      #expect(early.draft(for: month.next).lines.filter { $0.kind == .setUp }.isEmpty)
    }
  }

  @Test func `a rebate takes its share of the fees over its own days`() {
    var fee = SampleContract.price.fees[0]
    fee.group = nil
    fee.amount = Money(cents: 100_000)
    var rebate = Rebate()
    rebate.id = "accueil"
    rebate.rate = FixedPoint(10)
    rebate.until = day("2026-11-15")
    func drafts(_ rebate: Rebate) -> [[Int64]] {
      let facts = facts {
        $0.price.fees = [fee]
        $0.price.rebates = [rebate]
      }
      return [november.previous, november, november.next].map { cents(facts.draft(for: $0)) }
    }
    #expect(drafts(rebate) == [[100_000, -10_000], [100_000, -5000], [100_000]])
    rebate.rate = nil
    rebate.amount = Money(cents: 3000)
    #expect(drafts(rebate) == [[100_000, -3000], [100_000, -1500], [100_000]])
  }

  @Test func `a minimum is made up at the end of its period, in proportion to its days`() throws {
    var minimum = MinimumBilling()
    minimum.amount = Money(cents: 30_000)
    minimum.period = .quarter
    let work = try BillableWork.sample(at: paris("2026-11-23 09:00"), minutes: 60)
    let started = facts(work: [work]) { $0.price.minimum = minimum }
    #expect(cents(started.draft(for: november)) == [8200])
    #expect(cents(started.draft(for: november.next)) == [21_800])
    var late = facts { contract in
      contract.price.minimum = minimum
      contract.term.start = day("2026-10-12")
    }
    // 81 days of 92.
    #expect(cents(late.draft(for: november.next)) == [26_413])
    late.end = day("2026-11-30")
    #expect(cents(late.draft(for: november)) == [16_304])
  }

  @Test func `a deposit comes off the first sums due, and no more than it was`() {
    var fee = SampleContract.price.fees[0]
    fee.group = nil
    fee.amount = Money(cents: 100_000)
    var deposit = Payment.Deposit()
    deposit.rate = FixedPoint("12.5")
    var asked = facts {
      $0.price.fees = [fee]
      $0.payment.deposit = deposit
    }
    asked.signedOn = day("2026-09-20")
    let months = [november.previous.previous, november.previous, november, november.next]
    #expect(
      months.map { cents(asked.draft(for: $0)) }
        == [[150_000], [100_000, -100_000], [100_000, -50_000], [100_000]])
  }

  @Test func `a penalty as a credit comes off, an indemnity is told apart`() throws {
    func draft(_ nature: Penalty.Nature, _ notice: Penalty.FormalNotice? = nil) throws
      -> (InvoiceDraft, Money)
    {
      var penalty = Penalty()
      penalty.base = "redevance_mensuelle"
      penalty.formula = "V * R / 300"
      penalty.nature = nature
      penalty.formalNotice = notice
      var facts = facts { $0.serviceLevels.penalties = [penalty] }
      let terms = facts.versions[0].terms
      let ticket = try SampleContract.opened(under: terms, at: paris("2026-11-02 09:00"))
      let now = paris("2026-11-30 18:00")
      facts.penalties = terms.delayPenalties(
        of: terms.timed([ticket], at: now), in: november, monthlyFee: Money(cents: 100_000),
        at: now)
      return (facts.draft(for: november), facts.penalties[0].due)
    }
    let (credited, due) = try draft(.credit)
    #expect(due > .zero)
    #expect(credited.net == .zero - due)
    #expect(kinds(credited) == [.penalty])
    let apart = try draft(.indemnity).0
    #expect(apart.lines.isEmpty)
    #expect(apart.leftOut.map(\.reason) == [.indemnity])
    #expect(apart.leftOut.map(\.amount) == [due])
    #expect(try draft(.credit, .required).0.leftOut.map(\.reason) == [.formalNotice])
  }
}
