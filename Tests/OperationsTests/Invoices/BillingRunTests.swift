import Documents
import Foundation
import Maintenance
import Store
import TestSupport
import Testing

@testable import Operations

@Suite(.serialized)
struct BillingRunTests {
  private let agent = InvoiceBench.agent

  @Test(arguments: Engine.available)
  func `a run bills all that is due, and tells what it cannot`(_ engine: Engine) async throws {
    try await InvoiceBench.run(engine) { operations, press, _ in
      let example = String(decoding: try Project.example(), as: UTF8.self)
      for number in 2...4 { try await operations.contract(number, of: example) }
      _ = try await operations.inForce(
        example.replacing("VI-2026-031", with: "VI-2026-099")
          .replacing(#/\n +iban: [^\n]+/#.ignoresCase(), with: ""))
      let run = try await operations.startBillingRun(by: agent)
      #expect(try await operations.startBillingRun(by: agent) == run)
      #expect(try await operations.workOnBillingRun(press: press))
      #expect(try await operations.workOnBillingRun(press: press) == false)
      let reading = try await operations.billingRun(run)
      #expect(reading.isEnded)
      #expect(reading.counts == [.issued: 8, .refused: 2])
      let lack = InvoiceRefusal.incomplete([InvoiceLack(.sellerIBAN)])
      #expect(reading.refused.map { InvoiceRefusal(stored: $0.detail) } == [lack, lack])
      let numbers = try await operations.invoices(.init(), before: nil, limit: 20).lines
        .map(\.number).sorted()
      #expect(numbers == (1...8).map { "F2026-0000\($0)" })
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test func `a run bills a deposit due on signing before its contract begins`() async throws {
    let deposit = "  acompte: { montant: 1000.00, echeance: signature }\n"
    try await InvoiceBench.run { operations, press, _ in
      let early = try await operations.inForce(
        String(decoding: try Project.example(), as: UTF8.self)
          .replacing("VI-2026-031", with: "VI-2026-077")
          .replacing("effet: 2026-10-01", with: "effet: 2027-01-01")
          .replacing("paiement:\n", with: "paiement:\n\(deposit)"))
      let told = try await operations.unbilledEntries(of: early).entries
      #expect(told.map(\.amount) == [Money(cents: 100_000)])
      let run = try await operations.startBillingRun(by: agent)
      #expect(try await operations.workOnBillingRun(press: press))
      #expect(try await operations.billingRun(run).refused == [])
      let issued = try await operations.invoices(.init(), before: nil, limit: 9).lines
        .filter { $0.kind == .deposit }
      #expect(issued.map(\.agreement) == [early])
      // Once.
      #expect(try await operations.unbilled(of: early).isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `a run that was left in the middle is gone on with, and bills nothing twice`(
    _ engine: Engine
  ) async throws {
    try await InvoiceBench.run(engine) { operations, press, _ in
      let example = String(decoding: try Project.example(), as: UTF8.self)
      for number in 2...5 { try await operations.contract(number, of: example) }
      let run = try await operations.startBillingRun(by: agent)
      let work = Task { try await operations.workOnBillingRun(press: press) }
      while try await operations.billingRun(run).counts[.issued, default: 0] < 2 {
        try await Task.sleep(for: .milliseconds(5))
      }
      work.cancel()
      await #expect(throws: CancellationError.self) { try await work.value }
      let left = try await operations.billingRun(run)
      #expect(!left.isEnded)
      #expect(left.counts[.waiting, default: 0] > 0)
      // Another service, with a press of its own.
      let other = InvoicePress(await Press(project: Project.root.path))
      #expect(try await operations.workOnBillingRun(press: other))
      #expect(try await operations.billingRun(run).counts == [.issued: 10])
      let lines = try await operations.invoices(.init(), before: nil, limit: 20).lines
      #expect(
        lines.map(\.number).sorted() == (1...10).map { "F2026-000\($0 < 10 ? "0" : "")\($0)" })
      #expect(try await operations.unbilled().count == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `what the press failed is told, takes no number, and is tried again`(
    _ engine: Engine
  ) async throws {
    try await InvoiceBench.run(engine) { operations, press, _ in
      let broken = InvoicePress(
        await Press(python: "/bin/false", folder: Project.root.path + "/Press"))
      let run = try await operations.startBillingRun(by: agent)
      #expect(try await operations.workOnBillingRun(press: broken))
      let failed = try await operations.billingRuns().failed
      #expect(failed.map(\.run) == [run, run])
      #expect(failed.allSatisfy { $0.item.detail.contains("press") && $0.item.attempts == 3 })
      #expect(try await operations.invoices(.init(), before: nil, limit: 9).lines == [])
      try await operations.retryBillingRun(run)
      #expect(try await operations.workOnBillingRun(press: press))
      #expect(try await operations.billingRun(run).counts == [.issued: 2])
      #expect(try await operations.billingRuns().failed.count == 0)
    }
  }
}

extension Operations {
  fileprivate func contract(_ number: Int, of example: String) async throws {
    _ = try await inForce(example.replacing("VI-2026-031", with: "VI-2026-10\(number)"))
  }
}
