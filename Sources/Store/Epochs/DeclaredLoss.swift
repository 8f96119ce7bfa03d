package import Maintenance
import Register
import Synchronization

/// What was lost, as an entry of the register's own log tells it.
package enum DeclaredLoss {
  package static let factKind = "register.loss-declared"
}

extension Database {
  /// Records that entries were lost, and lets the register go on from what is there: under new
  /// origins, since the old ones signed heads that no longer hold.
  ///
  /// Gives nothing, and records nothing, when no loss was noticed.
  package func declareLoss(
    reason: String, by actor: Actor, at instant: Instant
  ) async throws -> Rollback? {
    guard let rollback = noticed.withLock({ $0 }), let highWater else { return nil }
    let lost = rollback.checkpoint
    let signer = highWater.signer.verifying
    try await driver.write { connection in
      // The copy may be older than the key: then this entry tells of the key as well.
      let known = try RegisterKeys.verifiers(on: connection)
      let isKeyLost = known.last != signer.description
      let fact = Fact(
        kind: Epoch.lossKind, at: instant, actor: actor, subject: .register,
        body: .fields(present: [
          "reason": .text(reason), "checkpoint": .text(lost),
          "signed": .integer(rollback.signed), "found": .integer(rollback.found),
          "to": isKeyLost ? .text(signer.description) : nil,
        ]))
      let marked = Epoch(of: String(lost.prefix { $0 != "\n" }))
      let kept = try LogRow.locked(LogRow.global, on: connection).origin
      let epoch = max(marked, Epoch(of: kept)).next
      try epoch.open(on: connection)
      var global = try LogRow.locked(LogRow.global, on: connection)
      var log = try LogRow.locked(fact.subject.agreement.number, on: connection)
      let transaction = Transaction(connection: connection, command: nil)
      let pos = global.range.size
      try transaction.append(fact, to: &log, &global)
      if isKeyLost {
        try RegisterKeys.keep(signer, number: known.count + 1, since: pos, on: connection)
      }
      try log.update(on: connection)
      try global.update(on: connection)
    }
    highWater.forget()
    noticed.withLock { $0 = nil }
    try await coverGlobalHead()
    return rollback
  }

  /// Keeps the head of the global log outside the database.
  func coverGlobalHead() async throws {
    guard let highWater, rollback == nil else { return }
    if let head = try await driver.read({ try LogRow.global(on: $0)?.head }) {
      try highWater.cover(head)
    }
  }
}
