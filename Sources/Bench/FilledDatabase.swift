import Foundation
import Maintenance
import Operations
import Store

/// A database with one contract in force and the tickets of a busy life under it, made by the same
/// verbs as those of the pages; only their transactions are longer.
struct FilledDatabase {
  static let ticketCount = 10_000
  private static let ticketsPerTransaction = 500
  /// The newest, which nobody has taken charge of yet.
  private static let openCount = 200
  /// Within what the tickets of any count are spread.
  private static let span = 4_200_000

  let database: Database
  let agreement: ID<Agreement>

  static func make(
    at location: Location, tickets ticketCount: Int = ticketCount, keyFile: String? = nil
  ) async throws -> FilledDatabase {
    let interval = span / ticketCount
    let database = try await Database.open(location, keyFile: keyFile)
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    guard try await operations.agreements().isEmpty else {
      throw BenchFault("\(location) is not empty")
    }
    let first = presentInstant() + -(ticketCount + 1) * interval
    let actor = Actor(side: .provider, name: "Claire Besson")
    guard let text = FileManager.default.contents(atPath: "examples/atelier-lumen.yaml") else {
      throw BenchFault("examples/atelier-lumen.yaml is not there: start from the project's folder")
    }
    let then = operations.at(first)
    guard case .kept(let agreement, _) = try await then.receive(text: Array(text), by: actor) else {
      throw BenchFault("the example contract has errors")
    }
    try await then.recordBothSignatures(agreement, by: actor)
    let terms = try await operations.terms(of: agreement)
    var drawn = 0
    for start in stride(from: 0, to: ticketCount, by: ticketsPerTransaction) {
      let before = drawn
      drawn = try await database.write { transaction in
        var drawn = before
        for index in start..<(start + ticketsPerTransaction) {
          let life = TicketLife(index: index, at: first + (index + 1) * interval, actor: actor)
          let opened = try life.opened(under: terms, of: agreement, drawnMinutes: drawn)
          try transaction.save(opened)
          guard index < ticketCount - openCount else { continue }
          for change in try life.ending(opened.state) { try transaction.save(change) }
          drawn += life.drawn(from: terms, for: opened.state)
        }
        return drawn
      }
    }
    return FilledDatabase(database: database, agreement: agreement)
  }

  /// How many tickets were opened, from the numbers that they take.
  func count() async throws -> Int {
    try await database.read { try $0.nextTicketNumber(of: agreement) - 1 }
  }
}

/// One ticket and what happens to it: taken in charge, worked on, resolved.
struct TicketLife {
  private static let minutes = 20

  let index: Int
  let at: Instant
  let actor: Actor

  func opened(
    under terms: Terms, of agreement: ID<Agreement>, drawnMinutes: Int
  ) throws -> Change<Ticket> {
    let contract = terms.contract
    let matrix = contract.serviceLevels.matrix
    let request = TicketRequest(
      channel: contract.support.channels[index % contract.support.channels.count],
      site: contract.scope.sites[index % contract.scope.sites.count].id,
      group: contract.scope.groups[index % contract.scope.groups.count].id,
      nature: TicketNature.allCases[index % TicketNature.allCases.count],
      impact: matrix.impacts[index % matrix.impacts.count],
      urgency: matrix.urgencies[index / 3 % matrix.urgencies.count],
      title: "Messagerie indisponible sur le poste \(index % 28 + 1)",
      text: "La messagerie demande sans cesse le mot de passe depuis ce matin.",
      requester: "Jeanne Morel")
    return try Ticket.opened(
      request, id: ID(at: at, chance: UInt32(index)), number: index + 1, agreement: agreement,
      under: terms,
      prepaidMinutesLeft: contract.price.prepaid.map { $0.hours * 60 - drawnMinutes },
      by: actor, at: at)
  }

  func ending(_ ticket: Ticket) throws -> [Change<Ticket>] {
    let taken = try ticket.takenInCharge(by: actor, at: at + 600)
    let worked = try taken.state.worked(
      minutes: TicketLife.minutes, note: "Profil reconstruit.", by: actor, at: at + 2400)
    let resolved = try worked.state.resolved(
      "Profil reconstruit, synchronisation vérifiée.", cause: .software, by: actor, at: at + 2460)
    return [taken, worked, resolved]
  }

  func drawn(from terms: Terms, for ticket: Ticket) -> Int {
    guard ticket.verdict.charge == .prepaid, let prepaid = terms.contract.price.prepaid else {
      return 0
    }
    return prepaid.drawn(for: TicketLife.minutes)
  }
}
