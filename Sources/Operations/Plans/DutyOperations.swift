package import Maintenance
import Store

/// What somebody says of a duty.
package enum DutyAct: Hashable, Sendable {
  /// A text that proves it, the number of an entry of the agreement's register, or both.
  case done(note: String, entry: Int64?)
  case waived(reason: String)
}

/// An agreement's duties around a day, as its page shows them.
package struct DutyReading: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var today: Day
  /// Open ones by day, then those settled, the last first.
  package var states: [DutyState]
  package var standing: [StandingDuty]
  /// The reminder of the period under way, when one is owed or promised.
  package var reminder: RenewalReminder?
}

/// One agreement's duty in the list of all.
package struct DutyLine: Sendable {
  package var agreement: ID<Agreement>
  package var reference: String
  package var clientName: String
  package var state: DutyState
}

extension Operations {
  /// How far back an unsettled duty is still shown, in days.
  package static let dutiesBehind = 365
  /// Settled duties shown, those of the last days.
  package static let settledDuties = 30
  /// Agreements read for the list of all.
  package static let dutyAgreements = 300

  /// Records that a duty was done or is waived, once.
  @discardableResult
  package func settle(
    _ key: DutyKey, under id: ID<Agreement>, by actor: Actor, _ act: DutyAct
  ) async throws -> DutySettlement {
    let instant = now()
    let newID: ID<DutySettlement> = newID(at: instant)
    return try await database.write { transaction in
      let reader = transaction.reader
      let agreement = try reader.existing(id)
      let ledger = try ledger(of: agreement, in: reader)
      guard let duty = ledger.duty(key) else { throw DutyRefusal.unknownDuty }
      // Two at once must not settle it twice.
      try transaction.lock(id)
      guard try reader.settlements(of: id, in: key.due...key.due, limit: 1000)[key] == nil else {
        throw DutyRefusal.alreadySettled
      }
      let change: Change<DutySettlement>
      switch act {
      case .done(let note, let entry):
        let today = try terms(of: agreement, at: instant, in: reader).contract.zone.day(at: instant)
        change = try duty.done(
          note, proof: try proof(entry, of: id, in: reader), id: newID, under: id, by: actor,
          on: today, at: instant)
      case .waived(let reason):
        change = try duty.waived(reason, id: newID, under: id, by: actor, at: instant)
      }
      try transaction.save(change)
      return change.state
    }
  }

  /// The agreement's duties due in these days around today; `ahead` at most the longest span.
  package func duties(of id: ID<Agreement>, ahead: Int, limit: Int) async throws -> DutyReading {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      return try dutyReading(of: agreement, at: instant, ahead: ahead, limit: limit, in: reader)
    }
  }

  /// What is late, then what is due soon, of all agreements; done and waived ones are left out.
  package func openDuties(
    of bearer: Duty.Bearer?, ahead: Int, limit: Int
  ) async throws -> [DutyLine] {
    let instant = now()
    return try await database.read { reader in
      var lines: [DutyLine] = []
      for line in try reader.agreements(now: instant, limit: Operations.dutyAgreements) {
        guard line.versionCount > 0, let agreement = try reader.agreement(line.id) else { continue }
        let reading = try dutyReading(
          of: agreement, at: instant, ahead: ahead, limit: 500, in: reader)
        lines += reading.states.filter { $0.isOpen && $0.duty.concerns(bearer) }.map {
          DutyLine(
            agreement: line.id, reference: line.reference, clientName: line.clientName, state: $0)
        }
      }
      return Array(lines.sorted { $0.state.duty.key < $1.state.duty.key }.prefix(limit))
    }
  }

  func dutyReading(
    of agreement: Agreement, at instant: Instant, ahead: Int, limit: Int, in reader: Reader
  ) throws -> DutyReading {
    let terms = try terms(of: agreement, at: instant, in: reader)
    let today = terms.contract.zone.day(at: instant)
    let span = (today - Operations.dutiesBehind)...(today + ahead)
    let ledger = try ledger(of: agreement, in: reader)
    let settled = try reader.settlements(of: agreement.id, in: span, limit: 5000)
    let sites = ClientScope.sites(of: agreement.id)
    let states = ledger.duties(in: span)
      .filter { duty in sites.map { duty.isVisit(to: $0, under: terms.contract) } ?? true }
      .map { DutyState($0, settled[$0.key], on: today) }
    let period = terms.contract.term.period(on: max(today, terms.contract.term.start))
    return DutyReading(
      agreement: agreement, terms: terms, today: today,
      states: states.filter(\.isOpen).prefix(limit)
        + states.filter { $0.settlement != nil }.suffix(Operations.settledDuties).reversed(),
      standing: sites == nil ? ledger.standing : [],
      reminder: sites != nil ? nil : period.flatMap { RenewalReminder(terms.contract, $0) })
  }

  func ledger(of agreement: Agreement, in reader: Reader) throws -> DutyLedger {
    DutyLedger(
      versions: try agreement.versions.map {
        (try library.terms(of: $0, in: reader), $0.validFrom)
      })
  }

  private func proof(
    _ entry: Int64?, of id: ID<Agreement>, in reader: Reader
  ) throws -> DutyProof? {
    guard let entry else { return nil }
    guard let line = try reader.entry(entry, agreement: id) else {
      throw DutyRefusal.unknownEntry
    }
    return DutyProof(entry: line.n, kind: line.kind, leaf: line.leaf)
  }
}

extension DutyState {
  /// Still to be done, or a date to come.
  package var isOpen: Bool { standing == .late || standing == .due }
}

extension Duty {
  /// What is done at one of these sites at least.
  fileprivate func isVisit(to sites: Set<String>, under contract: Contract) -> Bool {
    guard kind == .operation else { return false }
    guard let places = contract.operations.first(where: { $0.id == item })?.sites else {
      return false
    }
    return places.isEmpty || !sites.isDisjoint(with: places)
  }

  /// A duty of both is each one's.
  package func concerns(_ party: Bearer?) -> Bool {
    party == nil || bearer == party || bearer == .both
  }
}
