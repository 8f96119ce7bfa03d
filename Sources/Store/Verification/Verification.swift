/// What verifying a database found.
package struct Verification: Sendable, Equatable {
  package internal(set) var entries = 0
  package internal(set) var logs = 0
  package internal(set) var texts = 0
  package internal(set) var states = 0
  /// The first hundred.
  package private(set) var differences: [Difference] = []
  package private(set) var differenceCount = 0

  package var isSound: Bool { differenceCount == 0 }

  static let kept = 100

  mutating func note(_ place: Difference.Place, _ column: String, _ reason: Difference.Reason) {
    differenceCount += 1
    guard differences.count < Verification.kept else { return }
    differences.append(Difference(place: place, column: column, reason: reason))
  }
}

/// One place where the database is not what its evidence says.
package struct Difference: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    /// A place of the global order that no entry holds.
    case position(Int64)
    /// Entry `n` of the log `log` (its agreement's number), at `pos` of the global order.
    case entry(log: Int64, n: Int64, pos: Int64)
    case part(pos: Int64, name: String)
    /// The head of an agreement's log, or of the global log when 0.
    case head(log: Int64)
    /// A stored root of a complete subtree, from which proofs are made.
    case tile(log: Int64, level: Int, index: Int64)
    case text(sha256: String)
    case row(table: String, id: Int64)
    /// A time stamp on the head of this size.
    case stamp(origin: String, size: Int64)
  }

  package enum Reason: Sendable, Hashable {
    case missing
    case unexpected
    /// Not what the entries, recomputed, say it is.
    case differs
    case unreadable(String)
  }

  package let place: Place
  /// The column, or the whole row when empty.
  package let column: String
  package let reason: Reason
}

extension Difference: CustomStringConvertible {
  package var description: String {
    let place =
      switch place {
      case .position(let pos): "entry at position \(pos)"
      case .entry(let log, let n, let pos): "entry \(n) of log \(log), at position \(pos)"
      case .part(let pos, let name): "part \(name) of the entry at position \(pos)"
      case .head(let log): log == 0 ? "head of the global log" : "head of log \(log)"
      case .tile(let log, let level, let index): "tile \(index) of level \(level) of log \(log)"
      case .text(let sha256): "contract text \(sha256)"
      case .row(let table, let id): "\(table) \(id)"
      case .stamp(let origin, let size): "time stamp on \(origin) of size \(size)"
      }
    let reason =
      switch reason {
      case .missing: "is missing"
      case .unexpected: "should not be there"
      case .differs: "is not what the register says"
      case .unreadable(let why): "cannot be read (\(why))"
      }
    return column.isEmpty ? "\(place) \(reason)" : "\(place): \(column) \(reason)"
  }
}

extension Database {
  /// Recomputes every hash, every root and every state from the entries, and compares.
  ///
  /// Reads all of the database once, in batches of bounded size, in one unchanging view.
  package func verify() async throws -> Verification {
    try await verify(Projections.all)
  }

  func verify(_ states: [any Projected.Type]) async throws -> Verification {
    try await read { reader in
      var verification = Verification()
      var register = try RegisterAudit(reader.connection)
      try register.run(&verification)
      try TextAudit(reader.connection).run(&verification)
      for state in states {
        try StateAudit(connection: reader.connection).run(state, &verification)
      }
      try StampAudit(connection: reader.connection).run(&verification)
      try KeyAudit(connection: reader.connection).run(&verification)
      try ReadAudit(connection: reader.connection).run(&verification)
      try WordsAudit(connection: reader.connection).run(&verification)
      return verification
    }
  }
}
