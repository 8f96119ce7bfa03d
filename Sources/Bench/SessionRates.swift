import Documents
import Foundation
import Hummingbird
import Logging
import Maintenance
import Operations
import Web

/// What signing in costs, and what being signed in costs each page: the same list on the same
/// database, by a site that asks for accounts and by one that does not.
struct SessionRates {
  let database: FilledDatabase
  let folder: URL

  private static let password = "une phrase assez longue"
  private static let signIns = 10
  private static let rounds = 5

  func rows() async throws -> [Table.Row] {
    let operations = Operations(
      database: database.database, now: presentInstant,
      chance: { UInt32.random(in: 0 ... .max) })
    guard let link = try await operations.firstOwnerLink() else {
      throw BenchFault("the database has accounts")
    }
    let owner = try await operations.enter(
      link: link.text, password: SessionRates.password, email: "ana@vigie.example", name: "Ana")
    let clock = ContinuousClock()
    let signing = try await clock.measure {
      for _ in 0..<SessionRates.signIns {
        _ = try await operations.signIn(
          email: "ana@vigie.example", password: SessionRates.password, agent: "bench")
      }
    }
    let token = try await operations.beginSession(of: owner, agent: "bench").text
    let sites = try await [true, false].asyncMap { try await site(operations, closed: $0) }
    return try await SessionRates.serving(sites) { ports in
      try await measured(ports, token, signing)
    }
  }

  private func site(_ operations: Operations, closed: Bool) async throws -> Website {
    Website(
      operations: operations, press: await Press(project: "."),
      assets: try Assets(folder: ".tools/assets"),
      actor: Actor(side: .provider, name: "Claire Besson"), needsAccounts: closed)
  }

  private func measured(
    _ ports: [Int], _ token: String, _ signing: Duration
  ) async throws -> [Table.Row] {
    let closed = Wrk(port: ports[0], path: "/tickets", cookie: "diligence=\(token)", folder: folder)
    let open = Wrk(port: ports[1], path: "/tickets", folder: folder)
    var (subjects, floors): ([Wrk.Burst], [Wrk.Burst]) = ([], [])
    for _ in 0..<SessionRates.rounds {
      floors.append(try await open.burst(connections: 16, seconds: 3))
      subjects.append(try await closed.burst(connections: 16, seconds: 3))
    }
    let seconds = Double(signing.components.seconds) + Double(signing.components.attoseconds) / 1e18
    return [
      Table.Row(
        "ticket list, signed in", "requests/s", subject: subjects.map(\.perSecond).median,
        floor: floors.map(\.perSecond).median, floorName: "no accounts"),
      Table.Row(
        "  p99", "ms", subject: subjects.map(\.p99).median, floor: floors.map(\.p99).median,
        floorName: "no accounts"),
      Table.Row(
        "signing in", "ms", subject: seconds * 1000 / Double(SessionRates.signIns), floor: 0,
        floorName: "–"),
    ]
  }

  /// Runs `body` while each site listens on a port of its own.
  private static func serving(
    _ sites: [Website], _ body: @escaping @Sendable ([Int]) async throws -> [Table.Row]
  ) async throws -> [Table.Row] {
    var logger = Logger(label: "bench")
    logger.logLevel = .critical
    let (heard, running) = AsyncStream.makeStream(of: (Int, Int).self)
    return try await withThrowingTaskGroup(of: [Table.Row]?.self) { group in
      for (index, site) in sites.enumerated() {
        let server = application(
          site, port: 0, logger: logger, onRunning: { running.yield((index, $0)) })
        group.addTask {
          try await server.runService(gracefulShutdownSignals: [])
          return nil
        }
      }
      group.addTask {
        var ports: [Int: Int] = [:]
        for await (index, port) in heard {
          ports[index] = port
          if ports.count == sites.count { break }
        }
        return try await body(sites.indices.compactMap { ports[$0] })
      }
      defer { group.cancelAll() }
      while let rows = try await group.next() { if let rows { return rows } }
      return []
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<Value>(_ map: (Element) async throws -> Value) async throws -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await map(element)) }
    return values
  }
}
