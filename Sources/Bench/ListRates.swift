import Documents
import Foundation
import Hummingbird
import Logging
import Maintenance
import Operations
import Store
import Web

/// What lists, searches, a ticket's page and an opening take at the server, at ten thousand, a
/// hundred thousand and a million tickets.
struct ListRates {
  static let sizes = [10_000, 100_000, 1_000_000]

  let folder: URL
  let sizes: [Int]

  private static let rounds = 3

  /// `settle` follows a filling, which leaves the engine's statistics behind.
  func growths(
    _ engine: String, _ place: (Int) async throws -> Location,
    settle: () async throws -> Void = {}
  ) async throws -> [Growth] {
    var filled: [ListFilling] = []
    for size in sizes {
      let began = ContinuousClock.now
      filled.append(try await ListFilling.make(at: try await place(size), tickets: size))
      try await settle()
      let seconds = Int((ContinuousClock.now - began) / .seconds(1))
      FileHandle.standardError.write(Data("\(engine), \(size): filled in \(seconds) s\n".utf8))
    }
    let growths = try await served(engine, filled)
    for filling in filled { try await filling.database.close() }
    return growths
  }

  private static let form =
    "canal=portail&site=atelier&groupe=postes&nature=incident&impact=utilisateur&urgence=genante"
    + "&objet=Messagerie+indisponible&texte=Depuis+ce+matin.&demandeur=Jeanne+Morel"

  private func paths(_ filled: ListFilling) -> [(name: String, path: String, form: String?)] {
    let contract = filled.agreement.text
    return [
      ("today", "/", nil), ("list, all", "/tickets", nil),
      ("list, open", "/tickets?etat=ouverts", nil),
      ("list, resolved", "/tickets?etat=resolus", nil),
      ("list, one client", "/tickets?contrat=\(contract)", nil),
      ("list, client and common priority", "/tickets?contrat=\(contract)&priorite=P3", nil),
      ("list, client and rare priority", "/tickets?contrat=\(contract)&priorite=P1", nil),
      ("list, client, step, person", personal(contract), nil),
      ("search, common word", "/tickets?q=bonjour", nil),
      ("search, beginning of it", "/tickets?q=bonjo", nil),
      ("search, one letter", "/tickets?q=m", nil),
      ("search, three letters", "/tickets?q=mes", nil),
      ("search, rare word", "/tickets?q=etiquette+9999", nil),
      ("search, no such word", "/tickets?q=introuvable", nil),
      ("search, two common words", "/tickets?q=bonjour+messagerie", nil),
      ("search, common, open", "/tickets?q=bonjour&etat=ouverts", nil),
      ("search, common, no such person", "/tickets?q=bonjour&attribue=Personne", nil),
      ("ticket, closed", "/tickets/\(filled.old.text)", nil),
      ("ticket, open", "/tickets/\(filled.open.text)", nil),
      ("opening a ticket", "/contrats/\(contract)/tickets", Self.form),
    ]
  }

  private func personal(_ contract: String) -> String {
    "/tickets?contrat=\(contract)&etape=closed&attribue=Paul+Arnaud".replacing("+", with: "%20")
  }

  /// All sizes are served at once, so that they can be asked in turns.
  private func served(_ engine: String, _ filled: [ListFilling]) async throws -> [Growth] {
    let (places, running) = AsyncStream.makeStream(of: (index: Int, port: Int).self)
    return try await withThrowingTaskGroup { group in
      for (index, filling) in filled.enumerated() {
        let application = try await server(filling) { running.yield((index, $0)) }
        group.addTask { () -> [Growth] in
          try await application.runService(gracefulShutdownSignals: [])
          throw BenchFault("the server stopped")
        }
      }
      group.addTask {
        var ports: [Int: Int] = [:]
        for await (index, port) in places {
          ports[index] = port
          guard ports.count == filled.count else { continue }
          return try await measured(
            engine, filled.indices.compactMap { i in ports[i].map { (filled[i], $0) } })
        }
        throw BenchFault("the servers did not start")
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  /// In short rounds, size after size: other load meets all alike.
  private func measured(
    _ engine: String, _ served: [(filled: ListFilling, port: Int)]
  ) async throws -> [Growth] {
    var growths: [Growth] = []
    for (index, (name, _, _)) in paths(served[0].filled).enumerated() {
      var loads = served.map { _ in Growth.Load() }
      for _ in 1...Self.rounds {
        for (size, (filled, port)) in served.enumerated() {
          let (_, path, form) = paths(filled)[index]
          loads[size].rows = try rows(path, form, port)
          loads[size].bursts.append(
            try await Wrk(port: port, path: path, form: form, folder: folder)
              .burst(connections: 1, seconds: 2))
        }
      }
      growths.append(Growth(name: "\(engine), \(name)", loads: loads))
    }
    return growths
  }

  private func rows(_ path: String, _ form: String?, _ port: Int) throws -> Int {
    let answer = try LoopbackRequest(path: path, form: form).answer(port: port)
    guard answer.status == (form == nil ? 200 : 303) else {
      throw BenchFault("\(path) answers \(answer.status)")
    }
    return answer.body.ranges(of: "class=\"row\"").count
  }

  private func server(
    _ filled: ListFilling, onRunning: @escaping @Sendable (Int) async -> Void
  ) async throws -> some ApplicationProtocol {
    let operations = Operations(
      database: filled.database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    let site = Website(
      operations: operations, press: await Press(project: "."),
      assets: try Assets(folder: ".tools/assets"),
      actor: Actor(side: .provider, name: "Claire Besson"))
    var logger = Logger(label: "bench")
    logger.logLevel = .critical
    return application(site, port: 0, logger: logger, onRunning: onRunning)
  }
}

/// One page at each size.
struct Growth {
  /// What it took, and how many rows it showed: where fewer are found, less is done.
  struct Load {
    var bursts: [Wrk.Burst] = []
    var rows = 0
  }

  let name: String
  var loads: [Load]

  static func table(_ growths: [Growth], _ sizes: [Int], machine: String) -> String {
    let width = growths.map(\.name.count).max() ?? 0
    func cell(_ text: String, _ width: Int = 10) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let head =
      String(repeating: " ", count: width) + sizes.map { cell("\($0)") }.joined()
      + cell("growth") + cell("p99") + cell("rows", 16)
    let lines = growths.map { growth in
      let medians = growth.loads.map { $0.bursts.map(\.p50).median }
      let ratio = (medians.last ?? 0) / max(medians.first ?? 1, 0.001)
      return growth.name + String(repeating: " ", count: width - growth.name.count)
        + medians.map { cell(String(format: "%.2f", $0)) }.joined()
        + cell(String(format: "%.2f", ratio))
        + cell(String(format: "%.2f", growth.loads.last?.bursts.map(\.p99).median ?? 0))
        + cell(growth.loads.map { "\($0.rows)" }.joined(separator: " "), 16)
    }
    let title = "\(machine)\nms at the server by tickets, one connection: p50, then p99, rows shown"
    return ([title, head] + lines).joined(separator: "\n")
  }
}
