package import ContractSource
package import Maintenance
package import Store

/// A contract beside what it does today.
package struct LivingContract: Sendable {
  package var agreement: Agreement
  /// None when nothing is in force yet.
  package var terms: Terms?
  package var states: [String: ArticleState]
  /// A text that waits for signatures, as read.
  package var proposed: Reading?
  package var counts: LevelCounts
  package var head: RegisterHead?
  package var at: Instant
  /// Late or due within a month, by day.
  package var duties: [DutyState] = []
  /// None without prepaid hours.
  package var balance: PrepaidBalance?
  /// Not for somebody who is held to some of its sites: then without how the contract as a whole
  /// is held, what it costs, and what waits to be signed.
  package var isWhole = true
}

/// A version's text with the terms read from it.
package struct AgreementText: Sendable {
  package var terms: Terms
  package var source: [UInt8]
  /// Of the source, in lower-case hexadecimal.
  package var sha256: String
  /// False for a text that is only proposed.
  package var isInForce: Bool
}

extension Operations {
  /// For a client's person, those that their account names, with the tickets that they see.
  package func agreements() async throws -> [AgreementLine] {
    let (instant, reach) = (now(), ClientScope.reach)
    return try await database.read { reader in
      try reader.agreements(now: instant, limit: 1000, among: reach?.agreements).map { line in
        guard let sites = reach?.sites[line.id] else { return line }
        var (line, filter) = (line, TicketFilter())
        (filter.agreement, filter.sites, filter.state) = (line.id, sites, .open)
        line.openTickets = try reader.ticketCount(filter, now: instant).number
        filter.state = .late
        line.lateTickets = try reader.ticketCount(filter, now: instant).number
        return line
      }
    }
  }

  /// The agreement, its articles in force or proposed, and the state of each.
  package func livingContract(_ id: ID<Agreement>) async throws -> LivingContract {
    let (instant, isWhole) = (now(), ClientScope.sites(of: id) == nil)
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      guard isWhole else { return try siteReading(of: agreement, at: instant, in: reader) }
      let head = try reader.head(of: id)
      let proposed = try proposedReading(of: agreement, in: reader)
      guard agreement.latest != nil else {
        return LivingContract(
          agreement: agreement, terms: nil, states: [:], proposed: proposed,
          counts: LevelCounts(), head: head, at: instant)
      }
      let terms = try terms(of: agreement, at: instant, in: reader)
      let zone = terms.contract.zone
      let month = Month(containing: zone.day(at: instant))
      let since = zone.instant(month.first, second: 0)
      let counts = try reader.levelCounts(of: id, since: since, now: instant)
      let billable = try billableFacts(of: agreement, month, at: instant, in: reader)
      var facts = LivingFacts(
        heldMilestones: counts.held, missedMilestones: counts.missed,
        overdueTickets: counts.overdue, excludedTickets: counts.excluded,
        registerEntries: head?.size ?? 0,
        balance: PrepaidBalance(billable, on: zone.day(at: instant)),
        monthNet: billable.draft(for: month).net)
      facts.advice = try reader.adviceCounts(of: id)
      return LivingContract(
        agreement: agreement, terms: terms, states: terms.articleStates(facts, at: instant),
        proposed: proposed, counts: counts, head: head, at: instant,
        duties: try dutyReading(
          of: agreement, at: instant, ahead: 30, limit: Operations.livingDuties, in: reader
        ).states.filter(\.isOpen), balance: facts.balance)
    }
  }

  /// The same for somebody who is held to some sites.
  private func siteReading(
    of agreement: Agreement, at instant: Instant, in reader: Reader
  ) throws -> LivingContract {
    guard agreement.latest != nil else { throw Missing.agreement }
    return LivingContract(
      agreement: agreement, terms: try terms(of: agreement, at: instant, in: reader), states: [:],
      proposed: nil, counts: LevelCounts(), head: nil, at: instant,
      duties: try dutyReading(
        of: agreement, at: instant, ahead: 30, limit: Operations.livingDuties, in: reader
      ).states.filter(\.isOpen), isWhole: false)
  }

  /// Duties read for a living contract's page.
  private static let livingDuties = 200

  /// The text in force, or the one proposed when none is, with its terms.
  package func document(of id: ID<Agreement>) async throws -> AgreementText {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      guard agreement.latest != nil else {
        guard let sha256 = agreement.proposedText,
          let source = try reader.contractText(sha256: sha256)
        else { throw Missing.version }
        let terms = Terms(read(source, named: sha256).contract, version: 1)
        return AgreementText(terms: terms, source: source, sha256: sha256, isInForce: false)
      }
      let terms = try terms(of: agreement, at: instant, in: reader)
      guard let version = agreement.versions.first(where: { $0.number == terms.version }),
        let source = try reader.contractText(sha256: version.sha256)
      else { throw Missing.version }
      return AgreementText(
        terms: terms, source: source, sha256: version.sha256, isInForce: true)
    }
  }

  /// The text that waits, with its remarks; nothing when none does.
  func proposedReading(of agreement: Agreement, in reader: Reader) throws -> Reading? {
    guard let sha256 = agreement.proposedText,
      let source = try reader.contractText(sha256: sha256)
    else { return nil }
    return reading(of: source, named: "\(agreement.reference).yaml")
  }
}
