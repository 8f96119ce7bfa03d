package import Documents
package import Maintenance
package import Store

/// A supplier's invoice, with what speaks against believing it.
package struct PurchaseReading: Sendable {
  package var purchase: Purchase
  package var agreement: Agreement
  package var doubts: [PurchaseDoubt]
}

extension Operations {
  /// Reads a supplier's Factur-X and keeps it with a contract, as it came.
  ///
  /// Throws `PurchaseRefusal`; nothing is kept then.
  @discardableResult
  package func keepPurchase(
    _ file: [UInt8], under id: ID<Agreement>, note: String, by actor: Actor, press: Press
  ) async throws -> Purchase {
    let said = try await press.said(by: file)
    let instant = now()
    let newID: ID<Purchase> = newID(at: instant)
    return try await database.write { transaction in
      _ = try transaction.reader.existing(id)
      // Two at once must not keep it twice.
      try transaction.lock(id)
      let sha256 = try transaction.keep(contractText: file)
      guard try !transaction.reader.keepsPurchase(sha256, of: id) else {
        throw PurchaseRefusal.alreadyKept
      }
      let change = try said.kept(
        sha256: sha256, isPDF: file.starts(with: Array("%PDF-".utf8)), note: note, id: newID,
        under: id, by: actor, at: instant)
      try transaction.save(change)
      return change.state
    }
  }

  /// Or `Missing.invoice`.
  package func purchase(_ id: ID<Purchase>) async throws -> PurchaseReading {
    let instant = now()
    return try await database.read { reader in
      guard let purchase = try reader.purchase(id) else { throw Missing.invoice }
      let agreement = try reader.existing(purchase.agreement)
      let contract = try terms(of: agreement, at: instant, in: reader).contract
      return PurchaseReading(
        purchase: purchase, agreement: agreement,
        doubts: purchase.doubts(
          provider: contract.provider.siren, on: contract.zone.day(at: instant)))
    }
  }

  package func purchases(before: ID<Purchase>?, limit: Int) async throws -> [PurchaseLine] {
    try await database.read { try $0.purchases(before: before, limit: limit) }
  }

  /// The file as it came.
  package func purchaseFile(
    _ id: ID<Purchase>
  ) async throws -> (purchase: Purchase, bytes: [UInt8]) {
    try await database.read { reader in
      guard let purchase = try reader.purchase(id) else { throw Missing.invoice }
      guard let bytes = try reader.contractText(sha256: purchase.sha256) else {
        throw StoreFault.unreadable(reason: "the file of a purchase")
      }
      return (purchase, bytes)
    }
  }
}
