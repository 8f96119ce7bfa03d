package import ContractSource
package import Maintenance
package import Store

/// A draft beside what its text says.
package struct DraftReading: Sendable {
  package var draft: ContractDraft
  package var reading: Reading
}

/// What became of a draft's new text.
package enum DraftSaving: Sendable {
  case saved(ContractDraft)
  /// Somebody saved it meanwhile: nothing is written, and this is what they wrote.
  case overtaken(ContractDraft)
}

extension Operations {
  /// Drafts that a list shows at most.
  private static let listed = 200

  package func drafts() async throws -> [ContractDraft] {
    try await database.read { try $0.drafts(limit: Operations.listed) }
  }

  package func draft(_ id: ID<ContractDraft>) async throws -> DraftReading {
    let draft = try await storedDraft(id)
    return DraftReading(draft: draft, reading: reading(of: draft.source))
  }

  /// The draft alone, for whoever reads another text than the one it holds.
  package func storedDraft(_ id: ID<ContractDraft>) async throws -> ContractDraft {
    try await database.read { try $0.existing(id) }
  }

  /// Starts a draft from any bytes, readable or not.
  package func startDraft(from source: [UInt8]) async throws -> ContractDraft {
    let instant = now()
    let draft = ContractDraft(
      id: newID(at: instant), title: title(of: reading(of: source)), source: source,
      savedAt: instant)
    try await database.write { try $0.add(draft) }
    return draft
  }

  /// Starts a draft from the text in force, or from the one proposed when none is.
  package func duplicate(_ id: ID<Agreement>) async throws -> ContractDraft {
    try await startDraft(from: document(of: id).source)
  }

  /// Saves over that revision, and over no other. `reading` is that of `source`.
  package func save(
    _ source: [UInt8], _ reading: Reading, over revision: Int, of id: ID<ContractDraft>
  ) async throws -> DraftSaving {
    let instant = now()
    let title = title(of: reading)
    return try await database.write { transaction in
      var draft = try transaction.reader.existing(id)
      guard draft.revision == revision else { return .overtaken(draft) }
      guard draft.source != source else { return .saved(draft) }
      draft.source = source
      draft.title = title
      draft.revision += 1
      draft.savedAt = instant
      guard try transaction.replace(draft) else {
        return .overtaken(try transaction.reader.existing(id))
      }
      return .saved(draft)
    }
  }

  /// Proposes the draft's text to its agreement, or makes one; the draft has then done its work.
  package func propose(_ id: ID<ContractDraft>, by actor: Actor) async throws -> TextReception {
    let draft = try await storedDraft(id)
    let reception = try await receive(text: draft.source, by: actor)
    if case .kept = reception { try await discard(id) }
    return reception
  }

  package func discard(_ id: ID<ContractDraft>) async throws {
    try await database.write { try $0.remove(id) }
  }

  private func title(of reading: Reading) -> String {
    [reading.contract.client.name, reading.contract.title]
      .first { !$0.isEmpty && !$0.lowercased().contains("à compléter") } ?? ""
  }
}

extension Reader {
  /// The draft, or `Missing.draft`.
  func existing(_ id: ID<ContractDraft>) throws -> ContractDraft {
    guard let draft = try draft(id) else { throw Missing.draft }
    return draft
  }
}
