import Maintenance
import Testing

struct SigningTests {
  private let agent = SampleContract.technician
  private let now = paris("2026-09-20 10:00")
  private let document = SignedDocument(source: "aa", text: "bb", digest: "cc")

  private var text: ReadText {
    ReadText(contract: SampleContract.contract, sha256: "aa", errorCount: 0)
  }

  private func drafted() throws -> Agreement {
    try Agreement.drafted(from: text, id: SampleContract.agreement, by: agent, at: now).state
  }

  private func asked() throws -> Agreement {
    try drafted().askingSignatures(of: document, text, by: agent, at: now).state
  }

  private func signature(
    _ side: PartySide, name: String = "Jeanne Morel", _ day: Day = day("2026-09-19")
  ) -> PartySignature {
    PartySignature(
      side: side, name: name, capacity: "gérante", level: .simple, day: day, place: "Grenoble")
  }

  private func sign(_ agreement: Agreement, _ signatures: PartySignature...) throws -> Agreement {
    try agreement.signing(signatures, document: "cc", text, by: agent, at: now).state
  }

  @Test func `a text binds once both have signed, and not before`() throws {
    let first = try sign(asked(), signature(.client))
    #expect(first.versions.isEmpty)
    #expect(first.signing?.missing == [.provider])
    #expect(first.stage(on: day("2026-11-01")) == .toSign)
    let both = try sign(first, signature(.provider))
    let version = try #require(both.versions.first)
    #expect(version.signing?.document == document)
    #expect(version.signing?.signatures == [signature(.client), signature(.provider)])
    #expect(both.signing == nil)
    #expect(both.stage(on: day("2026-09-30")) == .signed)
    #expect(both.stage(on: day("2026-10-01")) == .inForce)
  }

  @Test func `nothing changes while signatures are awaited`() throws {
    let other = ReadText(contract: SampleContract.contract, sha256: "zz", errorCount: 0)
    #expect(throws: AgreementRefusal.waitsForSignatures) {
      try asked().proposing(other, by: agent, at: now)
    }
    #expect(throws: AgreementRefusal.waitsForSignatures) {
      try asked().askingSignatures(of: document, text, by: agent, at: now)
    }
    #expect(throws: AgreementRefusal.otherDocument) {
      try asked().signing([signature(.client)], document: "cd", text, by: agent, at: now)
    }
    #expect(throws: AgreementRefusal.otherDocument) {
      try asked().signing([signature(.client)], document: "cc", other, by: agent, at: now)
    }
  }

  @Test func `a signature that proves nothing is refused`() throws {
    #expect(throws: AgreementRefusal.noSignatureAsked) {
      try sign(drafted(), signature(.client))
    }
    #expect(throws: AgreementRefusal.alreadySigned(.client)) {
      try sign(sign(asked(), signature(.client)), signature(.client))
    }
    #expect(throws: AgreementRefusal.alreadySigned(.client)) {
      try sign(asked(), signature(.client), signature(.client))
    }
    #expect(throws: AgreementRefusal.signedInFuture) {
      try sign(asked(), signature(.client, day("2026-09-21")))
    }
    #expect(throws: AgreementRefusal.signatoryUnnamed(.provider)) {
      try sign(asked(), signature(.provider, name: ""))
    }
  }

  @Test func `a text taken back takes its signatures with it, and another may follow`() throws {
    let half = try sign(asked(), signature(.provider))
    #expect(throws: AgreementRefusal.reasonMissing) {
      try half.droppingSignatures(refusedBy: .client, reason: "", by: agent, at: now)
    }
    let change = try half.droppingSignatures(
      refusedBy: .client, reason: "Prix à revoir", by: agent, at: now)
    #expect(change.state.signing == nil)
    #expect(change.state.proposedText == nil)
    #expect(change.facts.first?.body["party"]?.text == "client")
    let again = try change.state.proposing(text, by: agent, at: now).state
    #expect(again.stage(on: day("2026-11-01")) == .proposed)
    #expect(throws: AgreementRefusal.noSignatureAsked) {
      try again.droppingSignatures(refusedBy: nil, reason: "x", by: agent, at: now)
    }
  }

  @Test func `an agreement ends after a day, once`() throws {
    let inForce = try sign(asked(), signature(.client), signature(.provider))
    let end = AgreementEnd(
      lastDay: day("2026-12-31"), ground: .convenience, side: .client, note: "Lettre du 1er")
    #expect(throws: AgreementRefusal.nothingProposed) {
      try drafted().ending(end, by: agent, at: now)
    }
    #expect(throws: AgreementRefusal.endsBeforeStart(SampleContract.start)) {
      var early = end
      early.lastDay = day("2026-09-30")
      _ = try inForce.ending(early, by: agent, at: now)
    }
    let ended = try inForce.ending(end, by: agent, at: now).state
    #expect(ended.end == end)
    #expect(ended.stage(on: day("2026-12-31")) == .inForce)
    #expect(ended.stage(on: day("2027-01-01")) == .ended)
    #expect(throws: AgreementRefusal.ended(day("2026-12-31"))) {
      try ended.ending(end, by: agent, at: now)
    }
    #expect(throws: AgreementRefusal.ended(day("2026-12-31"))) {
      try ended.proposing(text, by: agent, at: now)
    }
  }

  @Test func `the printed text is kept line by line`() {
    let plain = LegalText(of: SampleContract.contract).plain
    #expect(plain.contains("\n1.1 "))
    #expect(plain.contains("\n| "))
    var contract = SampleContract.contract
    contract.serviceLevels.levels[0].delays[.resolution] = Delay(5, .hours)
    #expect(LegalText(of: contract).plain != plain)
  }
}
