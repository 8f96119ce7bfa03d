import ContractSource
package import Maintenance
import Store

/// The text of one version, with the agreement that it is a version of.
package struct VersionText: Sendable {
  package var agreement: Agreement
  package var text: AgreementText
  private let registerKey: String?

  /// As printed: with the register's public key, once there is one. Composed each time.
  package var legal: LegalText {
    LegalText(of: text.terms.contract, registerKey: registerKey)
  }

  fileprivate init(_ agreement: Agreement, _ text: AgreementText, registerKey: String?) {
    self.agreement = agreement
    self.text = text
    self.registerKey = registerKey
  }
}

extension Operations {
  /// The text of one version, whenever it governs; without a number, the one in force now, or the
  /// one proposed when none is. The number after the last one is that of the text that waits.
  /// Throws `Missing.version` for none of that number.
  package func text(of id: ID<Agreement>, version number: Int?) async throws -> VersionText {
    guard let number else {
      let text = try await document(of: id)
      return try await database.read { reader in
        VersionText(try reader.existing(id), text, registerKey: try reader.publicKey())
      }
    }
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let version = agreement.versions.first { $0.number == number }
      let isNext = number == agreement.versions.count + 1
      guard let sha256 = version?.sha256 ?? (isNext ? agreement.proposedText : nil),
        let source = try reader.contractText(sha256: sha256)
      else { throw Missing.version }
      let terms =
        try version.map { try library.terms(of: $0, in: reader) }
        ?? Terms(reading(of: source, named: sha256).contract, version: number)
      let text = AgreementText(
        terms: terms, source: source, sha256: sha256, isInForce: version != nil)
      return VersionText(agreement, text, registerKey: try reader.publicKey())
    }
  }
}
