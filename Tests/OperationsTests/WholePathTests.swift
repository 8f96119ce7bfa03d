import ContractSource
import Foundation
import Maintenance
import Operations
import Store
import TestSupport
import Testing

/// The path from a contract's text to its proof, on both engines.
@Suite(.serialized)
struct WholePathTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let client = Actor(side: .client, name: "Jeanne Morel")
  /// A Monday, 10:00 in Paris.
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  private func withOperations(
    _ engine: Engine, _ body: (Operations) async throws -> Void
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(database: database, now: { [now] in now }, chance: { 7 })
      try await body(operations)
      let report = try await operations.verify()
      #expect(report.differences.isEmpty)
      #expect(report.entries > 0)
    }
  }

  private func source() throws -> [UInt8] {
    try Project.example()
  }

  private func request(_ agreement: Agreement, _ operations: Operations) async throws
    -> TicketRequest
  {
    let contract = try await operations.terms(of: agreement.id).contract
    return TicketRequest(
      channel: .telephone, site: contract.scope.sites[0].id, group: contract.scope.groups[0].id,
      nature: .incident, impact: contract.serviceLevels.matrix.impacts[1],
      urgency: contract.serviceLevels.matrix.urgencies[0], title: "Serveur de fichiers muet",
      text: "Plus d’accès au dossier commun.", requester: "Jeanne Morel")
  }

  @Test(arguments: Engine.available)
  func `a ticket lives from its opening to its cause, and every act is in the register`(
    _ engine: Engine
  ) async throws {
    try await withOperations(engine) { operations in
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let opened = try await operations.openTicket(
        request(agreement, operations), under: agreement.id, by: client)
      #expect(opened.number == 1)
      #expect(opened.verdict.because.allSatisfy { !$0.number.isEmpty })
      let debt = WorkaroundDebt(owner: agent.name, due: Zone.paris.day(at: now) + 7)
      let acts: [TicketAct] = [
        .takeCharge, .pause(.awaitingClient, note: "Qui est connecté ?"), .resume,
        .workAround(note: "Copie de la veille", debt: debt), .work(minutes: 45, note: ""),
        .resolve(.software, note: "Service relancé"),
      ]
      for (index, act) in acts.enumerated() {
        _ = try await operations.at(now + (index + 1) * 300).act(on: opened.id, by: agent, act)
      }
      let reading = try await operations.at(now + 7200).ticket(opened.id)
      #expect(reading.ticket.stage == .resolved)
      #expect(reading.facts.count == acts.count + 1)
      #expect(reading.clocks.allSatisfy { $0.standing == .held })
      #expect(reading.clocks.first?.elapsedSeconds == 300)
      let living = try await operations.livingContract(agreement.id)
      #expect(living.head?.size == 5 + reading.facts.count)
      #expect(living.counts.held == reading.clocks.count)
      let entries = try await operations.database.read {
        try $0.entries(agreement: agreement.id, limit: 100)
      }
      #expect(entries.map(\.n) == (0..<Int64(5 + reading.facts.count)).reversed())
    }
  }

  @Test(arguments: Engine.available)
  func `a refused act leaves no trace`(_ engine: Engine) async throws {
    try await withOperations(engine) { operations in
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let ticket = try await operations.openTicket(
        request(agreement, operations), under: agreement.id, by: client)
      await #expect(throws: TicketRefusal.notWaiting) {
        try await operations.act(on: ticket.id, by: agent, .resume)
      }
      let reading = try await operations.ticket(ticket.id)
      #expect(reading.ticket == ticket)
      #expect(reading.facts.count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `tickets opened at once take numbers without gap or double`(_ engine: Engine) async throws {
    try await withOperations(engine) { operations in
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let request = try await request(agreement, operations)
      let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
        for index in 0..<8 {
          group.addTask {
            let other = Operations(
              database: operations.database, now: { operations.now() + index },
              chance: { UInt32(index) })
            return try await other.openTicket(request, under: agreement.id, by: client).number
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(numbers.sorted() == Array(1...8))
    }
  }

  @Test(arguments: Engine.available)
  func `a text with errors is not kept, a corrected one becomes the next version`(
    _ engine: Engine
  ) async throws {
    try await withOperations(engine) { operations in
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let text = String(decoding: try source(), as: UTF8.self)
      let broken = Array(text.replacing("parties:", with: "partis:").utf8)
      guard case .refused(let reading) = try await operations.receive(text: broken, by: agent)
      else {
        Issue.record("a text with an unknown key was kept")
        return
      }
      #expect(reading.errorCount > 0)
      await #expect(throws: AgreementRefusal.nothingProposed) {
        try await operations.recordBothSignatures(agreement.id, by: agent)
      }
      let amended = Array((text + "\n# Relu le 23 novembre\n").utf8)
      guard case .kept(let id, _) = try await operations.receive(text: amended, by: agent) else {
        Issue.record("the amended text was refused")
        return
      }
      #expect(id == agreement.id)
      let second = try await operations.recordBothSignatures(id, by: agent)
      #expect(second.versions.count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `the invoice draft bills what the verdict says, by its article`(_ engine: Engine)
    async throws
  {
    try await withOperations(engine) { operations in
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      var request = try await request(agreement, operations)
      let contract = try await operations.terms(of: agreement.id).contract
      let covered = Set(contract.price.fees.compactMap(\.group))
      request.group = try #require(contract.scope.groups.first { !covered.contains($0.id) }).id
      let ticket = try await operations.openTicket(request, under: agreement.id, by: client)
      _ = try await operations.act(on: ticket.id, by: agent, .work(minutes: 50, note: ""))
      let reading = try await operations.invoiceDraft(of: agreement.id, month: nil)
      let counted = reading.draft.lines.filter { !$0.tickets.isEmpty }
      #expect(counted.flatMap(\.tickets).map(\.id) == [ticket.id])
      #expect(reading.draft.lines.allSatisfy { !$0.citation.number.isEmpty })
      #expect(reading.draft.gross == reading.draft.net + reading.draft.vat)
    }
  }

  @Test(arguments: Engine.available)
  func `a ticket of last month that is late now is still counted`(_ engine: Engine) async throws {
    try await withOperations(engine) { operations in
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let old = operations.at(now + -25 * 86_400)
      _ = try await old.openTicket(
        request(agreement, operations), under: agreement.id, by: client)
      let counts = try await operations.livingContract(agreement.id).counts
      #expect(counts.overdue == 1)
      #expect(counts.tickets == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `an announced deadline that the terms do not give is found`(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(database: database, now: { [now] in now }, chance: { 7 })
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let request = try await request(agreement, operations)
      var terms = try await operations.terms(of: agreement.id)
      var contract = terms.contract
      contract.support.hours = OpeningHours()
      contract.support.onCall = nil
      terms = Terms(contract, version: 1)
      let forged = try Ticket.opened(
        request, id: ID(number: 99), number: 1, agreement: agreement.id, under: terms,
        prepaidMinutesLeft: nil, by: client, at: now)
      try await database.write { try $0.save(forged) }
      let report = try await operations.verify()
      #expect(report.differences.count == 1)
    }
  }
}
