import Documents
import Foundation
import Maintenance
import Store
import TestSupport
import Testing

@testable import Operations

/// Issuing goes through the real press: each test makes few invoices.
@Suite(.serialized)
struct InvoiceOperationsTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  /// A Monday, 10:00 in Paris.
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)
  private let october = Month(iso: "2026-10") ?? Month(containing: Day(number: 0))

  @Test(arguments: Engine.available)
  func `a month is billed once, and again after it was taken back`(_ engine: Engine) async throws {
    try await withOperations(engine) { operations, press, agreement in
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      #expect(invoice.content.number.text == "F2026-00001")
      #expect(invoice.content.gross == invoice.balance)
      await #expect(throws: InvoiceRefusal.nothingToBill) {
        try await operations.issueInvoice(of: agreement, month: october, by: agent, press: press)
      }
      let note = try await operations.creditInvoice(
        invoice.id, CreditRequest(reason: "Mauvais mois"), by: agent, press: press)
      #expect(note.content.number.text == "F2026-00002")
      #expect(note.corrected == invoice.id)
      let credited = try await operations.invoice(invoice.id).invoice
      #expect(credited.balance == .zero)
      #expect(credited.standing(on: invoice.content.issued) == .credited)
      let again = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      #expect(again.content.number.ordinal == 3)
      #expect(again.content.lines == invoice.content.lines)
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `invoices issued at once leave no gap and no double`(_ engine: Engine) async throws {
    try await withOperations(engine) { operations, press, agreement in
      let months = [october, october.next]
      let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
        for (index, month) in (months + months + months).enumerated() {
          group.addTask {
            do {
              return try await operations.at(now + index).issueInvoice(
                of: agreement, month: month, by: agent, press: press
              ).content.number.ordinal
            } catch InvoiceRefusal.nothingToBill {
              return nil
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(numbers.compactMap { $0 }.sorted() == [1, 2])
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test
  func `the files of an invoice are kept as they were issued`() async throws {
    try await withOperations(.sqlite) { operations, press, agreement in
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      let pdf = try await operations.file(of: invoice.id, .pdf).bytes
      let xml = String(
        decoding: try await operations.file(of: invoice.id, .xml).bytes, as: UTF8.self)
      let ubl = String(
        decoding: try await operations.file(of: invoice.id, .ubl).bytes, as: UTF8.self)
      #expect(pdf.starts(with: Array("%PDF-1.7".utf8)))
      #expect(xml.contains("<ram:ID>F2026-00001</ram:ID>"))
      #expect(ubl.contains("<cbc:ID>F2026-00001</cbc:ID>"))
    }
  }

  @Test
  func `payments lessen the balance and never go beyond it`() async throws {
    try await withOperations(.sqlite) { operations, press, agreement in
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      let half = Money(cents: invoice.balance.cents / 2)
      func payment(_ amount: Money) -> Invoice.Payment {
        Invoice.Payment(
          day: invoice.content.issued, amount: amount, means: "virement", reference: "VIR 1")
      }
      let paid = try await operations.recordPayment(payment(half), of: invoice.id, by: agent)
      #expect(paid.balance == invoice.balance - half)
      await #expect(throws: InvoiceRefusal.beyondBalance(paid.balance)) {
        try await operations.recordPayment(payment(invoice.balance), of: invoice.id, by: agent)
      }
      let whole = try await operations.recordPayment(
        payment(paid.balance), of: invoice.id, by: agent)
      #expect(whole.standing(on: invoice.content.due + 10) == .paid)
      let list = try await operations.invoices(
        InvoiceFilter(standing: .open), before: nil, limit: 9)
      #expect(list.lines == [])
      #expect(list.open == .zero)
    }
  }

  @Test
  func `the sales journal balances, entry by entry, in eighteen columns`() async throws {
    try await withOperations(.sqlite) { operations, press, agreement in
      #expect(try await operations.salesJournal(year: 2026) == nil)
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      _ = try await operations.creditInvoice(
        invoice.id, CreditRequest(reason: "Mauvais\tmois"), by: agent, press: press)
      let journal = try #require(try await operations.salesJournal(year: 2026))
      #expect(journal.name == "999301120FEC20261231")
      let rows = journal.text.split(separator: "\r\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
      }
      #expect(rows.allSatisfy { $0.count == 18 })
      #expect(rows[0].prefix(3) == ["JournalCode", "JournalLib", "EcritureNum"])
      for number in ["F2026-00001", "F2026-00002"] {
        let entry = rows.filter { $0[2] == number }
        func sum(_ column: Int) -> Int {
          entry.reduce(0) { $0 + (Int($1[column].filter { $0 != "," }) ?? 0) }
        }
        #expect(sum(11) == Int(invoice.content.gross.cents))
        #expect(sum(11) == sum(12))
      }
      #expect(rows.first { $0[2] == "F2026-00001" && $0[4] == "411000" }?[12] == "0,00")
      #expect(rows.first { $0[2] == "F2026-00002" && $0[4] == "411000" }?[11] == "0,00")
    }
  }

  @Test
  func `what is not billed yet is told month by month`() async throws {
    try await withOperations(.sqlite) { operations, press, agreement in
      let before = try await operations.unbilled()
      #expect(before.map(\.month) == [october, october.next])
      _ = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      #expect(try await operations.unbilled().map(\.month) == [october.next])
    }
  }

  /// The example contract in force since October, and the press of this project.
  func withOperations(
    _ engine: Engine, _ body: (Operations, InvoicePress, ID<Agreement>) async throws -> Void
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { [now] in now }, chance: { .random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let press = InvoicePress(await Press(project: Project.root.path))
      try await body(operations, press, agreement.id)
    }
  }
}
