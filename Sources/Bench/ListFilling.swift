import Foundation
import Maintenance
import Operations
import Store

/// A database with the tickets of fifty clients: words as unevenly spread as in real requests, and
/// as many open tickets whatever the history, nearly all of it resolved or closed.
struct ListFilling {
  static let openCount = 300
  private static let clientCount = 50
  private static let perTransaction = 2000
  /// Within what the tickets of any count are spread: ten years, in seconds.
  private static let span = 315_000_000

  let database: Database
  let agreement: ID<Agreement>
  /// A ticket of the middle, and one that is open.
  let old: ID<Ticket>
  let open: ID<Ticket>

  /// Fills what is empty, and takes what is full as it is.
  static func make(at location: Location, tickets count: Int) async throws -> ListFilling {
    let database = try await Database.open(location)
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    let filled = try await operations.tickets(TicketFilter(), limit: 1).page.lines
    if filled.isEmpty { try await fill(database, operations, count) }
    var filter = TicketFilter()
    filter.state = .open
    let open = try await operations.tickets(filter, limit: 1).page.lines
    filter.state = .resolved
    let old = try await operations.tickets(filter, limit: 100).page.lines
    guard let first = open.first, let last = old.last else {
      throw BenchFault("\(location) has no tickets")
    }
    return ListFilling(
      database: database, agreement: last.agreement, old: last.id, open: first.id)
  }

  private static func fill(
    _ database: Database, _ operations: Operations, _ count: Int
  ) async throws {
    let step = Int64(span) * 1000 / Int64(count)
    let first = Instant(milliseconds: presentInstant().milliseconds - Int64(count + 2) * step)
    let clients = try await clients(operations.at(first))
    for start in stride(from: 0, to: count, by: perTransaction) {
      let lives = try (start..<min(start + perTransaction, count)).map { index in
        let client = clients[DrawnWords.drawn(index, among: clients.count, salt: 7)]
        let at = Instant(milliseconds: first.milliseconds + Int64(index + 1) * step)
        return try DrawnLife(
          index: index, at: at,
          isOpen: index % max(1, count / openCount) == count / openCount - 1
            && index / max(1, count / openCount) < openCount
        ).changes(under: client.terms, of: client.id)
      }
      try await database.write { try $0.save(lives: lives) }
    }
  }

  private static func clients(
    _ operations: Operations
  ) async throws -> [(id: ID<Agreement>, terms: Terms)] {
    let file = "examples/atelier-lumen.yaml"
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw BenchFault("\(file) is not there: start from the project's folder")
    }
    let actor = Actor(side: .provider, name: "Claire Besson")
    let text = String(decoding: bytes, as: UTF8.self)
    var clients: [(id: ID<Agreement>, terms: Terms)] = []
    for number in 1...clientCount {
      let own = text.replacing("VI-2026-031", with: "VI-2026-\(100 + number)")
        .replacing("Atelier Lumen", with: "Atelier Lumen \(number)")
      guard case .kept(let id, _) = try await operations.receive(text: Array(own.utf8), by: actor)
      else { throw BenchFault("the example contract has errors") }
      try await operations.recordBothSignatures(id, by: actor)
      clients.append((id, try await operations.terms(of: id)))
    }
    return clients
  }
}
