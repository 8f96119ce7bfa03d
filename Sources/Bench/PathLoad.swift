import Documents
import Foundation
import Hummingbird
import Logging
import Maintenance
import Operations
import Store
import Web

/// The ticket list and the opening of a ticket under load, each beside its floor in one server.
struct PathLoad {
  let engine: String
  let database: FilledDatabase
  let folder: URL
  /// One bare durable row.
  let insertion: @Sendable () async throws -> Void

  private static let form =
    "canal=portail&site=atelier&groupe=postes&nature=incident&impact=utilisateur&urgence=genante"
    + "&objet=Messagerie+indisponible&texte=Depuis+ce+matin.&demandeur=Jeanne+Morel"
  private static let rounds = 3
  private static let connections = 16

  func rows() async throws -> [Table.Row] {
    let (ports, running) = AsyncStream.makeStream(of: Int.self)
    let application = try await server { running.yield($0) }
    return try await withThrowingTaskGroup { group in
      group.addTask { () -> [Table.Row] in
        try await application.runService(gracefulShutdownSignals: [])
        throw BenchFault("the server stopped")
      }
      group.addTask {
        for await port in ports { return try await measured(port: port) }
        throw BenchFault("the server did not start")
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  private func server(
    onRunning: @escaping @Sendable (Int) async -> Void
  ) async throws -> some ApplicationProtocol {
    let operations = Operations(
      database: database.database, now: presentInstant,
      chance: { UInt32.random(in: 0 ... .max) })
    let site = Website(
      operations: operations, press: await Press(project: "."),
      assets: try Assets(folder: ".tools/assets"),
      actor: Actor(side: .provider, name: "Claire Besson"))
    var logger = Logger(label: "bench")
    logger.logLevel = .critical
    let insertion = insertion
    return application(
      site, port: 0, logger: logger, onRunning: onRunning,
      moreRoutes: { router in
        router.get("/plancher/vide") { _, _ in Response(status: .ok) }
        router.post("/plancher/insertion") { _, _ in
          try await insertion()
          return Response(status: .seeOther, headers: [.location: "/plancher/vide"])
        }
      })
  }

  private func measured(port: Int) async throws -> [Table.Row] {
    let opening = "/contrats/\(database.agreement.text)/tickets"
    try await check(port: port, opening: opening)
    let list = Wrk(port: port, path: "/tickets", folder: folder)
    let empty = Wrk(port: port, path: "/plancher/vide", folder: folder)
    let open = Wrk(port: port, path: opening, form: PathLoad.form, folder: folder)
    let insert = Wrk(port: port, path: "/plancher/insertion", form: PathLoad.form, folder: folder)
    return try await rows("ticket list", list, floor: empty, "empty route")
      + rows("opening a ticket", open, floor: insert, "bare insert")
  }

  /// Floor and subject in turn, so that a disturbance of the machine meets both.
  private func rows(
    _ name: String, _ subject: Wrk, floor: Wrk, _ floorName: String
  ) async throws -> [Table.Row] {
    var rows: [Table.Row] = []
    for (connections, rounds) in [(PathLoad.connections, PathLoad.rounds), (1, 1)] {
      var floors: [Wrk.Burst] = []
      var bursts: [Wrk.Burst] = []
      for _ in 1...rounds {
        floors.append(try await floor.burst(connections: connections, seconds: 3))
        bursts.append(try await countedBurst(of: subject, connections: connections))
      }
      let title = "\(engine), \(name), \(connections) connection\(connections == 1 ? "" : "s")"
      rows += [
        Table.Row(
          title, "requests/s", subject: bursts.map(\.perSecond).median,
          floor: floors.map(\.perSecond).median, floorName: floorName),
        Table.Row(
          "  p99", "ms", subject: bursts.map(\.p99).median, floor: floors.map(\.p99).median,
          floorName: floorName),
      ]
    }
    return rows
  }

  /// Every answered opening must be there; those under way when the burst ended may be.
  private func countedBurst(of subject: Wrk, connections: Int) async throws -> Wrk.Burst {
    let before = try await database.count()
    let burst = try await subject.burst(connections: connections, seconds: 3)
    let grown = try await database.count() - before
    let answered = subject.form == nil ? 0 : burst.requests
    guard (answered...(answered + connections)).contains(grown) else {
      throw BenchFault("\(answered) openings answered, \(grown) tickets more")
    }
    return burst
  }

  private func check(port: Int, opening: String) async throws {
    let page = try LoopbackRequest(path: "/tickets").answer(port: port)
    let rows = page.body.split(separator: "id=\"ticket-").count - 1
    let before = try await database.count()
    let opened = try (1...20).filter { _ in
      try LoopbackRequest(path: opening, form: PathLoad.form).answer(port: port).status == 303
    }.count
    let after = try await database.count()
    guard page.status == 200, rows == 50, before == FilledDatabase.ticketCount, opened == 20,
      after - before == opened
    else {
      throw BenchFault(
        """
        the list answers \(page.status) with \(rows) rows of \(before) tickets; of 20 openings \
        \(opened) answer 303 and \(after - before) are there
        """)
    }
  }
}
