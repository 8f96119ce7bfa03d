import Maintenance
import Testing

struct RevisionDateTests {
  private func contract(_ date: RevisionDate, start: String) -> Contract {
    var contract = SampleContract.contract
    contract.term.start = day(start)
    contract.term.renewedFor = Delay(6, .months)
    contract.price.indexation = Indexation()
    contract.price.indexation?.date = date
    return contract
  }

  @Test(arguments: [
    (RevisionDate.yearly(month: 1, day: 1), "2026-10-01", "2026-10-01", "2027-01-01"),
    (.yearly(month: 1, day: 1), "2026-10-01", "2027-01-01", "2027-01-01"),
    (.yearly(month: 1, day: 1), "2026-10-01", "2027-01-02", "2028-01-01"),
    // The first day of the contract is no revision.
    (.yearly(month: 10, day: 1), "2026-10-01", "2026-10-01", "2027-10-01"),
    (.yearly(month: 2, day: 29), "2026-10-01", "2027-01-01", "2027-02-28"),
    (.yearly(month: 2, day: 29), "2026-10-01", "2027-03-01", "2028-02-29"),
    (.anniversary, "2026-10-01", "2020-01-01", "2027-10-01"),
    (.anniversary, "2028-02-29", "2029-03-01", "2030-02-28"),
    (.anniversary, "2028-02-29", "2031-06-01", "2032-02-29"),
    (.renewal, "2026-10-01", "2026-10-02", "2027-10-01"),
    (.renewal, "2026-10-01", "2027-10-02", "2028-04-01"),
  ])
  func `the next revision is on its day`(
    date: RevisionDate, start: String, from: String, expected: String
  ) {
    #expect(contract(date, start: start).nextRevision(onOrAfter: day(from)) == day(expected))
  }

  @Test func `nothing is revised after a certain end`() {
    var contract = contract(.anniversary, start: "2026-10-01")
    contract.term.renewal = .none
    #expect(contract.nextRevision(onOrAfter: day("2026-10-01")) == nil)
    contract.term.initial = Delay(3, .years)
    #expect(contract.nextRevision(onOrAfter: day("2027-10-02")) == day("2028-10-01"))
    #expect(contract.nextRevision(onOrAfter: day("2028-10-02")) == nil)
  }

  @Test func `it is printed as it is read`() {
    #expect(RevisionDate.yearly(month: 1, day: 1).french == "chaque 1er\u{A0}janvier")
    #expect(RevisionDate.yearly(month: 12, day: 31).french == "chaque 31\u{A0}décembre")
  }
}
