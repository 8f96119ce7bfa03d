import Maintenance
import Testing

struct ClosingDatesTests {
  @Test func `what follows the end is dated from it, in order`() {
    var contract = SampleContract.contract
    contract.termination.exit = Termination.Exit()
    contract.termination.exit?.duration = Delay(3, .months)
    contract.confidentiality = Confidentiality()
    contract.confidentiality?.afterEnd = Delay(5, .years)
    contract.personalData = PersonalData()
    contract.personalData?.erasureDelay = Delay(30, .days)
    contract.nonSolicitation = NonSolicitation()
    contract.nonSolicitation?.afterEnd = Delay(12, .months)
    contract.property = Property()
    contract.property?.loan = Property.Loan()
    contract.property?.loan?.returned = Delay(8, .days)
    let dates = contract.closingDates(after: day("2028-02-29"))
    #expect(
      dates.map { "\($0.date.rawValue) \($0.day.iso)" } == [
        "restitution_pret 2028-03-08", "effacement 2028-03-30", "reversibilite 2028-05-29",
        "non_sollicitation 2029-02-28", "confidentialite 2033-02-28", "conservation 2033-02-28",
      ])
  }

  @Test func `only what is written has a date, and evidence always`() {
    let dates = SampleContract.contract.closingDates(after: day("2027-09-30"))
    #expect(dates.map(\.date) == [.evidenceKept])
  }

  @Test func `a breach may be mended until the formal notice runs out`() {
    var termination = Termination()
    #expect(termination.lastDayToMend(afterNoticeOf: day("2027-01-31")) == nil)
    termination.formalNoticeDelay = Delay(30, .days)
    #expect(termination.lastDayToMend(afterNoticeOf: day("2027-01-31")) == day("2027-03-02"))
    termination.formalNoticeDelay = Delay(1, .months)
    #expect(termination.lastDayToMend(afterNoticeOf: day("2027-01-31")) == day("2027-02-28"))
  }
}
