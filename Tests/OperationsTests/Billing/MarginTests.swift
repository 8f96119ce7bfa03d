import Maintenance
import Store
import TestSupport
import Testing

@testable import Operations

struct MarginTests {
  @Test(arguments: Engine.available)
  func `a margin is what was invoiced less what its work cost`(_ engine: Engine) async throws {
    try await InvoiceBench.run(engine) { operations, press, agreement in
      let ticket = try await operations.exampleTicket(under: agreement, by: InvoiceBench.agent)
      _ = try await operations.act(
        on: ticket.id, by: InvoiceBench.agent, .work(minutes: 90, note: "Fait"))
      let bare = try await operations.margin(of: agreement).margin
      #expect(bare.shares.map(\.person) == [InvoiceBench.agent.name])
      #expect(bare.shares.map(\.cost) == [nil])
      #expect(!bare.isWhole)
      #expect(bare.percent == nil)
      let invoice = try await operations.issueInvoice(
        of: agreement, month: InvoiceBench.october, by: InvoiceBench.agent, press: press)
      try await operations.setLaborCost(
        LaborCost(
          who: .person(InvoiceBench.agent.name), from: InvoiceBench.october.first,
          hourly: Money(cents: 4200)))
      let margin = try await operations.margin(of: agreement).margin
      #expect(margin.cost == Money(cents: 6300))
      #expect(margin.amount == invoice.content.net - Money(cents: 6300))
      let note = try await operations.creditInvoice(
        invoice.id, CreditRequest([.init(line: 1)], reason: "Trop"), by: InvoiceBench.agent,
        press: press)
      let less = try await operations.margin(of: agreement).margin
      #expect(less.revenue == invoice.content.net - note.content.net)
    }
  }

  @Test func `a person's cost goes before the role's, and bounds hold`() async throws {
    try await InvoiceBench.run { operations, _, agreement in
      for cents: Int64 in [-1, 100_001] {
        await #expect(throws: LaborCostRefusal.outOfBounds) {
          try await operations.setLaborCost(
            LaborCost(
              who: .role(.technician), from: InvoiceBench.october.first,
              hourly: Money(cents: cents)))
        }
      }
      await #expect(throws: LaborCostRefusal.nobody) {
        try await operations.setLaborCost(
          LaborCost(who: .person(" "), from: InvoiceBench.october.first, hourly: .zero))
      }
      let costs = [
        LaborCost(
          who: .role(.technician), from: InvoiceBench.october.first, hourly: Money(cents: 3000)),
        LaborCost(
          who: .person("Lina Roche"), from: InvoiceBench.october.first + 3,
          hourly: Money(cents: 5000)),
      ]
      let ticket = try await operations.exampleTicket(under: agreement, by: InvoiceBench.agent)
      let worked = try await operations.act(
        on: ticket.id, by: InvoiceBench.agent, .work(minutes: 60, note: ""))
      var work = BillableWork(worked, at: 0)
      func cost(on day: Day) -> Money {
        work.at = Zone.paris.instant(day, second: 36_000)
        return ContractMargin(
          [], [work], in: day...day, zone: .paris, costs: costs,
          roles: ["Lina Roche": .technician]
        ).cost
      }
      #expect(cost(on: InvoiceBench.october.first) == Money(cents: 3000))
      #expect(cost(on: InvoiceBench.october.first + 3) == Money(cents: 5000))
      #expect(cost(on: InvoiceBench.october.first - 1) == .zero)
    }
  }
}
