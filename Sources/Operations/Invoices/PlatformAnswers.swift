import Documents
import Maintenance
import Store

extension Operations {
  /// Reads what changed on the platform since the last look: whether it has our files, and what
  /// became of our invoices. Gives how many facts came of it.
  @discardableResult
  package func readPlatform(evenIfRecent: Bool = false) async throws -> Int {
    guard let platform else { return 0 }
    let instant = now()
    let pause = evenIfRecent ? 0 : platform.pause
    let taken = try await database.write {
      try $0.takeReading(of: platform.name, at: instant, pause: pause)
    }
    guard let mark = taken else { return 0 }
    do {
      // A platform wants a mark; nobody had a flow there before the reform.
      let flows = try await platform.search(
        .updatedAfter(mark.isEmpty ? "2025-01-01T00:00:00.000Z" : mark))
      var count = 0
      for flow in flows.sorted(by: { $0.updatedAt < $1.updatedAt }) {
        count += try await read(flow, of: platform) ? 1 : 0
        try await database.write {
          try $0.noteReading(of: platform.name, upTo: flow.updatedAt, fault: "", at: instant)
        }
      }
      try await database.write {
        try $0.noteReading(of: platform.name, upTo: nil, fault: "", at: instant)
      }
      return count
    } catch let fault as StoreFault {
      throw fault
    } catch {
      let reason = String("\(error)".prefix(300))
      try await database.write {
        try $0.noteReading(of: platform.name, upTo: nil, fault: reason, at: instant)
      }
      throw error
    }
  }

  private func read(_ flow: PlatformFlow, of platform: ApprovedPlatform) async throws -> Bool {
    if let id = flow.tracking.flatMap(Handover.id(tracking:)) {
      guard let said = flow.acknowledgement else { return false }
      return try await change(id) { handover, instant in
        // Of an earlier try, or of a collection: the invoice's own file alone is acknowledged.
        guard handover.flow == flow.flow else { return nil }
        return try handover.acknowledged(said, at: instant)
      }
    }
    guard flow.type == "CustomerInvoiceLC" else { return false }
    let message: LifeCycleReading
    do {
      message = try LifeCycleReading(try await platform.original(flow.flow))
    } catch _ as LifeCycleReading.Fault {
      // A message that nobody can read keeps no other from being read.
      return false
    }
    let found = try await database.read { reader -> ID<Handover>? in
      guard let invoice = try reader.invoice(number: message.number),
        message.seller.map({ $0 == invoice.content.seller.siren }) ?? true
      else { return nil }
      return try reader.handover(of: invoice.id)?.id
    }
    guard let id = found else { return false }
    return try await change(id) { handover, instant in
      try handover.said(
        Handover.Status(
          flow: flow.flow, code: message.code,
          at: message.at ?? Instant(iso: flow.updatedAt) ?? instant,
          reasonCode: message.reasonCode, reason: message.reason), at: instant)
    }
  }

  private func change(
    _ id: ID<Handover>,
    _ verb: @Sendable @escaping (Handover, Instant) throws -> Change<Handover>?
  ) async throws -> Bool {
    let instant = now()
    return try await database.write { transaction in
      guard let handover = try transaction.reader.handover(id),
        let change = try verb(handover, instant)
      else { return false }
      try transaction.save(change)
      return true
    }
  }
}
