import Documents
import Foundation
import Maintenance
import Store
import TestSupport
import Testing

@testable import Operations

/// The client's account, the letters of reminders and the accountant's files.
@Suite(.serialized)
struct AccountTests {
  private let agent = InvoiceBench.agent
  private let october = InvoiceBench.october

  @Test func `an account tells each movement and what is left by age`() async throws {
    try await InvoiceBench.run { operations, press, agreement in
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      _ = try await operations.recordPayment(
        Invoice.Payment(
          day: invoice.content.issued, amount: Money(cents: 10_000), means: "virement",
          reference: "=1+1"), of: invoice.id, by: agent)
      let note = try await operations.creditInvoice(
        invoice.id, CreditRequest([.init(line: 1)], reason: "Trop"), by: agent, press: press)
      let later = operations.at(InvoiceBench.now + 100 * 86_400)
      let reading = try await later.account(of: agreement)
      let account = reading.account
      #expect(Set(account.movements.map(\.kind)) == [.invoice, .payment, .credit])
      let left = invoice.content.gross - note.content.gross - Money(cents: 10_000)
      #expect(account.balance == left)
      #expect(account.ageing == [.upTo90: left])
      #expect(reading.late[invoice.id]?.indemnity == Money(cents: 4000))
      let rows = CSVTable.account(account).text.split(separator: "\r\n")
      #expect(rows.count == 4)
      #expect(rows.contains { $0.contains("\"'=1+1\";0,00;100,00;") })
      let statement = try await Press(project: Project.root.path).letterPDF(
        try await later.statement(of: agreement))
      #expect(statement.replacedCharacters == [])
      #expect(statement.bytes.starts(with: Array("%PDF".utf8)))
    }
  }

  @Test(arguments: Engine.available)
  func `a reminder keeps the letter that was sent, in its tone`(_ engine: Engine) async throws {
    try await InvoiceBench.run(engine) { operations, press, agreement in
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      await #expect(throws: InvoiceRefusal.dayOutOfBounds) {
        try await operations.reminderLetter(.courteous, of: invoice.id)
      }
      let late = operations.at(InvoiceBench.now + 60 * 86_400)
      let printer = await Press(project: Project.root.path)
      var sizes: Set<Int> = []
      for (place, tone) in Invoice.Reminder.Tone.allCases.enumerated() {
        let (letter, seen) = try await late.reminderLetter(tone, of: invoice.id)
        let printed = try await printer.letterPDF(letter)
        let reminded = try await late.recordReminder(
          tone, of: invoice.id, to: "compta@lumen.example", letter: printed.bytes, seen: seen,
          by: agent)
        #expect(reminded.reminders.count == place + 1)
        #expect(try await late.letter(of: invoice.id, place + 1)?.bytes == printed.bytes)
        sizes.insert(printed.bytes.count)
        await #expect(throws: StoreFault.self) {
          try await late.recordReminder(
            tone, of: invoice.id, to: "x", letter: printed.bytes, seen: seen, by: agent)
        }
      }
      #expect(sizes.count == 3)
      #expect(try await late.letter(of: invoice.id, 4) == nil)
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test func `the accountant's archive proves each of its files`() async throws {
    try await InvoiceBench.run { operations, press, agreement in
      let days = october.first...october.next.last
      await #expect(throws: ExportRefusal.nothing) {
        try await operations.accountingFile(.invoices, of: days)
      }
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      _ = try await operations.creditInvoice(
        invoice.id, CreditRequest([.init(line: 1)], reason: "Trop"), by: agent, press: press)
      _ = try await operations.replaceInvoice(
        try await operations.issueInvoice(
          of: agreement, month: october.next, by: agent, press: press
        ).id, reason: "Erreur", by: agent, press: press)
      let archive = try await operations.accountingFile(.archive, of: days)
      #expect(archive.name == "comptable_2026-10-01_2026-11-30.zip")
      let folder = FileManager.default.temporaryDirectory.appending(path: "\(invoice.id.text)-zip")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let place = folder.appending(path: "a.zip")
      try Data(archive.bytes).write(to: place)
      // Both are others' programs: they read what we wrote.
      #expect(
        try run("/usr/bin/env", ["python3", "-m", "zipfile", "-e", place.path, folder.path]) == 0)
      #expect(
        try run("/usr/bin/env", ["sha256sum", "--check", "--strict", "SHA256SUMS"], folder) == 0)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "factures").path)
      #expect(names.count == 8)
      let fec = try String(
        contentsOf: folder.appending(path: "999301120FEC20261130.txt"), encoding: .utf8)
      #expect(FECCheck(fec).findings == [])
    }
  }

  @Test func `the independent check finds what is wrong with entries`() async throws {
    try await InvoiceBench.run { operations, press, agreement in
      _ = try await operations.issueInvoice(of: agreement, month: october, by: agent, press: press)
      let text = try #require(try await operations.salesJournal(year: 2026)).text
      #expect(FECCheck(text).findings == [])
      for (good, bad) in [
        ("EcritureNum", "Numero"), ("\t411000\t", "\t41\t"), ("20261123", "20261323"),
        ("0,00\t", "0.00\t"), ("\tVentes\t", "\t\t"),
      ] {
        #expect(
          FECCheck(text.replacing(good, with: bad, maxReplacements: 1)).findings != [], "\(bad)")
      }
    }
  }

  private func run(_ program: String, _ arguments: [String], _ folder: URL? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
