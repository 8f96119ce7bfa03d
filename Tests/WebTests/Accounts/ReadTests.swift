import HTTPTypes
import Maintenance
import NIOCore
import Operations
import Store
import TestSupport
import Testing

@testable import Web

@Suite(.serialized)
struct ReadTests {
  @Test(arguments: Engine.available)
  func `who reads others' notes is noted once an hour, sealed, shown, and cannot be altered unseen`(
    _ engine: Engine
  ) async throws {
    try await SampleSite.run(on: engine) { sample in
      let doors = try await Doors(sample, "CANARI")
      let ticket = "/tickets/\(doors.own.ticket)"
      for role in [Role.technician, .technician, .manager, .reader] {
        let session = try await doors.session(of: role)
        #expect(try await doors.ask(.get, ticket, session).status == 200, "\(role)")
      }
      let contract = try #require(ID<Agreement>(doors.own.contract))
      let reads = try await doors.operations.reads(of: contract)
      #expect(reads.map(\.reader).sorted() == ["manager", "technician"])
      #expect(reads.allSatisfy { $0.kind == .notes && $0.object == "ticket \(doors.own.ticket)" })
      #expect(await doors.operations.runSchedule() == [])
      #expect(try await digests(doors, contract).isEmpty)
      let later = doors.operations.at(SampleSite.now + 3600)
      let faults = await later.runSchedule()
      #expect(faults == [])
      let again = await later.runSchedule()
      #expect(again == [])
      let sealed = try await digests(doors, contract)
      #expect(sealed.count == 1)
      #expect(sealed.first?.body["count"] == .integer(2))
      let page = try await doors.ask(
        .get, "/contrats/\(doors.own.contract)/consultations",
        try await doors.session(of: .signatory))
      #expect(page.text.contains("technician"))
      #expect(page.text.contains("Notes internes"))
      #expect(try await doors.operations.database.verify().differences == [])
    }
  }

  @Test func `a person's data holds what names them, of their contracts, and nothing that opens`()
    async throws
  {
    try await SampleSite.run { sample in
      let doors = try await Doors(sample, "CANARI")
      let account = try #require(
        try await doors.operations.accounts().first { $0.role == .requester })
      let session = try await doors.session(of: .requester)
      _ = try await doors.ask(
        .post, "/tickets/\(doors.own.ticket)/reponses", session, "note=Toujours+en+panne")
      let own = try await doors.ask(.get, "/compte/donnees", session)
      #expect(own.status == 200)
      let data = try JSON(reading: Array(own.text.utf8))
      #expect(data["account"]?["email"] == .text("requester@vigie.example"))
      #expect(own.text.contains("Toujours en panne"))
      #expect(own.text.contains("account.opened"))
      #expect(!own.text.contains("NOTE-INTERNE"))
      #expect(!own.text.contains("CANARI"))
      #expect(!own.text.contains(session))
      let owner = try await doors.session(of: .owner)
      let byOwner = try await doors.ask(.get, "/comptes/\(account.id)/donnees", owner)
      #expect(byOwner.text.contains("Toujours en panne"))
      let refused = try await doors.ask(
        .get, "/comptes/\(account.id)/donnees", try await doors.session(of: .manager))
      #expect(refused.status == 404)
    }
  }

  private func digests(_ doors: Doors, _ contract: ID<Agreement>) async throws -> [Fact] {
    let page = try await doors.operations.register(of: contract, before: nil, limit: 50)
    let lines = page.entries.filter { $0.kind == "reads.digested" }
    return try await doors.operations.database.read { reader in
      try lines.flatMap { try reader.facts(of: .reads, $0.subject.id) }
    }
  }
}
