import Crypto
package import Maintenance
import Store

/// What an accountant is given of some days.
package enum AccountingFile: String, CaseIterable, Sendable {
  case invoices = "factures.csv"
  case payments = "paiements.csv"
  case journal = "fec.txt"
  /// All of it, with the documents and what proves each file.
  case archive = "comptable.zip"
}

/// Why a file is not made.
package enum ExportRefusal: Error, Hashable, Sendable {
  /// Nothing was issued or paid in these days.
  case nothing
  /// So many invoices at most; a shorter period has fewer.
  case tooMany(Int)
  case dayOutOfBounds
}

extension Operations {
  /// More than a small firm issues in a year; a period with more is refused, never cut.
  static let journalMost = 20_000
  /// Their documents are held in memory, some 200 kB each.
  private static let archiveMost = 1000
  private static let mostDays = 3660

  /// The sales journal of a calendar year and its file's name; nothing when none was issued.
  package func salesJournal(year: Int) async throws -> (name: String, text: String)? {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    do {
      let file = try await accountingFile(.journal, of: first...last)
      return (file.name, String(decoding: file.bytes, as: UTF8.self))
    } catch ExportRefusal.nothing {
      return nil
    }
  }

  /// One file of the invoices issued, and of the payments that came, in some days.
  ///
  /// Throws `ExportRefusal`.
  package func accountingFile(
    _ kind: AccountingFile, of days: ClosedRange<Day>
  ) async throws -> (name: String, bytes: [UInt8]) {
    guard days.upperBound - days.lowerBound <= Operations.mostDays else {
      throw ExportRefusal.dayOutOfBounds
    }
    let most = kind == .archive ? Operations.archiveMost : Operations.journalMost
    let period = try await period(days, most: most)
    let span = "\(days.lowerBound.iso)_\(days.upperBound.iso)"
    switch kind {
    case .invoices, .payments:
      let stem = kind.rawValue.prefix { $0 != "." }
      return ("\(stem)_\(span).csv", Array((try table(kind, period, days)).utf8))
    case .journal:
      guard let journal = period.journal(closing: days.upperBound) else {
        throw ExportRefusal.nothing
      }
      return (journal.name, Array(journal.text.utf8))
    case .archive:
      return ("comptable_\(span).zip", try await archive(period, days))
    }
  }

  private func table(
    _ kind: AccountingFile, _ period: InvoicePeriod, _ days: ClosedRange<Day>
  ) throws -> String {
    guard kind == .payments else {
      if period.issued.isEmpty { throw ExportRefusal.nothing }
      return CSVTable.invoices(period.issued).text
    }
    return CSVTable.payments(period.all, in: days).text
  }

  private func period(_ days: ClosedRange<Day>, most: Int) async throws -> InvoicePeriod {
    try await database.read { reader in
      let issued = try reader.invoices(issued: days, limit: most + 1)
      // What was issued within two years before may be paid in these days.
      let before = try reader.invoices(
        issued: (days.lowerBound - 730)...(days.lowerBound - 1), limit: Operations.journalMost)
      guard issued.count <= most else { throw ExportRefusal.tooMany(most) }
      let replaced = try issued.filter { $0.content.kind == .replacement }
        .compactMap(\.corrected).compactMap { try reader.invoice($0) }
      return InvoicePeriod(issued: issued, before: before, replaced: replaced)
    }
  }

  /// Equal facts give equal bytes.
  private func archive(
    _ period: InvoicePeriod, _ days: ClosedRange<Day>
  ) async throws -> [UInt8] {
    var files: [(name: String, bytes: [UInt8])] = []
    for invoice in period.issued {
      let number = invoice.content.number.text
      files.append(("factures/\(number).pdf", try await file(of: invoice.id, .pdf).bytes))
      files.append(("factures/\(number).xml", try await file(of: invoice.id, .xml).bytes))
    }
    if let journal = period.journal(closing: days.upperBound) {
      files.append(("\(journal.name).txt", Array(journal.text.utf8)))
    }
    files.append(("factures.csv", Array(CSVTable.invoices(period.issued).text.utf8)))
    files.append(("paiements.csv", Array(CSVTable.payments(period.all, in: days).text.utf8)))
    // As `sha256sum --check` reads it.
    let manifest = files.map { file in
      "\(SHA256.hash(data: file.bytes).map { hexadecimal($0) }.joined())  \(file.name)\n"
    }
    var archive = StoredArchive()
    for file in files { archive.add(file.name, file.bytes) }
    archive.add("SHA256SUMS", Array(manifest.joined().utf8))
    return archive.closed()
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }
}

/// The invoices that a period's files are made of.
private struct InvoicePeriod: Sendable {
  var issued: [Invoice]
  var before: [Invoice]
  /// Whose place some of those issued take.
  var replaced: [Invoice]

  var all: [Invoice] { before + issued }

  func journal(closing last: Day) -> (name: String, text: String)? {
    guard let seller = issued.first?.content.number.series.seller else { return nil }
    return (
      SalesJournal.name(seller: seller, closing: last),
      SalesJournal(issued, replaced: replaced).text
    )
  }
}
