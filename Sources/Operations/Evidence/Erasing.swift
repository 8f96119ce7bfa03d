package import Maintenance
package import Store

/// What an erasure takes out, and what it leaves.
package struct ErasureReport: Sendable, Equatable {
  /// Why contents with the words stay.
  package enum Keeping: String, Sendable, CaseIterable {
    /// The contract, its signatures and its end prove what binds the parties (GDPR art. 17(3)).
    case contract
    /// The ticket is open: the service still needs them (GDPR art. 17(1)(a)).
    case openTicket
  }

  package var erased: [Erasure.Part] = []
  package var kept: [Keeping: Int] = [:]
}

/// Why nothing is erased.
package enum ErasureRefusal: Error, Equatable {
  /// A word has fewer than three letters or digits: it would take out anything.
  case wordTooShort
  case noGround
  /// Nothing holds the words, but what must stay.
  case nothingToErase(kept: [ErasureReport.Keeping: Int])
  /// More than `Erasure.mostParts` at once.
  case tooMany(Int)
}

extension Operations {
  /// Takes a person's words out of an agreement's facts (GDPR art. 17), and records it.
  ///
  /// `isPreview` only reports. Backups made before keep the words until they are destroyed.
  package func erase(
    words: [String], of id: ID<Agreement>, ground: String, by actor: Actor, isPreview: Bool = false
  ) async throws -> ErasureReport {
    guard let redaction = Redaction(words: words) else { throw ErasureRefusal.wordTooShort }
    guard ground.contains(where: { !$0.isWhitespace }), ground.utf8.count <= 2000 else {
      throw ErasureRefusal.noGround
    }
    let instant = now()
    let erasure: ID<Erasure> = newID(at: instant)
    let find: @Sendable (Reader) throws -> ErasureReport = { reader in
      _ = try reader.existing(id)
      return try reader.erasable(by: redaction, of: id)
    }
    if isPreview { return try await database.read(find) }
    let report = try await database.write { transaction in
      let report = try find(transaction.reader)
      guard !report.erased.isEmpty else {
        throw ErasureRefusal.nothingToErase(kept: report.kept)
      }
      guard report.erased.count <= Erasure.mostParts else {
        throw ErasureRefusal.tooMany(report.erased.count)
      }
      try transaction.erase(
        report.erased, ground: ground,
        as: Subject(kind: .erasure, id: erasure.number, agreement: id), by: actor, at: instant)
      return report
    }
    try await database.forgetErased()
    return report
  }
}

extension Reader {
  fileprivate func erasable(
    by redaction: Redaction, of id: ID<Agreement>
  ) throws -> ErasureReport {
    var report = ErasureReport()
    var reasons: [Subject: ErasureReport.Keeping?] = [:]
    for part in try parts(of: id, holding: redaction) {
      let known = reasons[part.subject]
      let reason = try known ?? keeping(part.subject)
      reasons[part.subject] = .some(reason)
      if let reason {
        report.kept[reason, default: 0] += 1
      } else {
        report.erased.append(part)
      }
    }
    return report
  }

  private func keeping(_ subject: Subject) throws -> ErasureReport.Keeping? {
    switch subject.kind {
    case .agreement, .register, .erasure: .contract
    case .ticket:
      try ticket(ID(number: subject.id)).flatMap { $0.resolvedAt == nil ? .openTicket : nil }
    case .duty, .disclosure, .invoice, .handover, .purchase, .account, .shift, .mail, .outage,
      .advice, .delivery, .reads:
      nil
    // What was signed, and by whom, is kept as long as it proves something.
    case .signature: .contract
    }
  }
}
