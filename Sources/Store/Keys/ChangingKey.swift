package import Maintenance
import Register

extension Database {
  /// Gives this register another key; gives its public half once the key's file holds it.
  ///
  /// The new key is on the disk, in `keyFile.new`, before any entry names it; the next opening ends
  /// what is interrupted after that. Stop whoever else serves this register: they have the old key.
  /// A revoked key vouches for nothing, and an epoch begins; `trusted` is the size of the last
  /// global head of it that may be believed.
  package static func changeKey(
    at location: Location, keyFile: String, revoking trusted: Int64? = nil, reason: String,
    by actor: Actor, at instant: Instant
  ) async throws -> String {
    try await changeKey(
      at: location, migrations: Schema.migrations, keyFile: keyFile, revoking: trusted,
      reason: reason, by: actor, at: instant)
  }

  static func changeKey(
    at location: Location, migrations: [any Migration], keyFile: String, revoking trusted: Int64?,
    reason: String, by actor: Actor, at instant: Instant
  ) async throws -> String {
    let database = try await open(location, migrations: migrations, keyFile: keyFile)
    let file = KeyFile(path: keyFile)
    let next: SigningKey
    do {
      next = try await database.recordKey(
        after: file, revoking: trusted, reason: reason, by: actor, at: instant)
      try file.takeNew()
    } catch {
      try await database.driver.close()
      throw error
    }
    // Not `close`: this process's key signs no head any more.
    try await database.driver.close()
    try await open(location, migrations: migrations, keyFile: keyFile).close()
    return next.verifying.description
  }

  private func recordKey(
    after file: KeyFile, revoking trusted: Int64?, reason: String, by actor: Actor,
    at instant: Instant
  ) async throws -> SigningKey {
    if let rollback {
      throw StoreFault.rolledBack(signed: rollback.signed, found: rollback.found)
    }
    guard let signer else { throw StoreFault.badKey(path: file.path, reason: "no key") }
    let next = try file.next(after: signer)
    try await driver.write { connection in
      let transaction = Transaction(connection: connection, command: nil)
      var global = try LogRow.locked(LogRow.global, on: connection)
      let known = try RegisterKeys.verifiers(on: connection)
      guard known.last == signer.verifying.description else {
        throw StoreFault.conflict(reason: "the register's key")
      }
      let head = global.head
      let isRevocation = trusted != nil
      if isRevocation {
        try Epoch(of: global.origin).next.open(on: connection)
        global = try LogRow.locked(LogRow.global, on: connection)
      }
      // The head is committed: both may sign it.
      let keys = isRevocation ? [next] : [signer, next]
      let fact = Fact(
        kind: isRevocation ? KeyChange.revokedKind : KeyChange.rotatedKind, at: instant,
        actor: actor, subject: .register,
        body: .fields(present: [
          "from": .text(signer.verifying.description), "to": .text(next.verifying.description),
          "reason": .text(reason), "trusted": trusted.map(Datum.integer),
          "checkpoint": .text(
            try Checkpoint(head, signedBy: keys.map { $0.named(head.origin) }).text),
          "endorsement": isRevocation ? nil : .text(try signer.endorse(next.verifying).text),
        ]))
      var log = try LogRow.locked(fact.subject.agreement.number, on: connection)
      // An epoch has nothing before the entry that begins it.
      if !isRevocation { try transaction.noteClock(instant, in: &log, &global) }
      let pos = global.range.size
      try transaction.append(fact, to: &log, &global)
      try log.update(on: connection)
      try global.update(on: connection)
      try RegisterKeys.keep(next.verifying, number: known.count + 1, since: pos, on: connection)
    }
    return next
  }
}

extension Epoch {
  /// Every log goes on under this epoch's origins.
  func open(on connection: any Connection) throws {
    let origins = try connection.rows("SELECT log, origin FROM log_head", []) {
      ($0.integer(0), $0.text(1))
    }
    for (log, origin) in origins {
      try connection.execute(
        "UPDATE log_head SET origin = $1 WHERE log = $2",
        [.text(self.origin(after: origin)), .integer(log)])
    }
  }
}
