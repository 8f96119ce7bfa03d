import Documents
import Maintenance
import Store
import TestSupport
import Testing

@testable import Operations

/// What takes an invoice back: each goes through the real press and its validators.
@Suite(.serialized)
struct InvoiceCreditTests {
  private let agent = InvoiceBench.agent
  private let october = InvoiceBench.october

  @Test(arguments: Engine.available)
  func `a credit note in part frees exactly the lines that it takes back whole`(
    _ engine: Engine
  ) async throws {
    try await InvoiceBench.run(engine) { operations, press, agreement in
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      let (first, second) = (invoice.content.lines[0], invoice.content.lines[1])
      let part = Money(cents: 1000)
      let note = try await operations.creditInvoice(
        invoice.id,
        CreditRequest(
          [.init(line: 1, amount: part), .init(line: 2)], reason: "Un serveur de trop"),
        by: agent, press: press)
      #expect(note.content.kind == .creditNote)
      #expect(note.content.net == part + second.net)
      #expect(note.content.preceding.map(\.number) == [invoice.content.number.text])
      let left = try await operations.invoice(invoice.id).invoice
      #expect(left.balance == invoice.balance - note.content.gross)
      #expect(left.left(ofLine: 1) == first.net - part)
      let again = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      #expect(again.content.lines.map(\.claims) == [second.claims])
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test func `a gesture frees nothing, and nobody takes back more than is left`() async throws {
    try await InvoiceBench.run { operations, press, agreement in
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      let net = invoice.content.lines[0].net
      func credit(_ parts: [CreditRequest.Part], _ reason: String = "Geste") async throws {
        _ = try await operations.creditInvoice(
          invoice.id, CreditRequest(parts, reason: reason, isBilledAgain: false), by: agent,
          press: press)
      }
      try await credit([.init(line: 1)])
      await #expect(throws: InvoiceRefusal.nothingToBill) {
        try await operations.issueInvoice(of: agreement, month: october, by: agent, press: press)
      }
      await #expect(throws: InvoiceRefusal.beyondLine(1, left: .zero)) {
        try await credit([.init(line: 1, amount: net)])
      }
      await #expect(throws: InvoiceRefusal.unknownLine(99)) { try await credit([.init(line: 99)]) }
      await #expect(throws: InvoiceRefusal.unknownLine(2)) {
        try await credit([.init(line: 2), .init(line: 2)])
      }
      await #expect(throws: InvoiceRefusal.beyondLine(2, left: invoice.content.lines[1].net)) {
        try await credit([.init(line: 2, amount: Money(cents: -100))])
      }
      await #expect(throws: InvoiceRefusal.noReason) { try await credit([.init(line: 2)], " ") }
      try await credit([])
      #expect(try await operations.invoice(invoice.id).invoice.balance.cents <= 0)
      await #expect(throws: InvoiceRefusal.self) { try await credit([]) }
      #expect(try await operations.invoices(.init(), before: nil, limit: 9).lines.count == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `what was paid and then credited is given back`(_ engine: Engine) async throws {
    try await InvoiceBench.run(engine) { operations, press, agreement in
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      func pay(_ amount: Money) async throws -> Invoice {
        try await operations.recordPayment(
          Invoice.Payment(
            day: invoice.content.issued, amount: amount, means: "virement", reference: ""),
          of: invoice.id, by: agent)
      }
      _ = try await pay(invoice.balance)
      let note = try await operations.creditInvoice(
        invoice.id, CreditRequest([.init(line: 1)], reason: "Trop"), by: agent, press: press)
      let owed = try await operations.invoice(invoice.id).invoice
      #expect(owed.balance == .zero - note.content.gross)
      #expect(owed.standing(on: invoice.content.issued) == .refundable)
      let refunded = try await pay(owed.balance)
      #expect(refunded.balance == .zero)
      #expect(refunded.standing(on: invoice.content.issued) == .paid)
      await #expect(throws: InvoiceRefusal.beyondBalance(refunded.paid)) {
        try await pay(.zero - invoice.content.gross)
      }
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `another invoice takes the place of one that is wrong`(_ engine: Engine) async throws {
    try await InvoiceBench.run(engine) { operations, press, agreement in
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      let other = try await operations.replaceInvoice(
        invoice.id, reason: "Adresse fausse", by: agent, press: press)
      #expect(other.content.kind == .replacement)
      #expect(other.content.lines == invoice.content.lines)
      #expect(other.content.preceding.map(\.number) == [invoice.content.number.text])
      let old = try await operations.invoice(invoice.id).invoice
      #expect(old.balance == .zero)
      #expect(old.standing(on: old.content.issued) == .replaced)
      await #expect(throws: InvoiceRefusal.notReplaceable) {
        try await operations.replaceInvoice(invoice.id, reason: "Encore", by: agent, press: press)
      }
      await #expect(throws: InvoiceRefusal.nothingToBill) {
        try await operations.issueInvoice(of: agreement, month: october, by: agent, press: press)
      }
      let journal = try #require(try await operations.salesJournal(year: 2026)).text
      let clients = journal.split(separator: "\r\n").filter { $0.contains("\t411000\t") }
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false)[11...12] }
      let gross = invoice.content.gross.cents
      let amount = "\(gross / 100),\(String(100 + gross % 100).dropFirst())"
      #expect(
        clients.map { $0.map(String.init) } == [
          [amount, "0,00"], ["0,00", amount], [amount, "0,00"],
        ])
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `a deposit has its own invoice, and comes off the one that cites it`(
    _ engine: Engine
  ) async throws {
    let deposit = "  acompte: { montant: 1000.00, echeance: effet }\n"
    try await InvoiceBench.run(engine, payment: deposit) { operations, press, agreement in
      func issue() async throws -> Invoice {
        try await operations.issueInvoice(of: agreement, month: october, by: agent, press: press)
      }
      let asked = try await issue()
      #expect(asked.content.kind == .deposit)
      #expect(asked.content.net == Money(cents: 100_000))
      let rest = try await issue()
      #expect(rest.content.kind == .invoice)
      #expect(rest.content.frame == "S4")
      #expect(rest.content.preceding.map(\.number) == [asked.content.number.text])
      #expect(rest.content.lines.contains { $0.net == Money(cents: -100_000) })
      let journal = try #require(try await operations.salesJournal(year: 2026)).text
      let deposits = journal.split(separator: "\r\n").filter { $0.contains("\t419100\t") }
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false)[11...12] }
      #expect(deposits.map(Array.init) == [["0,00", "1000,00"], ["1000,00", "0,00"]])
      let note = try await operations.creditInvoice(
        asked.id, CreditRequest(reason: "Commande annulée"), by: agent, press: press)
      #expect(note.content.kind == .depositCredit)
      #expect(try await operations.database.verify().differences == [])
    }
  }
}
