package import Documents
package import Maintenance
import Store

extension Operations {
  /// Keeps a PDF that was signed elsewhere beside the text that waits, and what its signatures say.
  ///
  /// The file is not compared with our print: who reads it says that it is the text, by recording
  /// the signatures.
  package func bringIn(
    _ pdf: [UInt8], for id: ID<Agreement>, by actor: Actor, press: Press, trusting roots: String?
  ) async throws -> Envelope {
    let found: [JudgedSignature]
    do {
      found = try await press.signatures(in: pdf, trusting: roots)
    } catch PressFault.refused {
      throw EnvelopeRefusal.unsigned
    }
    let instant = now()
    let envelopeID: ID<Envelope> = newID(at: instant)
    return try await database.write { transaction in
      try transaction.lock(id)
      let agreement = try transaction.reader.existing(id)
      guard let signing = agreement.signing else { throw AgreementRefusal.noSignatureAsked }
      let text = try readText(signing.document.source, in: transaction.reader)
      let change = try Envelope.brought(
        agreement.versions.isEmpty ? .contract : .amendment, titled: text.contract.title,
        Envelope.Document(
          pdf: try transaction.keep(contractText: pdf), text: signing.document.text,
          manifest: signing.document.digest),
        signatures: found.map(BroughtSignature.init), id: envelopeID, under: id, by: actor,
        at: instant)
      try transaction.save(change)
      return change.state
    }
  }
}

extension BroughtSignature {
  fileprivate init(_ judged: JudgedSignature) {
    self.init(
      signer: judged.signer, issuer: judged.issuer, isSound: judged.isSound,
      isTrusted: judged.trusted, isStamped: judged.stamped,
      at: judged.at.map { Instant(seconds: $0) })
  }
}
