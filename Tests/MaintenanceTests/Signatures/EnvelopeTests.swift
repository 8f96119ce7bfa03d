import Maintenance
import Testing

struct EnvelopeTests {
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)
  private let actor = Actor(side: .provider, name: "Lina Roche")
  private let here = Origin(address: "192.0.2.7", agent: "Essai")
  private let document = Envelope.Document(pdf: "aa", text: "bb", manifest: "cc")

  private func person(
    _ side: PartySide, _ email: String = "a@b.example", name: String = "Ana"
  ) -> Envelope.Signatory {
    Envelope.Signatory(side: side, name: name, capacity: "gérante", email: email)
  }

  private func requested(
    _ people: [Envelope.Signatory], days: Int = 14, _ document: Envelope.Document? = nil
  ) throws -> Envelope {
    try Envelope.requested(
      .contract, titled: "Contrat", document ?? self.document, by: people,
      until: now + days * 86_400, id: ID(number: 5), under: ID(number: 3), by: actor, at: now
    ).state
  }

  @Test func `who signs is named with a sound address, and each party of a contract signs once`()
    throws
  {
    let both = [person(.provider), person(.client)]
    #expect(try requested(both).next == 0)
    #expect(throws: EnvelopeRefusal.noSignatory) { try requested([]) }
    #expect(throws: EnvelopeRefusal.badEmail) {
      try requested([person(.provider), person(.client, "jeanne")])
    }
    #expect(throws: EnvelopeRefusal.unnamed) {
      try requested([person(.provider, name: " "), person(.client)])
    }
    for wrong in [[person(.client)], [person(.client), person(.client)], both + both] {
      #expect(throws: EnvelopeRefusal.wrongParties) { try requested(wrong) }
    }
    #expect(throws: EnvelopeRefusal.expiresOutOfBounds) { try requested(both, days: 0) }
    #expect(throws: EnvelopeRefusal.expiresOutOfBounds) { try requested(both, days: 91) }
    // A slip may have one signatory.
    let slip = Envelope.Document(pdf: "aa", text: "bb")
    #expect(try requested([person(.client)], slip).signatories.count == 1)
  }

  @Test func `they sign in their order, before the last instant, and the journal is bounded`()
    throws
  {
    var envelope = try requested([person(.provider), person(.client)])
    #expect(throws: EnvelopeRefusal.notYourTurn) {
      try envelope.consented(1, inWords: "oui", from: here, at: now)
    }
    #expect(throws: EnvelopeRefusal.over) {
      try envelope.consented(0, inWords: "oui", from: here, at: envelope.expires + 1)
    }
    for _ in 0..<60 {
      guard let change = try envelope.opened(0, from: here, at: now) else { continue }
      envelope = change.state
    }
    #expect(envelope.signatories[0].openings == 50)
    for _ in 0..<10 {
      envelope = try envelope.codeSent(0, by: "m", from: here, at: now).state
    }
    #expect(throws: EnvelopeRefusal.tooManyCodes) {
      try envelope.codeSent(0, by: "m", from: here, at: now)
    }
    envelope = try envelope.consented(0, inWords: "oui", from: here, at: now).state
    #expect(envelope.next == 1 && envelope.stage == .waiting)
    #expect(throws: EnvelopeRefusal.over) {
      try envelope.sealed(
        Envelope.Seal(pdf: "a", evidence: "b", level: "B-B", certificate: "c"), at: now)
    }
    envelope = try envelope.consented(1, inWords: "oui", from: here, at: now).state
    #expect(envelope.next == nil && envelope.stage == .signed)
    #expect(throws: EnvelopeRefusal.over) {
      try envelope.withdrawn(because: "trop tard", by: actor, at: now)
    }
    #expect(throws: EnvelopeRefusal.over) { try envelope.expired(at: envelope.expires + 1) }
  }

  @Test func `what a network and a browser say is cut to what a journal holds`() {
    let origin = Origin(
      address: String(repeating: "1", count: 100),
      agent: "a\nb\0" + String(repeating: "x", count: 999))
    #expect(origin.address.count == 64)
    #expect(origin.agent.count <= 300 && !origin.agent.contains("\n"))
  }
}
