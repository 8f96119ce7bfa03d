import Crypto
import Documents
package import Maintenance
package import Store

/// An invoice's way through the platform, as its page tells it.
package struct HandoverReading: Sendable {
  package var handover: Handover?
  package var failed: FailedAttempt?
  /// The platform that this service hands over to; none when nobody named one.
  package var platform: String?
}

extension Operations {
  /// Asks for an invoice's file to be handed over, or once more when the platform turned it down.
  @discardableResult
  package func handOver(_ id: ID<Invoice>, by actor: Actor) async throws -> Handover {
    guard let platform else { throw HandoverRefusal.noPlatform }
    let instant = now()
    let newID: ID<Handover> = newID(at: instant)
    return try await database.write { transaction in
      let invoice = try transaction.reader.existing(id)
      // Two at once must not ask twice.
      try transaction.lock(invoice.agreement)
      if let known = try transaction.reader.handover(of: id) {
        let change = try known.askedAgain(by: actor, at: instant)
        try transaction.save(change)
        try transaction.forgetAttempts(known.id)
        return change.state
      }
      let change = try invoice.handedOver(
        to: platform.name, id: newID, by: actor, at: instant)
      try transaction.save(change)
      var handover = change.state
      for number in invoice.payments.indices.map({ $0 + 1 }) {
        let change = try handover.collected(number, of: invoice, by: actor, at: instant)
        try transaction.saveAlso(change)
        handover = change.state
      }
      return handover
    }
  }

  package func handover(of id: ID<Invoice>) async throws -> HandoverReading {
    try await database.read { [platform] reader in
      let handover = try reader.handover(of: id)
      return HandoverReading(
        handover: handover, failed: try handover.flatMap { try reader.failedAttempt($0.id) },
        platform: platform?.name)
    }
  }

  /// Invoices that the platform or the buyer turned down, the last first.
  package func handoversInTrouble() async throws -> [Handover] {
    try await database.read { try $0.handoversInTrouble(limit: 50) }
  }

  private static let batch = 20
  /// Seconds for which one node alone tries.
  private static let lease = 120

  /// Hands over what is due, and what the service hands over by itself; gives how many files the
  /// platform took.
  @discardableResult
  func deliverHandovers() async throws -> Int {
    guard let platform else { return 0 }
    if let from = platform.from {
      let fresh = try await database.read {
        try $0.invoicesToHandOver(from: from, limit: Operations.batch)
      }
      for id in fresh {
        do { try await handOver(id, by: .system) } catch HandoverRefusal.alreadyHandedOver {}
      }
    }
    let instant = now()
    let due = try await database.read {
      try $0.dueHandovers(at: instant, limit: Operations.batch)
    }
    var count = 0
    for due in due { count += try await deliver(due, to: platform) ? 1 : 0 }
    return count
  }

  private func deliver(_ due: DueHandover, to platform: ApprovedPlatform) async throws -> Bool {
    let pause = min(3600, 60 << min(due.attempts, 6))
    let next = now() + max(Operations.lease, pause)
    guard try await database.write({ try $0.takeAttempt(due, until: next) }),
      let (handover, file) = try await nextFile(of: due.id)
    else { return false }
    do {
      // A try whose answer was lost: the platform may have the file already.
      let known =
        due.attempts > 0
        ? try await platform.search(.tracking(file.tracking))
          .first { $0.tracking == file.tracking }?.flow : nil
      let flow = if let known { known } else { try await platform.submit(file) }
      try await save(of: due.id) { try $0.taken(handover.next ?? .invoice, as: flow, at: $1) }
      return true
    } catch PlatformFault.refused(let reason) {
      try await save(of: due.id) { handover, instant in
        try handover.refused(handover.next ?? .invoice, bounded(reason), at: instant)
      }
    } catch let fault as StoreFault {
      throw fault
    } catch {
      try await database.write { try $0.noteFault(bounded("\(error)"), of: due.id) }
    }
    return false
  }

  private func save(
    of id: ID<Handover>, _ verb: @Sendable @escaping (Handover, Instant) throws -> Change<Handover>
  ) async throws {
    let instant = now()
    try await database.write { transaction in
      guard let handover = try transaction.reader.handover(id) else { return }
      try transaction.save(try verb(handover, instant))
      try transaction.forgetAttempts(id)
    }
  }

  private func nextFile(of id: ID<Handover>) async throws -> (Handover, FlowFile)? {
    try await database.read { reader in
      guard let handover = try reader.handover(id), let next = handover.next,
        let invoice = try reader.invoice(handover.invoice)
      else { return nil }
      return (handover, try reader.file(next, of: handover, invoice))
    }
  }

  private func bounded(_ text: String) -> String {
    String(text.prefix(500)).filter { $0 != "\0" }
  }
}

extension Reader {
  fileprivate func file(
    _ file: Handover.File, of handover: Handover, _ invoice: Invoice
  ) throws -> FlowFile {
    switch file {
    case .invoice:
      guard let pdf = try contractText(sha256: handover.sha256) else {
        throw StoreFault.unreadable(reason: "the file of invoice \(handover.number)")
      }
      return FlowFile(
        tracking: handover.tracking(file), name: "\(handover.number).pdf", syntax: .facturX,
        rule: invoice.content.flowRule, sha256: handover.sha256, bytes: pdf)
    case .collection(let payment):
      guard let collection = handover.collections.first(where: { $0.payment == payment }) else {
        throw StoreFault.unreadable(reason: "payment \(payment) of invoice \(handover.number)")
      }
      let xml = CollectionMessage(
        id: handover.tracking(file), invoice: invoice.content, collection: collection
      ).xml
      return FlowFile(
        tracking: handover.tracking(file), name: "\(handover.number)-212-\(payment).xml",
        syntax: .cdar, rule: invoice.content.flowRule,
        sha256: digest(xml), bytes: xml)
    }
  }
}

extension InvoiceContent {
  /// How the flow service files it: the invoice's own note BAR says (XP Z12-012).
  fileprivate var flowRule: String {
    switch notes.first(where: { $0.code == "BAR" })?.text {
    case "B2B": "B2B"
    case "B2BINT": "B2BInt"
    case "B2C", "B2CINT": "B2C"
    case "ARCHIVEONLY": "ArchiveOnly"
    default: "OutOfScope"
    }
  }
}

/// SHA-256 in lower-case hexadecimal.
private func digest(_ bytes: [UInt8]) -> String {
  SHA256.hash(data: bytes).map { byte in
    let text = String(byte, radix: 16)
    return byte < 16 ? "0" + text : text
  }.joined()
}
