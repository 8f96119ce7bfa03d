import ContractSource
package import Maintenance
import Store

extension Operations {
  /// What changes between two versions; without numbers, from the one in force to the text
  /// proposed, or to the latest one from the one before.
  package func changes(
    of id: ID<Agreement>, from before: Int?, to after: Int?
  ) async throws -> [CommitmentChange] {
    try await database.read { reader in
      let agreement = try reader.existing(id)
      let count = agreement.versions.count
      guard count > 0 else { throw Missing.versionInForce }
      if before == nil, after == nil, let sha256 = agreement.proposedText,
        let source = try reader.contractText(sha256: sha256)
      {
        let proposed = Terms(read(source, named: sha256).contract, version: count + 1)
        return CommitmentChange.between(
          try terms(of: agreement, version: count, in: reader), proposed)
      }
      let last = after ?? count
      return CommitmentChange.between(
        try terms(of: agreement, version: before ?? max(1, last - 1), in: reader),
        try terms(of: agreement, version: last, in: reader))
    }
  }
}
