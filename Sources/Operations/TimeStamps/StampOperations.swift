package import Maintenance
package import Store

/// Where the register stands with its stamps.
package struct RegisterStamps: Sendable {
  /// The latest stamp on the global log.
  package var last: TimeStamp?
  package var waiting: Int
  package var oldest: WaitingStamp?
  /// Whether the oldest has waited more than a day.
  package var isLate: Bool
  /// The authority that is asked; none when nobody named one.
  package var authority: String?

  static let longestWait = 86_400
}

extension Operations {
  /// Asks for a stamp on the log as it stands, the global one without an agreement, and tries once.
  ///
  /// Whatever keeps the authority from answering leaves the head waiting, and is never thrown.
  /// Nothing without an authority, a key or an entry. A head that was tried is left to the schedule
  /// unless `evenIfTried`.
  package func stamp(
    of agreement: ID<Agreement>? = nil, evenIfTried: Bool = true
  ) async throws -> StampStanding? {
    guard let authority else { return nil }
    let instant = now()
    let standing = try await database.askStamp(of: agreement, at: instant)
    guard case .waiting(let waiting)? = standing, evenIfTried || waiting.attempts == 0 else {
      return standing
    }
    return try await database.attempt(waiting, of: authority.name, at: instant, authority.ask)
      ?? standing
  }

  /// Tries again for the heads that wait and are due; gives how many were stamped.
  @discardableResult
  package func deliverStamps() async throws -> Int {
    guard let authority else { return 0 }
    let instant = now()
    var count = 0
    for waiting in try await database.dueStamps(at: instant) {
      let standing = try await database.attempt(
        waiting, of: authority.name, at: instant, authority.ask)
      guard case .stamped? = standing else { continue }
      count += 1
    }
    return count
  }

  package func registerStamps() async throws -> RegisterStamps {
    let instant = now()
    return try await database.read { [authority] reader in
      let (count, oldest) = try reader.waitingStamps()
      return RegisterStamps(
        last: try reader.lastStamp(), waiting: count, oldest: oldest,
        isLate: oldest.map { instant - $0.askedAt > RegisterStamps.longestWait } ?? false,
        authority: authority?.name)
    }
  }
}
