import ContractSource
package import Maintenance
import Store

/// The text of one version, with the agreement that it is a version of.
package struct VersionText: Sendable {
  package var agreement: Agreement
  package var text: AgreementText
}

extension Operations {
  /// The text of one version, whenever it governs; without a number, the one in force now, or the
  /// one proposed when none is. The number after the last one is that of the text that waits.
  /// Throws `Missing.version` for none of that number.
  package func text(of id: ID<Agreement>, version number: Int?) async throws -> VersionText {
    guard let number else {
      let text = try await document(of: id)
      return VersionText(
        agreement: try await database.read { try $0.existing(id) }, text: text)
    }
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      if number == agreement.versions.count + 1, let sha256 = agreement.proposedText,
        let source = try reader.contractText(sha256: sha256)
      {
        let terms = Terms(reading(of: source, named: sha256).contract, version: number)
        return VersionText(
          agreement: agreement,
          text: AgreementText(terms: terms, source: source, sha256: sha256, isInForce: false))
      }
      guard let version = agreement.versions.first(where: { $0.number == number }),
        let source = try reader.contractText(sha256: version.sha256)
      else { throw Missing.version }
      return VersionText(
        agreement: agreement,
        text: AgreementText(
          terms: try terms(of: agreement, version: number, in: reader), source: source,
          sha256: version.sha256, isInForce: true))
    }
  }
}
