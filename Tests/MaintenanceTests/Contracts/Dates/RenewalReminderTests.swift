import Maintenance
import Testing

struct RenewalReminderTests {
  private var contract: Contract {
    var contract = SampleContract.contract
    contract.client.isNonProfessional = true
    contract.provider.name = "Ardoise Informatique"
    contract.term.renewedFor = Delay(12, .months)
    contract.term.notice = Delay(3, .months)
    return contract
  }

  @Test(arguments: [
    // End of the period, notice, first and last day of the reminder.
    ("2027-09-30", Delay(3, .months), "2027-03-30", "2027-05-31"),
    ("2027-08-31", Delay(3, .months), "2027-03-01", "2027-04-30"),
    ("2027-12-31", Delay(1, .months), "2027-08-30", "2027-10-31"),
    ("2028-03-31", Delay(1, .months), "2027-11-29", "2028-01-31"),
  ])
  func `it goes out between three months and one month before the last day to refuse`(
    end: String, notice: Delay, first: String, last: String
  ) throws {
    var contract = contract
    contract.term.initial = nil
    contract.term.statedEnd = day(end)
    contract.term.notice = notice
    let period = try #require(contract.term.period(0))
    let reminder = try #require(RenewalReminder(contract, period))
    #expect(reminder.first == day(first))
    #expect(reminder.last == day(last))
    #expect(Delay(3, .months).expiry(from: reminder.first) >= reminder.deadline)
    #expect(Delay(1, .months).expiry(from: reminder.last) <= reminder.deadline)
    #expect(Delay(1, .months).expiry(from: reminder.last + 1) > reminder.deadline)
  }

  @Test func `only a tacit renewal of a non-professional client, or a promise, asks for one`()
    throws
  {
    let period = try #require(contract.term.period(0))
    #expect(RenewalReminder(contract, period) != nil)
    var professional = contract
    professional.client.isNonProfessional = false
    #expect(RenewalReminder(professional, period) == nil)
    professional.term.isReminderPromised = true
    #expect(RenewalReminder(professional, period) != nil)
    var express = contract
    express.term.renewal = .express
    let last = try #require(express.term.period(0))
    #expect(RenewalReminder(express, last) == nil)
  }

  @Test func `its text frames the last day`() throws {
    let period = try #require(contract.term.period(0))
    let reminder = try #require(RenewalReminder(contract, period))
    let (letter, framed) = contract.reminderText(reminder)
    #expect(letter.contains("sera reconduit tacitement le 1er\u{A0}octobre\u{A0}2027"))
    #expect(framed.contains("jusqu’au 30\u{A0}juin\u{A0}2027 inclus"))
  }
}
