import ContractSource
import Documents
import Foundation
import Maintenance
import Store
import TestSupport

@testable import Operations

/// Contracts that invoices are issued under, on a Monday at 10:00 in Paris.
enum InvoiceBench {
  static let agent = Actor(side: .provider, name: "Lina Roche")
  static let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)
  /// Invented: what is not published yet.
  private static let legalInterest = """
    periode;valeur;source;publication;lecture
    2026-S2;2.62;essai;2026-06-30;2026-11-23
    2027-S1;3.00;essai;2026-11-20;2026-11-23

    """
  static let october = Month(iso: "2026-10") ?? Month(containing: Day(number: 0))

  /// The example contract, its text altered, in force since October, and the project's press.
  static func run(
    _ engine: Engine = .sqlite, payment: String = "",
    _ body: (Operations, InvoicePress, ID<Agreement>) async throws -> Void
  ) async throws {
    try await engine.withDatabase { database in
      var rates = PublishedRates.known
      try rates.add(Array(legalInterest.utf8), named: "interet-legal.csv")
      let operations = Operations(
        database: database, now: { now }, chance: { .random(in: 0 ... .max) }, rates: rates)
      let example = String(decoding: try Project.example(), as: UTF8.self)
        .replacing("paiement:\n", with: "paiement:\n\(payment)")
      let id = try await operations.inForce(example)
      try await body(operations, InvoicePress(await Press(project: Project.root.path)), id)
    }
  }
}

extension Operations {
  /// A contract of this text, signed a month ago.
  func inForce(_ text: String) async throws -> ID<Agreement> {
    let early = at(InvoiceBench.now + -30 * 86_400)
    guard
      case .kept(let id, _) = try await early.receive(
        text: [UInt8](text.utf8), by: InvoiceBench.agent)
    else { throw Missing.agreement }
    return try await early.recordBothSignatures(id, by: InvoiceBench.agent).id
  }
}
