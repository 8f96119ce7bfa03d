import Documents
import Foundation
import Logging
import Maintenance
import Operations
import Store
import TestSupport

@testable import Web

/// A site over a real database, on a Monday at 10:00 in Paris.
struct SampleSite {
  let visitor: Visitor
  let operations: Operations
  static let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)
  static let actor = Actor(side: .provider, name: "Lina Roche")

  /// Gives an empty site, and clears what it kept.
  static func run(
    on engine: Engine = .sqlite, _ body: (SampleSite) async throws -> Void
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let project = Project.root
      let site = Website(
        operations: operations, press: await Press(project: project.path), assets: try assets(),
        actor: actor)
      try await body(SampleSite(visitor: Visitor(site), operations: operations))
    }
  }

  /// Gives a site with the example contract in force for a month.
  static func runInForce(_ body: (SampleSite, Agreement) async throws -> Void) async throws {
    try await run { sample in
      let early = sample.operations.at(now + -30 * 86_400)
      guard case .kept(let id, _) = try await early.receive(text: Project.example(), by: actor)
      else { throw Missing.agreement }
      try await body(sample, try await early.recordBothSignatures(id, by: actor))
    }
  }

  /// A ticket on the first site and group of the contract.
  func ticket(
    under agreement: Agreement, title: String = "Imprimante muette", group: String? = nil
  ) async throws
    -> Ticket
  {
    let contract = try await operations.terms(of: agreement.id).contract
    return try await operations.openTicket(
      TicketRequest(
        channel: .telephone, site: contract.scope.sites[0].id,
        group: group ?? contract.scope.groups[0].id,
        nature: .incident, impact: contract.serviceLevels.matrix.impacts[1],
        urgency: contract.serviceLevels.matrix.urgencies[0], title: title,
        text: "Rien ne sort.", requester: "Jeanne Morel"), under: agreement.id,
      by: Actor(side: .client, name: "Jeanne Morel"))
  }

  /// Stand-ins for others' files.
  private static func assets() throws -> Assets {
    let folder = FileManager.default.temporaryDirectory.appending(path: "diligence-assets")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["base.css", "htmx.js", "htmx-sse.js", "inter.woff2"] {
      try Data("/* \(name) */".utf8).write(to: folder.appending(path: name), options: .atomic)
    }
    return try Assets(folder: folder.path)
  }
}
