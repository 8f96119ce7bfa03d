import ContractSource
import Maintenance
import Operations
import Store
import TestSupport
import Testing

/// A contract over several versions: each fact is judged by the one in force on its day.
@Suite(.serialized)
struct VersionLifeTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let client = Actor(side: .client, name: "Jeanne Morel")
  /// A Monday, 10:00 in Paris.
  private let start = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  private func text(_ changes: [(String, String)] = []) throws -> [UInt8] {
    var text = String(decoding: try Project.example(), as: UTF8.self)
    for (from, to) in changes {
      try #require(text.contains(from), "\(from)")
      text = text.replacing(from, with: to, maxReplacements: 1)
    }
    return Array(text.utf8)
  }

  /// The same contract with a shorter P1, dearer seats and hours, and third parties' work refused.
  private func amended(from day: String) throws -> [UInt8] {
    try text([
      (
        "contournement: 2 h\n      retablissement: 4 h",
        "contournement: 1 h\n      retablissement: 2 h"
      ),
      ("montant: 27.50", "montant: 30.00"), ("heures: 24\n", "heures: 30\n"),
      ("non convenu a modifié, suite: devis", "non convenu a modifié, suite: refus"),
      ("\nparties:", "\navenant: { numero: 1, effet: \(day), objet: Délai P1 }\n\nparties:"),
    ])
  }

  private func withOperations(_ body: (Operations) async throws -> Void) async throws {
    for engine in Engine.available {
      try await engine.withDatabase { database in
        let operations = Operations(database: database, now: { [start] in start }, chance: { 7 })
        try await body(operations)
        #expect(try await operations.verify().differences.isEmpty)
      }
    }
  }

  private func sign(_ text: [UInt8], _ operations: Operations) async throws -> Agreement {
    guard case .kept(let id, _) = try await operations.receive(text: text, by: agent) else {
      throw Missing.agreement
    }
    return try await operations.recordBothSignatures(id, by: agent)
  }

  private func open(
    _ agreement: Agreement, at instant: Instant, _ operations: Operations,
    exclusion: String? = nil
  ) async throws -> Ticket {
    let contract = try await operations.terms(of: agreement.id).contract
    var request = TicketRequest(
      channel: .telephone, site: contract.scope.sites[0].id, group: contract.scope.groups[0].id,
      nature: .incident, impact: contract.serviceLevels.matrix.impacts[0],
      urgency: contract.serviceLevels.matrix.urgencies[0], title: "Panne", text: "",
      requester: "Jeanne Morel")
    request.exclusion = exclusion
    return try await operations.at(instant).openTicket(
      request, under: agreement.id, by: client)
  }

  private func restored(
    _ ticket: Ticket, at instant: Instant, _ operations: Operations
  ) async throws -> Delay? {
    try await operations.at(instant).ticket(ticket.id).clocks
      .first { $0.milestone == .resolution }?.delay
  }

  @Test func `clocks and verdicts are those of the version in force at the opening`() async throws {
    try await withOperations { operations in
      _ = try await sign(text(), operations)
      let agreement = try await sign(amended(from: "2026-11-25"), operations)
      #expect(agreement.versions.map(\.validFrom.iso).last == "2026-11-25")
      let later = start + 2 * 86_400
      let before = try await open(agreement, at: start, operations, exclusion: "tiers")
      let after = try await open(agreement, at: later, operations, exclusion: "tiers")
      #expect([before.contractVersion, after.contractVersion] == [1, 2])
      #expect(before.verdict.decision == .quote)
      #expect(after.verdict.decision == .excluded)
      #expect(before.verdict.because.allSatisfy { $0.version == 1 })
      #expect(after.verdict.because.allSatisfy { $0.version == 2 })
      // The older ticket keeps its delay after the amendment has taken effect.
      let acted = try await operations.at(later).act(on: before.id, by: agent, .takeCharge)
      #expect(acted.contractVersion == 1)
      try await #expect(restored(before, at: later, operations) == Delay(4, .hours))
      try await #expect(restored(after, at: later, operations) == Delay(2, .hours))
    }
  }

  @Test func `fees and prepaid hours are those of the version in force that month`() async throws {
    try await withOperations { operations in
      _ = try await sign(text(), operations)
      let agreement = try await sign(amended(from: "2027-01-01"), operations)
      let months = try ["2026-12", "2027-01"].map { try #require(Month(iso: $0)) }
      var fees: [Money] = []
      for month in months {
        let draft = try await operations.invoiceDraft(of: agreement.id, month: month)
        fees.append(try #require(draft.draft.lines.first).net)
        #expect(draft.terms.version == fees.count)
      }
      #expect(fees == [Money(cents: 28 * 2750), Money(cents: 28 * 3000)])
      let hours = [start, start + 60 * 86_400].map { operations.at($0) }
      let balances = try await [
        hours[0].invoiceDraft(of: agreement.id, month: nil).balance?.boughtMinutes,
        hours[1].invoiceDraft(of: agreement.id, month: nil).balance?.boughtMinutes,
      ]
      #expect(balances == [24 * 60, 30 * 60])
    }
  }

  @Test func `the text, its data and its print are signed under one digest, and kept`() async throws
  {
    try await withOperations { operations in
      guard case .kept(let id, _) = try await operations.receive(text: text(), by: agent) else {
        throw Missing.agreement
      }
      let asked = try await operations.askSignatures(id, by: agent)
      let document = try #require(asked.signing?.document)
      await #expect(throws: AgreementRefusal.waitsForSignatures) {
        _ = try await operations.receive(text: amended(from: "2026-12-01"), by: agent)
      }
      let signed = try await operations.recordBothSignatures(id, by: agent)
      let kept = try await operations.database.read { reader in
        try [document.source, document.text, document.digest].map {
          try reader.contractText(sha256: $0)
        }
      }
      #expect(kept[0] == (try text()))
      let terms = try await operations.terms(of: id)
      #expect(kept[1] == Array(terms.text.plain.utf8))
      #expect(
        kept[2]
          == Array(
            SignedDocument.manifest(source: document.source, text: document.text).utf8))
      #expect(signed.latest?.signing?.signatures.map(\.side) == [.provider, .client])
    }
  }

  @Test func `an ended contract takes no ticket after its last day, and none before is lost`()
    async throws
  {
    try await withOperations { operations in
      let agreement = try await sign(text(), operations)
      let ticket = try await open(agreement, at: start, operations)
      let zone = Zone.paris
      try await operations.end(
        agreement.id,
        AgreementEnd(
          lastDay: zone.day(at: start), ground: .mutualConsent, side: nil, note: "Protocole"),
        by: agent)
      _ = try await open(agreement, at: start + 3600, operations)
      await #expect(throws: TicketRefusal.agreementEnded) {
        _ = try await open(agreement, at: start + 86_400, operations)
      }
      _ = try await operations.at(start + 86_400).act(on: ticket.id, by: agent, .takeCharge)
    }
  }
}
