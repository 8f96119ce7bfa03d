import Maintenance
import Testing

struct DutyLedgerTests {
  private func contract(_ change: (inout Contract) -> Void) -> Contract {
    var contract = SampleContract.contract
    contract.price = Price()
    contract.provider.vigilance = VigilanceCertificate()
    contract.provider.vigilance?.issued = day("2026-09-15")
    contract.term.renewal = .none
    change(&contract)
    return contract
  }

  private func days(
    _ kind: Duty.Kind, _ from: String = "2026-10-01", _ to: String = "2028-12-31",
    with change: (inout Contract) -> Void
  ) -> [String] {
    DutyLedger(Terms(contract(change), version: 1)).duties(in: day(from)...day(to))
      .filter { $0.kind == kind }
      .map { "\($0.due.iso) \($0.bearer.rawValue)\($0.item.isEmpty ? "" : " " + $0.item)" }
  }

  @Test func `an operation is a duty on each of its days, an acceptance follows it`() {
    let change = { (contract: inout Contract) in
      var visit = PlannedOperation()
      visit.id = "visite"
      visit.recurrence = Recurrence(.monthly(every: 3, on: .nth(1, .tuesday)))
      visit.acceptance = PlannedOperation.Criterion()
      visit.acceptance?.delay = Delay(15, .days)
      contract.operations = [visit]
    }
    #expect(
      days(.operation, with: change) == [
        "2026-10-06 provider visite", "2027-01-05 provider visite", "2027-04-06 provider visite",
        "2027-07-06 provider visite",
      ])
    #expect(
      days(.acceptance, "2027-01-10", "2027-04-30", with: change) == [
        "2027-01-20 client visite", "2027-04-21 client visite",
      ])
  }

  @Test func `what comes back every day is one duty a month`() {
    #expect(
      days(.operation, "2026-10-01", "2026-12-31") {
        var backup = PlannedOperation()
        backup.id = "sauvegardes"
        backup.recurrence = Recurrence(.daily(every: 1))
        $0.operations = [backup]
      } == [
        "2026-10-31 provider sauvegardes", "2026-11-30 provider sauvegardes",
        "2026-12-31 provider sauvegardes",
      ])
  }

  @Test func `reports follow their periods and meetings their recurrence`() {
    let change = { (contract: inout Contract) in
      contract.followUp = FollowUp()
      contract.followUp?.report = FollowUp.Report()
      contract.followUp?.report?.period = .quarter
      contract.followUp?.report?.delay = Delay(10, .days)
      var committee = FollowUp.Committee()
      committee.id = "pilotage"
      committee.recurrence = Recurrence(.monthly(every: 6, on: .day(15)))
      contract.followUp?.committees = [committee]
    }
    #expect(
      days(.report, with: change) == [
        "2027-01-10 provider", "2027-04-10 provider", "2027-07-10 provider", "2027-10-10 provider",
      ])
    #expect(
      days(.committee, with: change) == ["2026-10-15 both pilotage", "2027-04-15 both pilotage"])
  }

  @Test func `invoices and payments fall as the payment clause says`() {
    let change = { (contract: inout Contract) in
      contract.price = SampleContract.price
      contract.payment.period = .quarter
      contract.payment.days = 45
      contract.payment.isEndOfMonth = true
    }
    #expect(
      days(.invoice, with: change) == [
        "2026-10-01 provider", "2027-01-01 provider", "2027-04-01 provider", "2027-07-01 provider",
      ])
    #expect(
      days(.payment, with: change) == [
        "2026-11-30 client", "2027-02-28 client", "2027-05-31 client", "2027-08-31 client",
      ])
    let arrears = { (contract: inout Contract) in
      change(&contract)
      contract.payment.timing = .arrears
      contract.payment.isEndOfMonth = false
    }
    #expect(
      days(.payment, "2027-01-01", "2027-05-31", with: arrears) == [
        "2027-02-14 client", "2027-05-15 client",
      ])
  }

  @Test func `a revision is announced in time`() {
    let change = { (contract: inout Contract) in
      contract.term.renewal = .tacit
      contract.term.renewedFor = Delay(12, .months)
      contract.price.indexation = Indexation()
      contract.price.indexation?.date = .yearly(month: 1, day: 1)
      contract.price.indexation?.notice = Delay(30, .days)
      contract.price.indexation?.frozenFor = Delay(12, .months)
    }
    #expect(days(.revision, with: change) == ["2028-01-01 provider"])
    #expect(days(.revisionNotice, with: change) == ["2027-12-02 provider", "2028-12-02 provider"])
  }

  @Test func `papers are asked for again before they are out of date`() {
    #expect(
      days(.vigilance) { _ in } == ["2027-03-15 provider", "2027-09-15 provider"])
    #expect(
      days(.vigilance) { $0.provider.vigilance = nil } == [
        "2026-10-01 provider", "2027-04-01 provider",
      ])
    #expect(
      days(.insurance) {
        $0.term.initial = Delay(3, .years)
        $0.provider.insurance = Insurance()
        $0.provider.insurance?.expiry = day("2027-02-28")
      } == ["2027-02-28 provider", "2028-02-28 provider"])
    #expect(
      days(.entryInventory) {
        $0.entryInventory = EntryInventory()
        $0.entryInventory?.day = day("2026-10-05")
      } == ["2026-10-05 both"])
    #expect(
      days(.entryInventory) {
        $0.entryInventory = EntryInventory()
        $0.entryInventory?.isSigned = true
      } == [])
  }

  @Test func `the life of a tacit renewal gives its last days for notice and its reminders`() {
    let change = { (contract: inout Contract) in
      contract.client.isNonProfessional = true
      contract.term.renewal = .tacit
      contract.term.renewedFor = Delay(12, .months)
      contract.term.notice = Delay(3, .months)
      contract.term.maximumRenewals = 1
    }
    #expect(days(.lastNotice, with: change) == ["2027-06-30 both"])
    #expect(days(.renewalReminder, with: change) == ["2027-05-31 provider"])
    #expect(days(.end, with: change) == ["2028-09-30 both"])
    #expect(
      days(.closing, "2028-10-01", "2033-09-30", with: change) == ["2033-09-30 both conservation"])
  }

  @Test func `an express renewal needs an agreement before the end`() {
    #expect(days(.renewalAgreement) { $0.term.renewal = .express } == ["2027-09-30 both"])
    #expect(days(.end) { $0.term.renewal = .express } == [])
  }

  @Test func `hours bought ahead are announced before they expire`() {
    #expect(
      days(.prepaidExpiry) {
        $0.price.prepaid = SampleContract.prepaid
        $0.price.prepaid?.validity = Delay(12, .months)
        $0.price.prepaid?.expiryNotice = Delay(1, .months)
      } == ["2027-08-31 provider"])
  }

  @Test func `a duty cites its clause by the number of its version`() throws {
    let terms = Terms(contract { _ in }, version: 3)
    let duty = try #require(
      DutyLedger(terms).duties(in: day("2027-03-01")...day("2027-03-31")).first)
    #expect(duty.clause == "sous_traitance.vigilance")
    #expect(duty.number == terms.text.number(of: duty.clause))
    #expect(duty.version == 3)
    #expect(DutyKey(duty.key.text) == duty.key)
    #expect(DutyKey("2027-03-15/inconnu/") == nil)
    #expect(DutyKey("2027-03-15/vigilance") == nil)
  }

  @Test func `each day is governed by the version in force on it`() {
    let second = contract {
      $0.provider.vigilance?.issued = day("2026-12-20")
    }
    let ledger = DutyLedger(versions: [
      (Terms(contract { _ in }, version: 1), day("2026-10-01")),
      (Terms(second, version: 2), day("2027-04-01")),
    ])
    let duties = ledger.duties(in: day("2026-10-01")...day("2027-08-31"))
      .filter { $0.kind == .vigilance }
    #expect(duties.map { "\($0.due.iso) v\($0.version)" } == ["2027-03-15 v1", "2027-06-20 v2"])
  }

  @Test func `pages by key give the whole, once, in order`() {
    let ledger = DutyLedger(
      Terms(
        contract {
          $0.price = SampleContract.price
          $0.term.initial = Delay(3, .years)
        }, version: 1))
    let span = day("2026-10-01")...day("2028-09-30")
    let whole = ledger.duties(in: span)
    #expect(whole.count > 40)
    #expect(whole.map(\.key) == whole.map(\.key).sorted())
    var paged: [Duty] = []
    while true {
      let page = ledger.duties(in: span, after: paged.last?.key, limit: 7)
      paged += page
      if page.count < 7 { break }
    }
    #expect(paged == whole)
    #expect(whole.allSatisfy { ledger.duty($0.key) == $0 })
  }

  @Test func `what the client owes each time has a delay and no day`() {
    let ledger = DutyLedger(
      Terms(
        contract {
          var access = ClientDuty()
          access.id = "acces"
          access.text = "Ouvrir les locaux"
          access.delay = Delay(2, .hours)
          $0.clientDuties = [access, ClientDuty()]
        }, version: 1))
    #expect(ledger.standing.map(\.clause) == ["obligations_client.acces"])
    #expect(ledger.standing.map(\.delay) == [Delay(2, .hours)])
  }
}
