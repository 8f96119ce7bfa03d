import ContractSource
package import Maintenance
import Store

/// A month's invoice draft with what it is read from.
package struct InvoiceReading: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var draft: InvoiceDraft
  package var balance: PrepaidBalance?
}

extension Operations {
  /// What a month would be billed, from the terms in force on each of its days and the facts that
  /// concern it: the same on whatever day it is read.
  package func invoiceDraft(of id: ID<Agreement>, month: Month?) async throws -> InvoiceReading {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let zone = try terms(of: agreement, at: instant, in: reader).contract.zone
      return try invoiceReading(
        of: id, month: month ?? Month(containing: zone.day(at: instant)), in: reader)
    }
  }

  /// What of a month is left to bill; what `replaced` bills counts as not billed.
  func invoiceReading(
    of id: ID<Agreement>, month: Month, except replaced: ID<Invoice>? = nil, in reader: Reader
  ) throws -> InvoiceReading {
    let instant = now()
    let agreement = try reader.existing(id)
    var facts = try billableFacts(of: agreement, month, at: instant, in: reader)
    var draft = facts.draft(for: month)
    facts.billed = try reader.billed(draft.lines.flatMap(\.claims), of: id, except: replaced)
    if !facts.billed.isEmpty { draft = facts.draft(for: month) }
    let terms = facts.governing(on: month.last).terms
    return InvoiceReading(
      agreement: agreement, terms: terms, draft: draft,
      balance: PrepaidBalance(facts, on: terms.contract.zone.day(at: instant)))
  }

  /// Everything that a month's draft rests on. Cost grows with the tickets worked on since the
  /// earliest day that the contract's prices look back to: the month's first without packs,
  /// allowances, minimum or deposit.
  func billableFacts(
    of agreement: Agreement, _ month: Month, at instant: Instant, in reader: Reader
  ) throws -> BillableFacts {
    var versions: [BillableFacts.Governing] = []
    for version in agreement.versions {
      versions.append(
        BillableFacts.Governing(
          try terms(of: agreement, version: version.number, in: reader), from: version.validFrom))
    }
    guard let first = versions.first else { throw Missing.versionInForce }
    var facts = BillableFacts(first, Array(versions.dropFirst()))
    facts.end = agreement.end?.lastDay
    facts.signedOn = agreement.signedOn
    if facts.awaitsAcceptance {
      let zone = first.terms.contract.zone
      facts.acceptances = try reader.acceptances(of: agreement.id).map { zone.day(at: $0) }
    }
    facts.rates = rates.dated
    facts.fleet = agreement.fleet
    facts.packOrders = agreement.packOrders
    let since = first.terms.contract.zone.instant(facts.lookBack(from: month), second: 0)
    facts.work = try work(of: agreement, facts, since: since, in: reader)
    facts.proposals = try reader.dueProposals(of: agreement.id, since: since)
    facts.penalties = try penalties(of: agreement, month, facts, at: instant, in: reader)
    return facts
  }

  /// Penalties on delays, when some version of the contract has any.
  private func penalties(
    of agreement: Agreement, _ month: Month, _ facts: BillableFacts, at instant: Instant,
    in reader: Reader
  ) throws -> [PenaltyReading] {
    let sets = facts.versions.contains { version in
      version.terms.contract.serviceLevels.penalties.contains { $0.trigger == .delays }
    }
    guard sets else { return [] }
    let zone = facts.governing(on: month.last).terms.contract.zone
    let received = try reader.tickets(
      of: agreement.id, openedFrom: zone.instant(month.first, second: 0),
      to: zone.instant(month.last + 1, second: 0), limit: Operations.monthTickets)
    let fee = facts.governing(on: month.last).terms.monthlyFee
    let readings = Dictionary(grouping: received, by: \.contractVersion).sorted {
      $0.key < $1.key
    }.compactMap { number, tickets -> [PenaltyReading]? in
      guard let own = facts.versions.first(where: { $0.terms.version == number })?.terms else {
        return nil
      }
      return own.delayPenalties(
        of: own.timed(tickets, at: instant), in: month, monthlyFee: fee, at: instant)
    }
    return PenaltyReading.joined(readings)
  }

  /// Work since then, and all that was ever charged to the contract's prepaid hours.
  private func work(
    of agreement: Agreement, _ facts: BillableFacts, since: Instant, in reader: Reader
  ) throws -> [BillableWork] {
    let recent = try reader.billableWork(of: agreement.id, since: since)
    guard let first = facts.packStart else { return recent }
    let start = facts.versions[0].terms.contract.zone.instant(first, second: 0)
    guard start < since else { return recent }
    let drawn = try reader.billableWork(of: agreement.id, since: start, charged: .prepaid)
    return drawn.filter { $0.at < since } + recent
  }

  /// The prepaid hours left: cost is bounded by the hours sold, however much other work there is,
  /// unless a fee's allowance goes on in them.
  func balance(
    of agreement: Agreement, _ terms: Terms, at instant: Instant, in reader: Reader
  ) throws -> PrepaidBalance? {
    guard terms.contract.price.prepaid != nil else { return nil }
    var facts = BillableFacts(
      BillableFacts.Governing(terms, from: terms.contract.term.start))
    facts.packOrders = agreement.packOrders
    let start = terms.contract.zone.instant(terms.contract.term.start, second: 0)
    let goesOn = terms.contract.price.fees.contains { $0.allowance?.beyond == .prepaid }
    facts.work = try reader.billableWork(
      of: agreement.id, since: start, charged: goesOn ? nil : .prepaid)
    return PrepaidBalance(facts, on: terms.contract.zone.day(at: instant))
  }
}

extension Agreement {
  /// A deposit may be due on signing, before the contract begins.
  package func firstBilledMonth(under terms: Terms) -> Month {
    let start = terms.contract.term.start
    return Month(containing: min(signedOn ?? start, start))
  }
}
