import Maintenance
import Operations
import Store

/// Changes recorded a second through the store, by one writer and by many at once, beside bare
/// durable rows by as many on the same engine.
struct AppendRates {
  let engine: String
  let filled: FilledDatabase
  /// Bare durable rows a second, by so many at once.
  let floor: @Sendable (_ writers: Int) async throws -> Double

  static let span: Duration = .seconds(3)
  private static let crowd = 32
  private static let lives = 2000

  func rows() async throws -> [Table.Row] {
    let operations = Operations(
      database: filled.database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    let terms = try await operations.terms(of: filled.agreement)
    var rows: [Table.Row] = []
    for (round, writers) in [1, Self.crowd].enumerated() {
      let floor = try await floor(writers)
      let lives = try (0..<Self.lives).map { number in
        try life(number + (round + 1) * FilledDatabase.ticketCount, under: terms)
      }
      let database = filled.database
      let appends = try await Self.rate(writers) { number, until in
        var count = 0
        for life in lives[lives.count * number / writers..<lives.count * (number + 1) / writers] {
          for change in life where ContinuousClock.now < until {
            try await database.write { try $0.save(change) }
            count += 1
          }
        }
        return count
      }
      rows.append(
        Table.Row(
          "\(engine): changes recorded by \(writers) at once", "/s", subject: appends,
          floor: floor, floorName: "one bare durable row, \(writers) at once"))
    }
    return rows
  }

  /// A ticket's acts, decided before the clock runs: each is then a transaction of its own.
  private func life(_ index: Int, under terms: Terms) throws -> [Change<Ticket>] {
    let now = presentInstant()
    let actor = Actor(side: .provider, name: "Claire Besson")
    let opened = try TicketLife(index: index, at: now, actor: actor)
      .opened(under: terms, of: filled.agreement, drawnMinutes: 0)
    let taken = try opened.state.takenInCharge(by: actor, at: now)
    let worked = try taken.state.worked(
      minutes: 5, note: "Profil reconstruit.", by: actor, at: now)
    let resolved = try worked.state.resolved(
      "Synchronisation vérifiée.", cause: .software, by: actor, at: now)
    return [opened, taken, worked, resolved]
  }

  /// What `writers` do in three seconds, or until they have nothing left to do.
  static func rate(
    _ writers: Int,
    _ work: @escaping @Sendable (Int, ContinuousClock.Instant) async throws -> Int
  ) async throws -> Double {
    let began = ContinuousClock.now
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<writers { group.addTask { try await work(number, began + span) } }
      return try await group.reduce(0, +)
    }
    return Double(count) / ((ContinuousClock.now - began) / .seconds(1))
  }

  /// The floor where `insertion` makes one row.
  static func floor(
    _ insertion: @escaping @Sendable () async throws -> Void
  ) -> @Sendable (_ writers: Int) async throws -> Double {
    { writers in
      try await rate(writers) { _, until in
        var count = 0
        while ContinuousClock.now < until {
          try await insertion()
          count += 1
        }
        return count
      }
    }
  }
}
