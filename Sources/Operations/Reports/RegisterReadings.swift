package import Maintenance
package import Store

/// An agreement's part of the register.
package struct AgreementRegister: Sendable {
  package var agreement: Agreement
  package var head: RegisterHead?
  /// Newest first.
  package var entries: [EntryLine]
}

extension Operations {
  /// A page of an agreement's entries, older than number `before`.
  package func register(
    of id: ID<Agreement>, before: Int64? = nil, limit: Int
  ) async throws -> AgreementRegister {
    try await database.read { reader in
      AgreementRegister(
        agreement: try reader.existing(id), head: try reader.head(of: id),
        entries: try reader.entries(agreement: id, before: before, limit: limit))
    }
  }

  /// Where each agreement's log stands, in the order of the list of agreements.
  package func registerHeads() async throws -> [(line: AgreementLine, head: RegisterHead?)] {
    let instant = now()
    return try await database.read { reader in
      try reader.agreements(now: instant, limit: 1000).map { ($0, try reader.head(of: $0.id)) }
    }
  }
}
