package import Maintenance
package import Store

/// An agreement's part of the register.
package struct AgreementRegister: Sendable {
  package var agreement: Agreement
  package var head: RegisterHead?
  /// Newest first.
  package var entries: [EntryLine]
  /// The signed head; none without a key.
  package var checkpoint: String?
  /// The last hundred, newest first.
  package var erasures: [Erasure]
}

/// What anyone may check the whole register with.
package struct RegisterSeal: Sendable {
  package var publicKey: String?
  /// The signed head of the global log; none without a key.
  package var checkpoint: String?
  /// What was declared lost, each with its reason.
  package var losses: [Fact]
  /// First to last.
  package var keyChanges: [KeyChange]
  /// The last twenty times that the clock went back, newest first.
  package var clockJumps: [ClockJump]
  package var stamps: RegisterStamps
  package var nightly: NightlyVerification?
  package var backups: RegisterBackups
}

extension Operations {
  /// A page of an agreement's entries, older than number `before`.
  package func register(
    of id: ID<Agreement>, before: Int64? = nil, limit: Int
  ) async throws -> AgreementRegister {
    let checkpoint = try await database.checkpoint(of: id)
    return try await database.read { reader in
      AgreementRegister(
        agreement: try reader.existing(id), head: try reader.head(of: id),
        entries: try reader.entries(agreement: id, before: before, limit: limit),
        checkpoint: checkpoint, erasures: try reader.erasures(of: id, limit: 100))
    }
  }

  package func registerSeal() async throws -> RegisterSeal {
    RegisterSeal(
      publicKey: try await database.read { try $0.publicKey() },
      checkpoint: try await database.globalCheckpoint(),
      losses: try await database.read { try $0.facts(of: .register, Subject.register.id) }
        .filter { $0.kind == DeclaredLoss.factKind },
      keyChanges: try await database.read { try $0.keyChanges() },
      clockJumps: try await database.read { try $0.clockJumps(limit: 20) },
      stamps: try await registerStamps(),
      nightly: try await database.read { try $0.lastNightlyVerification() },
      backups: try await registerBackups())
  }

  /// The signed head of an agreement's log, as reports print it; nothing without a key.
  package func checkpoint(of id: ID<Agreement>) async throws -> String? {
    try await database.checkpoint(of: id)
  }

  /// The proof of one entry, in a file that stands on its own; nothing without a key.
  package func receipt(of id: ID<Agreement>, entry n: Int64) async throws -> String? {
    guard let reach = ClientScope.reach, reach.sites[id] != nil else {
      return try await database.receipt(of: id, entry: n)
    }
    let isSeen = try await database.read { reader in
      guard let subject = try reader.entry(n, agreement: id)?.subject else { return false }
      guard subject.kind == .ticket else { return subject.kind == .agreement }
      return try reader.sees(ID(number: subject.id), within: reach)
    }
    guard isSeen else { return nil }
    // The path to the root goes by the hashes of entries that they do not see.
    return try await ClientScope.$reach.withValue(nil) {
      try await database.receipt(of: id, entry: n)
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
