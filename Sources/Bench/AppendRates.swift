import Maintenance
import Operations
import Store

/// Changes recorded a second through the store, by one writer and by many at once, beside bare
/// durable rows by as many on the same engine.
struct AppendRates {
  let engine: String
  let filled: FilledDatabase
  /// One bare durable row.
  let insertion: @Sendable () async throws -> Void

  private static let span: Duration = .seconds(3)
  private static let crowd = 32

  func rows() async throws -> [Table.Row] {
    let operations = Operations(
      database: filled.database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    var tickets: [Ticket] = []
    for line in try await operations.openTickets(limit: Self.crowd) {
      tickets.append(try await operations.ticket(line.id).ticket)
    }
    guard tickets.count == Self.crowd else { throw BenchFault("too few open tickets") }
    var rows: [Table.Row] = []
    for writers in [1, Self.crowd] {
      let floor = try await rate(writers) { _, until in
        var count = 0
        while ContinuousClock.now < until {
          try await insertion()
          count += 1
        }
        return count
      }
      let present = try await refreshed(tickets.prefix(writers), operations)
      let appends = try await rate(writers) { number, until in
        try await append(to: present[number], until: until)
      }
      rows.append(
        Table.Row(
          "\(engine): changes recorded by \(writers) at once", "/s", subject: appends,
          floor: floor, floorName: "one bare durable row, \(writers) at once"))
    }
    return rows
  }

  private func refreshed(
    _ tickets: ArraySlice<Ticket>, _ operations: Operations
  ) async throws -> [Ticket] {
    var refreshed: [Ticket] = []
    for ticket in tickets { refreshed.append(try await operations.ticket(ticket.id).ticket) }
    return refreshed
  }

  private func append(to ticket: Ticket, until: ContinuousClock.Instant) async throws -> Int {
    let actor = Actor(side: .provider, name: "Claire Besson")
    var ticket = ticket
    var count = 0
    while ContinuousClock.now < until {
      let change = try ticket.worked(
        minutes: 5, note: "Profil reconstruit.", by: actor, at: presentInstant())
      try await filled.database.write { try $0.save(change) }
      ticket = change.state
      count += 1
    }
    return count
  }

  private func rate(
    _ writers: Int,
    _ work: @escaping @Sendable (Int, ContinuousClock.Instant) async throws -> Int
  ) async throws -> Double {
    let until = ContinuousClock.now + Self.span
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<writers { group.addTask { try await work(number, until) } }
      return try await group.reduce(0, +)
    }
    return Double(count) / Double(Self.span.components.seconds)
  }
}
