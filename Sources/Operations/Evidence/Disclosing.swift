package import Documents
package import Maintenance
import Store

/// Which evidence is taken out, for whom and why.
package struct Disclosure: Sendable, Hashable {
  package var agreement: ID<Agreement>
  package var ticket: ID<Ticket>?
  /// Whole days of the contract's zone, both included.
  package var from: Day?
  package var to: Day?
  /// Also proves the log's place among all of the register's, which tells how many entries it has.
  package var isAnchored: Bool
  /// Who receives it, and why; both may be empty.
  package var recipient: String
  package var reason: String

  package init(
    of agreement: ID<Agreement>, ticket: ID<Ticket>? = nil, from: Day? = nil, to: Day? = nil,
    isAnchored: Bool = false, recipient: String = "", reason: String = ""
  ) {
    self.agreement = agreement
    self.ticket = ticket
    self.from = from
    self.to = to
    self.isAnchored = isAnchored
    self.recipient = recipient
    self.reason = reason
  }

  package static let factKind = "disclosure.made"
  /// In bytes of UTF-8.
  package static let longest = 500
}

/// What a reader of the evidence is told in words.
package struct EvidenceReading: Sendable {
  package var disclosure: Disclosure
  package var agreement: Agreement
  package var terms: Terms?
  /// Entries of the log with their numbers, first to last: at most `most`.
  package var facts: [(n: Int64, fact: Fact)]
  /// At most `mostTickets`, with their clocks.
  package var tickets: [TicketReading]
  /// At most as many.
  package var advice: [Advice]
  package var isCut: Bool
  package var checkpoint: String
  package var publicKey: String
  package var at: Instant

  package static let most = 2000
  package static let mostTickets = 100
}

/// Texts longer than `Disclosure.longest`.
package struct DisclosureRefusal: Error, Equatable {}

extension Operations {
  /// Makes an evidence file and records that it was made; nothing as for `evidenceFile`.
  ///
  /// `account` prints what the file tells, as a PDF whose SHA-256 the entry names.
  package func disclose(
    _ disclosure: Disclosure, by actor: Actor,
    account: (EvidenceReading) async throws -> RenderedDocument
  ) async throws -> [UInt8]? {
    guard
      [disclosure.recipient, disclosure.reason].allSatisfy({
        $0.utf8.count <= Disclosure.longest
      })
    else { throw DisclosureRefusal() }
    guard let checkpoint = try await database.checkpoint(of: disclosure.agreement),
      let key = try await database.read({ try $0.publicKey() })
    else { return nil }
    let scope = try await scope(of: disclosure)
    let reading = try await reading(disclosure, scope, checkpoint, key)
    let pdf = try await account(reading)
    let instant = now()
    let id: ID<Disclosure> = newID(at: instant)
    let subject = Subject(kind: .disclosure, id: id.number, agreement: disclosure.agreement)
    let fact = Fact(
      kind: Disclosure.factKind, at: instant, actor: actor, subject: subject,
      body: disclosure.body(pdf: pdf.sha256))
    try await database.write { try $0.record(fact) }
    _ = try await stamp(of: disclosure.agreement, evenIfTried: false)
    var shown = scope
    shown.disclosure = id.number
    guard
      let evidence = try await database.evidence(
        of: disclosure.agreement, shown, isAnchored: disclosure.isAnchored)
    else { return nil }
    return archive(evidence, account: pdf.bytes)
  }

  private func reading(
    _ disclosure: Disclosure, _ scope: EvidenceScope, _ checkpoint: String, _ key: String
  ) async throws -> EvidenceReading {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(disclosure.agreement)
      let facts = try reader.facts(
        of: agreement.id, scope, limit: EvidenceReading.most + 1)
      var tickets: [TicketReading] = []
      var seen: Set<Int64> = []
      for (_, fact) in facts where fact.subject.kind == .ticket {
        guard seen.insert(fact.subject.id).inserted else { continue }
        guard tickets.count < EvidenceReading.mostTickets else { break }
        tickets.append(
          try ticketReading(ID(number: fact.subject.id), at: instant, in: reader))
      }
      let advised = Set(facts.filter { $0.fact.subject.kind == .advice }.map(\.fact.subject.id))
      let isCut = facts.count > EvidenceReading.most || seen.count > tickets.count
      return EvidenceReading(
        disclosure: disclosure, agreement: agreement,
        terms: try agreement.latest.map {
          try terms(of: agreement, version: $0.number, in: reader)
        },
        facts: Array(facts.prefix(EvidenceReading.most)), tickets: tickets,
        advice: try advised.sorted().prefix(EvidenceReading.mostTickets).compactMap {
          try reader.advice(ID(number: $0))
        }, isCut: isCut,
        checkpoint: checkpoint, publicKey: key, at: instant)
    }
  }
}

extension Disclosure {
  fileprivate func body(pdf: String) -> Datum {
    .fields(present: [
      "to": .text(recipient), "reason": .text(reason), "ticket": ticket.map { .text($0.text) },
      "from_day": from.map { .text($0.iso) }, "to_day": to.map { .text($0.iso) },
      "anchored": .flag(isAnchored), "account_sha256": .text(pdf),
    ])
  }
}
