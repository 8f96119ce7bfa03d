import Maintenance
import Testing

struct AgreementTests {
  private let agent = SampleContract.technician
  private let now = paris("2026-09-20 10:00")

  private func drafted() throws -> Agreement {
    try Agreement.drafted(
      SampleContract.contract, id: SampleContract.agreement, by: agent, at: now
    ).state
  }

  @Test func `a version in force governs from its first day`() throws {
    let first = try drafted().puttingInForce(
      SampleContract.contract, sha256: "aa", errorCount: 0, by: agent, at: now
    ).state
    var amended = SampleContract.contract
    amended.term.start = day("2027-01-01")
    let second = try first.puttingInForce(
      amended, sha256: "bb", errorCount: 0, by: agent, at: now
    ).state
    #expect(second.version(on: day("2026-09-30")) == nil)
    #expect(second.version(on: day("2026-12-31"))?.number == 1)
    #expect(second.version(on: day("2027-01-01"))?.number == 2)
    #expect(second.version == 3)
  }

  @Test func `a text that cannot bind is refused`() throws {
    let agreement = try drafted()
    #expect(throws: AgreementRefusal.textHasErrors(2)) {
      try agreement.puttingInForce(
        SampleContract.contract, sha256: "aa", errorCount: 2, by: agent, at: now)
    }
    var other = SampleContract.contract
    other.reference = "CM-1"
    #expect(throws: AgreementRefusal.referenceDiffers(expected: "CM-2026-014", found: "CM-1")) {
      try agreement.puttingInForce(other, sha256: "aa", errorCount: 0, by: agent, at: now)
    }
    let inForce = try agreement.puttingInForce(
      SampleContract.contract, sha256: "aa", errorCount: 0, by: agent, at: now
    ).state
    #expect(throws: AgreementRefusal.sameText) {
      try inForce.puttingInForce(
        SampleContract.contract, sha256: "aa", errorCount: 0, by: agent, at: now)
    }
    var earlier = SampleContract.contract
    earlier.term.start = day("2026-09-01")
    #expect(throws: AgreementRefusal.startsBeforeLatest(SampleContract.start)) {
      try inForce.puttingInForce(earlier, sha256: "bb", errorCount: 0, by: agent, at: now)
    }
  }
}
