package import Maintenance
import Store

/// What a contract in force is told between two versions.
package struct CountsReading: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var today: Day
}

extension Operations {
  package func counts(of id: ID<Agreement>) async throws -> CountsReading {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let terms = try terms(of: agreement, at: instant, in: reader)
      return CountsReading(
        agreement: agreement, terms: terms, today: terms.contract.zone.day(at: instant))
    }
  }

  /// Records how many machines of a group there are from a day on; throws `CountRefusal`.
  @discardableResult
  package func recordCount(
    _ count: FleetCount, of id: ID<Agreement>, by actor: Actor
  ) async throws -> Agreement {
    try await tell(id) { agreement, terms, instant in
      try agreement.counting(count, under: terms, by: actor, at: instant)
    }
  }

  /// Records that a further pack of hours was ordered; throws `CountRefusal`.
  @discardableResult
  package func orderPack(
    of id: ID<Agreement>, on day: Day, by actor: Actor
  ) async throws -> Agreement {
    try await tell(id) { agreement, terms, instant in
      try agreement.orderingPack(on: day, under: terms, by: actor, at: instant)
    }
  }

  private func tell(
    _ id: ID<Agreement>,
    _ verb: @Sendable @escaping (Agreement, Terms, Instant) throws -> Change<Agreement>
  ) async throws -> Agreement {
    let instant = now()
    return try await database.write { transaction in
      let agreement = try transaction.reader.existing(id)
      let terms = try terms(of: agreement, at: instant, in: transaction.reader)
      let change = try verb(agreement, terms, instant)
      try transaction.save(change)
      return change.state
    }
  }
}
