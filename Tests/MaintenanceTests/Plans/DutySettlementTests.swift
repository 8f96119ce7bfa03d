import Testing

@testable import Maintenance

struct DutySettlementTests {
  private let agreement = SampleContract.agreement
  private let now = paris("2026-11-23 10:00")
  private let duty = Duty(
    kind: .vigilance, bearer: .provider, item: "", opens: nil, due: day("2026-12-01"),
    clause: "sous_traitance.vigilance", number: "18.2", version: 2)

  private func done(
    _ note: String = "Attestation du 20 novembre", proof: DutyProof? = nil, _ duty: Duty? = nil
  ) throws -> DutySettlement {
    try (duty ?? self.duty).done(
      note, proof: proof, id: ID(number: 5), under: agreement, by: SampleContract.technician,
      on: day("2026-11-23"), at: now
    ).state
  }

  private func waived(_ reason: String) throws -> DutySettlement {
    try duty.waived(
      reason, id: ID(number: 5), under: agreement, by: SampleContract.technician, at: now
    ).state
  }

  @Test func `done keeps its proof, waived its reason, and both who and when`() throws {
    let proof = DutyProof(entry: 12, kind: "ticket.resolved", leaf: "ab")
    let settled = try done(proof: proof)
    #expect(settled.outcome == .done)
    #expect(settled.key == duty.key)
    #expect(settled.proof == proof)
    #expect(settled.actor == SampleContract.technician)
    #expect(settled.at == now)
    #expect(settled.number == "18.2" && settled.contractVersion == 2)
    let released = try waived("Contrat de moins de 5 000 €")
    #expect(released.outcome == .waived)
    #expect(released.note == "Contrat de moins de 5 000 €")
  }

  @Test func `nothing is settled without a proof or a reason`() throws {
    #expect(throws: DutyRefusal.noProof) { try done(" ") }
    #expect(try done("", proof: DutyProof(entry: 0, kind: "a.b", leaf: "")).outcome == .done)
    #expect(throws: DutyRefusal.noReason) { try waived("\n") }
    let long = String(repeating: "a", count: 10_001)
    #expect(throws: DutyRefusal.textTooLong) { try done(long) }
  }

  @Test func `a duty is not done before it can be, and a mere date never`() {
    var visit = duty
    visit.opens = day("2026-11-24")
    #expect(throws: DutyRefusal.tooEarly) { try done("x", visit) }
    var date = duty
    date.kind = .lastNotice
    #expect(throws: DutyRefusal.onlyDate) { try done("x", date) }
  }

  @Test func `it is settled once`() throws {
    var settled = try done()
    let again = Fact(
      kind: "duty.waived", at: now, actor: SampleContract.technician,
      subject: Subject(kind: .duty, id: 5, agreement: agreement), body: .fields([:]))
    #expect(throws: ReplayFault.self) { try settled.apply(again) }
    #expect(throws: ReplayFault.self) { try DutySettlement(opening: again) }
  }

  @Test func `a duty is due, then late, unless it is settled or a mere date`() throws {
    #expect(DutyState(duty, nil, on: day("2026-12-01")).standing == .due)
    #expect(DutyState(duty, nil, on: day("2026-12-02")).standing == .late)
    #expect(DutyState(duty, try done(), on: day("2027-12-02")).standing == .done)
    #expect(DutyState(duty, try waived("x"), on: day("2027-12-02")).standing == .waived)
    var date = duty
    date.kind = .end
    #expect(DutyState(date, nil, on: day("2026-12-02")).standing == .past)
  }
}
