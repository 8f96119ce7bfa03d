package import Maintenance
package import Store

/// Why a view is not kept.
package enum SavedViewRefusal: Error, Hashable, Sendable, CaseIterable {
  /// Empty, or above sixty characters.
  case nameOutOfBounds
  case tooMany
}

extension Operations {
  private static let mostViews = 50

  /// Everybody's, then that person's own.
  package func savedViews(of owner: ID<Account>?) async throws -> [SavedView] {
    try await database.read { try $0.savedViews(of: owner, limit: 2 * Operations.mostViews) }
  }

  /// Keeps a choice of the list; one of the same name and owner gives way.
  package func keepView(named name: String, choice: String, of owner: ID<Account>?) async throws {
    let instant = now()
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (1...60).contains(name.count) else { throw SavedViewRefusal.nameOutOfBounds }
    let view = SavedView(id: newID(at: instant), owner: owner, name: name, choice: choice)
    try await database.write { transaction in
      let views = try transaction.reader.savedViews(of: owner, limit: 2 * Operations.mostViews)
      let own = views.filter { $0.owner == owner && $0.name != name }
      guard own.count < Operations.mostViews else { throw SavedViewRefusal.tooMany }
      try transaction.keep(view)
    }
  }

  /// Everybody's may be removed by whoever sees it, a person's own by that person.
  package func removeView(_ id: ID<SavedView>, by person: ID<Account>?) async throws {
    try await database.write { transaction in
      guard let view = try transaction.reader.savedView(id),
        view.owner == nil || view.owner == person
      else { throw Missing.view }
      try transaction.remove(id)
    }
  }
}
