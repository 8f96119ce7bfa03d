package import Maintenance
import Store

extension Operations {
  /// The evidence file: a ZIP that an outsider verifies without this service.
  ///
  /// Nothing when the agreement has no entry, or this process no key. The period counts whole days
  /// of the contract's zone, both included. Nothing is recorded: `disclose` does.
  package func evidenceFile(
    of id: ID<Agreement>, ticket: ID<Ticket>? = nil, from: Day? = nil, to: Day? = nil
  ) async throws -> [UInt8]? {
    let scope = try await scope(of: Disclosure(of: id, ticket: ticket, from: from, to: to))
    // A file is worth more when somebody else says when its head was signed.
    _ = try await stamp(of: id, evenIfTried: false)
    guard let evidence = try await database.evidence(of: id, scope) else { return nil }
    return archive(evidence)
  }

  func scope(of disclosure: Disclosure) async throws -> EvidenceScope {
    let id = disclosure.agreement
    let agreement = try await database.read { reader in
      if let ticket = disclosure.ticket,
        try reader.facts(of: .ticket, ticket.number).first?.subject.agreement != id
      {
        throw Missing.ticket
      }
      return try reader.existing(id)
    }
    var scope = EvidenceScope(ticket: disclosure.ticket)
    if disclosure.from != nil || disclosure.to != nil {
      let zone = try await terms(of: agreement.id).contract.zone
      scope.start = disclosure.from.map { zone.instant($0, second: 0) }
      scope.end = disclosure.to.map { zone.instant($0 + 1, second: 0) }
    }
    return scope
  }

  /// `account` is the PDF that tells it in words.
  func archive(_ evidence: Evidence, account: [UInt8]? = nil) -> [UInt8] {
    var archive = StoredArchive()
    archive.add("LISEZMOI.txt", PackageResources.LISEZMOI_txt)
    archive.add("verifier.py", PackageResources.verifier_py)
    archive.add("cle-publique.txt", Array("\(evidence.publicKey)\n".utf8))
    for (index, note) in evidence.endorsements.enumerated() {
      let number = "\(index + 1)"
      let name = String(repeating: "0", count: max(0, 3 - number.count)) + number
      archive.add("cles/\(name)", Array(note.utf8))
    }
    archive.add("checkpoint", Array(evidence.checkpoint.utf8))
    if let account { archive.add("recit.pdf", account) }
    if let anchor = evidence.anchor { archive.add("global.tlog-proof", Array(anchor.utf8)) }
    if let stamp = evidence.stamp { archive.add("checkpoint.tsr", stamp) }
    for entry in evidence.entries {
      let number = "\(entry.n)"
      let name = String(repeating: "0", count: max(0, 6 - number.count)) + number
      archive.add("entries/\(name).json", entry.header)
      for part in entry.parts {
        archive.add("parts/\(name)/\(part.name)", part.content)
        if !part.salt.isEmpty { archive.add("parts/\(name)/\(part.name).salt", part.salt) }
      }
      if let proof = entry.proof {
        archive.add("proofs/\(name).tlog-proof", Array(proof.utf8))
      }
    }
    for (sha256, text) in evidence.texts.sorted(by: { $0.key < $1.key }) {
      archive.add("texts/\(sha256)", text)
    }
    for (sha256, document) in evidence.documents.sorted(by: { $0.key < $1.key }) {
      archive.add("documents/\(sha256).pdf", document)
    }
    return archive.closed()
  }
}
