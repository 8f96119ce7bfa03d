package import Documents
import ContractSource
package import Maintenance
import Store

/// What a client owes under a contract, with what being late costs.
package struct AccountReading: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var account: ClientAccount
  package var invoices: [Invoice]
  /// Of the invoices that are late, where the rates are known.
  package var late: [ID<Invoice>: LateCharges]
  /// False when the account has more invoices than are read.
  package var isWhole: Bool

  package var today: Day { account.today }
  package var lateTotal: Money { late.values.reduce(.zero) { $0 + $1.total } }
}

extension Operations {
  private static let accountMost = 1000

  package func account(of id: ID<Agreement>) async throws -> AccountReading {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let terms = try terms(of: agreement, at: instant, in: reader)
      let today = terms.contract.zone.day(at: instant)
      let lines = try reader.invoices(
        InvoiceFilter(agreement: id), today: today, limit: Operations.accountMost + 1)
      let invoices = try lines.prefix(Operations.accountMost).map { try reader.existing($0.id) }
      var late: [ID<Invoice>: LateCharges] = [:]
      for invoice in invoices where invoice.balance.cents > 0 {
        let own = try self.terms(
          of: agreement, version: invoice.content.contractVersion, in: reader)
        do throws(MissingRate) {
          late[invoice.id] = try invoice.lateCharges(
            on: today, under: own.contract, rates: rates.dated)
        } catch {
          // Its page names the rate that is missing.
          continue
        }
      }
      return AccountReading(
        agreement: agreement, terms: terms, account: ClientAccount(invoices, on: today),
        invoices: invoices, late: late, isWhole: lines.count <= Operations.accountMost)
    }
  }

  /// The account as a letter to the client.
  package func statement(of id: ID<Agreement>) async throws -> LetterDocument {
    let reading = try await account(of: id)
    return LetterDocument(
      statement: reading.account, of: reading.terms.contract, late: reading.lateTotal)
  }

  /// The letter of a reminder, as it would be sent today, and the version of the invoice that it
  /// tells of.
  package func reminderLetter(
    _ tone: Invoice.Reminder.Tone, of id: ID<Invoice>
  ) async throws -> (letter: LetterDocument, seen: Int) {
    let reading = try await invoice(id)
    try reading.invoice.remindable(on: reading.today)
    return (
      LetterDocument(
        reminder: tone, of: reading.invoice, under: reading.terms.contract,
        late: reading.late, on: reading.today),
      reading.invoice.version
    )
  }

  /// Records that a reminder was sent, with its letter.
  ///
  /// Throws `StoreFault.staleVersion` when the invoice has changed since the letter was made.
  @discardableResult
  package func recordReminder(
    _ tone: Invoice.Reminder.Tone, of id: ID<Invoice>, to: String, letter: [UInt8], seen: Int,
    by actor: Actor
  ) async throws -> Invoice {
    let instant = now()
    return try await database.write { transaction in
      let invoice = try transaction.reader.existing(id)
      guard invoice.version == seen else {
        throw StoreFault.staleVersion(table: Invoice.table, id: id.number)
      }
      let agreement = try transaction.reader.existing(invoice.agreement)
      let zone = try terms(of: agreement, at: instant, in: transaction.reader).contract.zone
      let sha256 = try transaction.keep(contractText: letter)
      let change = try invoice.reminded(
        Invoice.Reminder(tone: tone, day: zone.day(at: instant), sentTo: to, letter: sha256),
        by: actor, at: instant)
      try transaction.save(change)
      let number = invoice.content.number.text
      try send(
        MailPurpose(
          .invoiceReminder, agreement: invoice.agreement, isEvidence: true,
          files: [
            OutgoingMail.File(sha256: sha256, name: "relance-\(number).pdf"),
            OutgoingMail.File(sha256: invoice.files.pdf, name: "\(number).pdf"),
          ]),
        to: Correspondent(address: to, name: invoice.content.buyer.name), in: transaction,
        at: instant
      ) {
        Letter.reminder(of: invoice, tone, $0, $1)
      }
      return change.state
    }
  }

  /// The letter of a reminder, from 1, as it was sent; nothing when there is none.
  package func letter(
    of id: ID<Invoice>, _ rank: Int
  ) async throws -> (invoice: Invoice, bytes: [UInt8])? {
    try await database.read { reader in
      let invoice = try reader.existing(id)
      guard invoice.reminders.indices.contains(rank - 1),
        let digest = invoice.reminders[rank - 1].letter,
        let bytes = try reader.contractText(sha256: digest)
      else { return nil }
      return (invoice, bytes)
    }
  }
}
