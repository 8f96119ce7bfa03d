package import ContractSource
package import Maintenance
import Store

/// What became of a text that somebody wanted to keep.
package enum TextReception: Sendable {
  /// Kept under that agreement; findings are warnings at most.
  case kept(ID<Agreement>, Reading)
  /// Not kept: it has errors.
  case refused(Reading)
}

extension Operations {
  /// What there is to say of a text, by the rates and indices that this service knows.
  package func reading(of source: [UInt8], named file: String = "contrat.yaml") -> Reading {
    read(source, named: file, rates: rates)
  }

  /// Keeps a contract's text: a new agreement, or a text proposed to the one of its reference.
  package func receive(text source: [UInt8], by actor: Actor) async throws -> TextReception {
    let reading = reading(of: source)
    guard reading.errorCount == 0 else { return .refused(reading) }
    let instant = now()
    let newID: ID<Agreement> = newID(at: instant)
    let id = try await database.write { transaction in
      let sha256 = try transaction.keep(contractText: source)
      let text = ReadText(contract: reading.contract, sha256: sha256, errorCount: 0)
      let existing = try transaction.reader.agreement(reference: reading.contract.reference)
      guard let existing else {
        try transaction.save(Agreement.drafted(from: text, id: newID, by: actor, at: instant))
        return newID
      }
      try transaction.save(existing.proposing(text, by: actor, at: instant))
      return existing.id
    }
    return .kept(id, reading)
  }

  /// The agreement with its terms now.
  package func agreementTerms(_ id: ID<Agreement>) async throws -> (Agreement, Terms) {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      return (agreement, try terms(of: agreement, at: instant, in: reader))
    }
  }

  /// The agreement's terms now.
  package func terms(of id: ID<Agreement>) async throws -> Terms {
    try await agreementTerms(id).1
  }

  /// The terms that govern a moment: those of the version in force that day, else of the latest.
  func terms(of agreement: Agreement, at instant: Instant, in reader: Reader) throws -> Terms {
    // The zone only decides around midnight, and every version of a contract keeps its zone.
    guard let latest = agreement.latest else { throw Missing.versionInForce }
    let zone = try library.terms(of: latest, in: reader).contract.zone
    let version = agreement.version(on: zone.day(at: instant)) ?? agreement.versions[0]
    return try library.terms(of: version, in: reader)
  }

  /// The terms of one version by its number.
  func terms(of agreement: Agreement, version: Int, in reader: Reader) throws -> Terms {
    guard let found = agreement.versions.first(where: { $0.number == version }) else {
      throw Missing.version
    }
    return try library.terms(of: found, in: reader)
  }
}

extension Reader {
  /// The agreement, or `Missing.agreement`.
  func existing(_ id: ID<Agreement>) throws -> Agreement {
    guard let agreement = try agreement(id) else { throw Missing.agreement }
    return agreement
  }

  /// The ticket, or `Missing.ticket`.
  func existing(_ id: ID<Ticket>) throws -> Ticket {
    guard let ticket = try ticket(id) else { throw Missing.ticket }
    return ticket
  }
}
