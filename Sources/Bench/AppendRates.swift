import Maintenance
import Operations
import Store
import Synchronization

/// Changes recorded a second through the store, by one writer and by many at once, beside bare
/// durable rows by as many on the same engine; and whole acts, which read before they write.
///
/// Floor and product take turns in short rounds, so that other load meets both alike.
struct AppendRates {
  let engine: String
  let filled: FilledDatabase
  /// Bare durable rows a second, by so many at once.
  let floor: @Sendable (_ writers: Int) async throws -> Double

  static let span: Duration = .seconds(1)
  private static let rounds = 5
  private static let crowd = 32
  private static let lives = 4000

  func rows() async throws -> [Table.Row] {
    let operations = Operations(
      database: filled.database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    let terms = try await operations.terms(of: filled.agreement)
    let open = try await filled.database.read { try $0.openTickets(limit: 200) }.map(\.id)
    var rows: [Table.Row] = []
    for (set, writers) in [1, Self.crowd].enumerated() {
      let lives = try (0..<Self.lives).map { number in
        try life(number + set * Self.lives + FilledDatabase.ticketCount, under: terms)
      }
      let supplies = (0..<writers).map { number in
        Supply(
          lives[lives.count * number / writers..<lives.count * (number + 1) / writers],
          open[open.count * number / writers..<open.count * (number + 1) / writers])
      }
      let database = filled.database
      var floors: [Double] = []
      var changes: [Double] = []
      var acts: [Double] = []
      for _ in 1...Self.rounds {
        floors.append(try await floor(writers))
        changes.append(
          try await Self.rate(writers) { number in
            guard let change = supplies[number].nextChange() else { return false }
            try await database.write { try $0.save(change) }
            return true
          })
        acts.append(
          try await Self.rate(writers) { number in
            let ticket = supplies[number].nextTicket()
            try await Self.act(on: ticket, by: operations)
            return true
          })
      }
      let name = "one bare durable row, \(writers) at once"
      rows += [
        Table.Row(
          "\(engine): changes recorded by \(writers) at once", "/s", subject: changes.median,
          floor: floors.median, floorName: name),
        Table.Row(
          "\(engine): acts under a command by \(writers) at once", "/s", subject: acts.median,
          floor: floors.median, floorName: name),
      ]
    }
    return rows
  }

  /// Loads the ticket and its contract, asks the rule, saves.
  private static func act(on ticket: ID<Ticket>, by operations: Operations) async throws {
    let command = Command(identity: operations.newCommand(), content: [])
    _ = try await Command.$current.withValue(command) {
      try await operations.act(
        on: ticket, by: Actor(side: .provider, name: "Claire Besson"),
        .work(minutes: 5, note: "Profil reconstruit."))
    }
  }

  /// What one writer does, in its order.
  private final class Supply: Sendable {
    private let changes: Mutex<[Change<Ticket>]>
    private let tickets: Mutex<[ID<Ticket>]>

    init(_ lives: ArraySlice<[Change<Ticket>]>, _ tickets: ArraySlice<ID<Ticket>>) {
      changes = Mutex(lives.flatMap(\.self).reversed())
      self.tickets = Mutex(Array(tickets))
    }

    func nextChange() -> Change<Ticket>? { changes.withLock { $0.popLast() } }

    /// Each in its turn, and again.
    func nextTicket() -> ID<Ticket> {
      tickets.withLock { tickets in
        let next = tickets.removeFirst()
        tickets.append(next)
        return next
      }
    }
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

  /// How often a second `writers` do their act, until the span ends or one has nothing left to do.
  static func rate(
    _ writers: Int, _ act: @escaping @Sendable (_ writer: Int) async throws -> Bool
  ) async throws -> Double {
    let began = ContinuousClock.now
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<writers {
        group.addTask {
          var count = 0
          while ContinuousClock.now < began + span, try await act(number) { count += 1 }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    return Double(count) / ((ContinuousClock.now - began) / .seconds(1))
  }

  /// The floor where `insertion` makes one row.
  static func floor(
    _ insertion: @escaping @Sendable () async throws -> Void
  ) -> @Sendable (_ writers: Int) async throws -> Double {
    { writers in
      try await rate(writers) { _ in
        try await insertion()
        return true
      }
    }
  }
}
