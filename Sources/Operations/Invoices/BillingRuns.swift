package import Documents
package import Maintenance
package import Store

/// A run with how far it is, what keeps something from being billed first.
package struct BillingRunReading: Sendable {
  package var run: BillingRun
  package var counts: [BillingRun.Item.State: Int]
  package var refused: [BillingRun.Item]
  package var failed: [BillingRun.Item]
  package var issued: [BillingRun.Item]

  package var total: Int { counts.values.reduce(0, +) }
  package var done: Int { total - counts[.waiting, default: 0] }
  package var isEnded: Bool { run.ended != nil }
}

/// The runs of late, and what failed in any of them.
package struct BillingRunsReading: Sendable {
  package var runs: [BillingRunReading]
  package var failed: [(run: ID<BillingRun>, item: BillingRun.Item)]
}

extension Operations {
  /// Rows of a run that a page shows of each state.
  private static let shown = 200
  /// How often what failed is tried before somebody must ask again.
  private static let attemptsMost = 3
  /// Somebody who holds a run longer without a word is taken for gone, in milliseconds.
  private static let lease: Int64 = 60_000

  /// Asks for a run that bills all that is due; the one under way when there is one.
  package func startBillingRun(by actor: Actor) async throws -> ID<BillingRun> {
    let instant = now()
    return try await database.write { transaction in
      if let run = try transaction.reader.hasOpenBillingRun() { return run.id }
      let run = BillingRun(id: newID(at: instant), actor: actor, started: instant)
      try transaction.add(run)
      return run.id
    }
  }

  package func billingRun(_ id: ID<BillingRun>) async throws -> BillingRunReading {
    try await database.read { reader in
      guard let run = try reader.billingRun(id) else { throw Missing.invoice }
      return try reading(run, in: reader)
    }
  }

  package func billingRuns() async throws -> BillingRunsReading {
    try await database.read { reader in
      BillingRunsReading(
        runs: try reader.billingRuns(limit: 20).map { try reading($0, in: reader) },
        failed: try reader.failedItems(limit: Operations.shown))
    }
  }

  private func reading(_ run: BillingRun, in reader: Reader) throws -> BillingRunReading {
    BillingRunReading(
      run: run, counts: try reader.counts(of: run.id),
      refused: try reader.items(of: run.id, .refused, limit: Operations.shown),
      failed: try reader.items(of: run.id, .failed, limit: Operations.shown),
      issued: try reader.items(of: run.id, .issued, limit: Operations.shown))
  }

  /// Tries again what was refused or failed.
  package func retryBillingRun(_ id: ID<BillingRun>) async throws {
    try await database.write { transaction in
      guard try transaction.reader.billingRun(id) != nil else { throw Missing.invoice }
      try transaction.reopen(id)
    }
  }

  /// Works on the oldest run that nobody holds, to its end; false when there is none.
  ///
  /// Each invoice is its own transaction, and what is issued is never issued again: whoever stops
  /// in the middle leaves a run that another goes on with.
  package func workOnBillingRun(press: InvoicePress) async throws -> Bool {
    let instant = now()
    let run = try await database.write { transaction -> BillingRun? in
      guard let run = try transaction.reader.openBillingRun(at: instant),
        try hold(run.id, isRenewed: false, in: transaction)
      else { return nil }
      return run
    }
    guard let run else { return false }
    do {
      try await work(on: run, press: press)
    } catch let error as CancellationError {
      // Whoever starts next need not wait. Not a child: it would be cancelled too.
      try await Task { try await database.write { try $0.letGo(run.id) } }.value
      throw error
    }
    return true
  }

  private func work(on run: BillingRun, press: InvoicePress) async throws {
    if run.prepared == nil { try await prepare(run) }
    while let item = try await nextItem(of: run.id) {
      try Task.checkCancellation()
      let done = try await tried(item, by: run.actor, press: press)
      try await database.write { transaction in
        try transaction.update(done, of: run.id)
        _ = try hold(run.id, isRenewed: true, in: transaction)
      }
    }
    try await database.write { try $0.end(run.id, at: now()) }
  }

  private func hold(
    _ run: ID<BillingRun>, isRenewed: Bool, in transaction: Transaction
  ) throws -> Bool {
    let instant = now()
    return try transaction.hold(
      run, at: instant,
      until: Instant(milliseconds: instant.milliseconds + Operations.lease), isRenewed: isRenewed)
  }

  private func nextItem(of run: ID<BillingRun>) async throws -> BillingRun.Item? {
    try await database.read { try $0.items(of: run, .waiting, limit: 1).first }
  }

  /// Lists what is due. What cannot be issued stands there with its reason; months that are only
  /// not over do not.
  private func prepare(_ run: BillingRun) async throws {
    var items: [BillingRun.Item] = []
    for line in try await unbilled() {
      if case .monthNotOver = line.refusal { continue }
      var item = BillingRun.Item(
        place: items.count + 1, agreement: line.agreement, clientName: line.clientName,
        month: line.month, net: line.net)
      // A sum below zero may yet be a credit on an earlier invoice.
      if let refusal = line.refusal, case .incomplete = refusal {
        item.state = .refused
        item.detail = refusal.stored
      }
      items.append(item)
    }
    try await database.write { [items] in try $0.prepare(run.id, items, at: now()) }
  }

  private func tried(
    _ item: BillingRun.Item, by actor: Actor, press: InvoicePress
  ) async throws -> BillingRun.Item {
    var done = item
    done.attempts += 1
    do {
      var invoice: Invoice
      repeat {
        invoice = try await issueInvoice(
          of: item.agreement, month: item.month, by: actor, press: press)
        done.invoice = invoice.id
        // The rest of its month comes after a deposit.
      } while invoice.content.kind == .deposit
      done.state = .issued
    } catch let refusal as InvoiceRefusal {
      let isRest =
        switch refusal {
        case .nothingToBill, .monthNotOver: true
        default: false
        }
      // Issued before, by this run or somebody else; or nothing is left after a deposit.
      done.state = isRest ? .issued : .refused
      done.detail = isRest ? "" : refusal.stored
    } catch let error as CancellationError {
      throw error
    } catch {
      done.state = done.attempts < Operations.attemptsMost ? .waiting : .failed
      done.detail = String("\(error)".prefix(500))
    }
    return done
  }
}
