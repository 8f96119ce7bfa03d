import Maintenance
import Testing

struct AgreementTests {
  private let agent = SampleContract.technician
  private let now = paris("2026-09-20 10:00")

  private func text(
    _ sha256: String, errors: Int = 0, _ vary: (inout Contract) -> Void = { _ in }
  ) -> ReadText {
    var contract = SampleContract.contract
    vary(&contract)
    return ReadText(contract: contract, sha256: sha256, errorCount: errors)
  }

  private func drafted() throws -> Agreement {
    try Agreement.drafted(
      from: text("aa"), id: SampleContract.agreement, by: agent, at: now
    ).state
  }

  private func inForce() throws -> Agreement {
    try signed(drafted(), text("aa"))
  }

  private func signed(_ agreement: Agreement, _ text: ReadText) throws -> Agreement {
    let document = SignedDocument(source: text.sha256, text: "t", digest: "d")
    let asked = try agreement.askingSignatures(of: document, text, by: agent, at: now).state
    return try asked.signing(
      PartySide.allCases.map { signature($0) }, document: "d", text, by: agent, at: now
    ).state
  }

  private func signature(_ side: PartySide, _ day: Day = day("2026-09-20")) -> PartySignature {
    PartySignature(
      side: side, name: "Jeanne Morel", capacity: "gérante", level: .handwritten, day: day)
  }

  @Test func `a version in force governs from its first day`() throws {
    let amendment = text("bb") { $0.term.start = day("2027-01-01") }
    let proposed = try inForce().proposing(amendment, by: agent, at: now).state
    #expect(proposed.proposedText == "bb")
    let second = try signed(proposed, amendment)
    #expect(second.version(on: day("2026-09-30")) == nil)
    #expect(second.version(on: day("2026-12-31"))?.number == 1)
    #expect(second.version(on: day("2027-01-01"))?.number == 2)
    #expect(second.proposedText == nil)
    #expect(second.version == 10)
  }

  @Test func `a text that cannot bind is refused`() throws {
    #expect(throws: AgreementRefusal.textHasErrors(2)) {
      try Agreement.drafted(
        from: text("aa", errors: 2), id: SampleContract.agreement, by: agent, at: now)
    }
    let agreement = try inForce()
    #expect(throws: AgreementRefusal.textHasErrors(1)) {
      try agreement.proposing(text("bb", errors: 1), by: agent, at: now)
    }
    #expect(throws: AgreementRefusal.referenceDiffers(expected: "CM-2026-014", found: "CM-1")) {
      try agreement.proposing(text("bb") { $0.reference = "CM-1" }, by: agent, at: now)
    }
    #expect(throws: AgreementRefusal.sameText) {
      try agreement.proposing(text("aa"), by: agent, at: now)
    }
    #expect(throws: AgreementRefusal.startsBeforeLatest(SampleContract.start)) {
      try agreement.proposing(
        text("bb") { $0.term.start = day("2026-09-01") }, by: agent, at: now)
    }
    #expect(throws: AgreementRefusal.nothingProposed) {
      try agreement.askingSignatures(
        of: SignedDocument(source: "bb", text: "b", digest: "c"), text("bb"), by: agent, at: now)
    }
  }

  @Test func `a period ends, renews, and is left by notice in time`() throws {
    var term = SampleContract.contract.term
    term.renewedFor = Delay(12, .months)
    term.notice = Delay(3, .months)
    let first = try #require(term.period(on: day("2026-11-23")))
    #expect(first.end == day("2027-09-30"))
    #expect(first.lastNoticeDay == day("2027-06-30"))
    #expect(term.period(on: day("2029-01-01"))?.end == day("2029-09-30"))
    term.renewal = .express
    #expect(term.period(on: day("2027-10-01")) == nil)
    #expect(term.period(on: day("2027-09-30"))?.lastNoticeDay == nil)
  }
}
