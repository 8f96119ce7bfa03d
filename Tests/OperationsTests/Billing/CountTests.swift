import Maintenance
import Store
import TestSupport
import Testing

@testable import Operations

/// Counts of machines and orders of hours, from what is told to what is billed.
struct CountTests {
  private let agent = InvoiceBench.agent
  private let october = InvoiceBench.october

  @Test(arguments: Engine.available)
  func `more machines from a day on are billed from that day`(_ engine: Engine) async throws {
    try await InvoiceBench.run(engine) { operations, _, agreement in
      let before = try await operations.invoiceDraft(of: agreement, month: october).draft
      let day = october.first + 14
      let told = try await operations.recordCount(
        FleetCount(group: "postes", count: 36, from: day), of: agreement, by: agent)
      #expect(told.fleet == [FleetCount(group: "postes", count: 36, from: day)])
      let after = try await operations.invoiceDraft(of: agreement, month: october).draft
      // Eight machines at 27.50 € over 17 of 31 days: 120.645 €.
      #expect((12_063...12_066).contains((after.net - before.net).cents))
      #expect(after.lines.count > before.lines.count)
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `a pack that was ordered is billed, and its hours are there`(_ engine: Engine) async throws {
    try await InvoiceBench.run(engine) { operations, _, agreement in
      let before = try await operations.invoiceDraft(of: agreement, month: october)
      try await operations.orderPack(of: agreement, on: october.first + 25, by: agent)
      let after = try await operations.invoiceDraft(of: agreement, month: october)
      #expect(after.draft.net - before.draft.net == Money(cents: 184_800))
      #expect(after.balance?.leftMinutes == 2 * (before.balance?.leftMinutes ?? 0))
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test func `a fee due on acceptance is billed in the month in which a delivery was accepted`()
    async throws
  {
    try await Engine.sqlite.withDatabase { database in
      let operations = Operations(
        database: database, now: { InvoiceBench.now }, chance: { .random(in: 0 ... .max) })
      let fee = "{ id: pose, libelle: Mise en service, montant: 500.00, echeance: recette }"
      let agreement = try await operations.inForce(
        String(decoding: Project.example(), as: UTF8.self)
          .replacing("\nprix:\n", with: "\nprix:\n  frais:\n    - \(fee)\n"))
      let november = Month(containing: october.last + 1)
      func billed() async throws -> [Money] {
        try await operations.invoiceDraft(of: agreement, month: november).draft.lines
          .filter { $0.kind == .setUp }.map(\.net)
      }
      let zone = try await operations.terms(of: agreement).contract.zone
      let delivery = try await operations.notifyDelivery(
        DeliveryNotice(
          kind: .acceptance, title: "Pose", operation: "", criteria: ["Tout démarre"],
          day: zone.day(at: InvoiceBench.now)), under: agreement, by: agent)
      #expect(try await billed() == [])
      try await operations.act(
        on: delivery.id, under: agreement, by: agent,
        .decide(
          DeliveryDecision(
            .reserved, by: "Jeanne", capacity: "", reason: "", reservations: ["Un écran rayé"])))
      #expect(try await billed() == [Money(cents: 50_000)])
    }
  }

  @Test func `what cannot be is refused, and nothing is told`() async throws {
    try await InvoiceBench.run { operations, _, agreement in
      func count(_ group: String, _ count: Int, _ day: Day) async throws {
        try await operations.recordCount(
          FleetCount(group: group, count: count, from: day), of: agreement, by: agent)
      }
      await #expect(throws: CountRefusal.unknownGroup("lune")) {
        try await count("lune", 1, october.last)
      }
      for wrong in [-1, 100_001] {
        await #expect(throws: CountRefusal.outOfBounds) {
          try await count("postes", wrong, october.last)
        }
      }
      for day in [october.first - 400, october.last + 800] {
        await #expect(throws: CountRefusal.dayOutOfBounds) { try await count("postes", 3, day) }
        await #expect(throws: CountRefusal.dayOutOfBounds) {
          try await operations.orderPack(of: agreement, on: day, by: agent)
        }
      }
      let left = try await operations.counts(of: agreement).agreement
      #expect(left.fleet == [])
      #expect(left.packOrders == [])
    }
  }
}
