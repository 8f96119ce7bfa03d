/// A signature found in a file that was signed elsewhere, as it was judged when it was brought in.
package struct BroughtSignature: Hashable, Sendable {
  /// Of the certificate: who it names, and who vouches for it.
  package var signer: String
  package var issuer: String
  /// The bytes are those that were signed, as far as it goes, and nothing was changed since.
  package var isSound: Bool
  /// The certificate leads to an authority that this service was told to trust.
  package var isTrusted: Bool
  /// A time-stamp says when; else the signer's own word does.
  package var isStamped: Bool
  package var at: Instant?

  package init(
    signer: String, issuer: String, isSound: Bool, isTrusted: Bool, isStamped: Bool, at: Instant?
  ) {
    self.signer = String(signer.prefix(300))
    self.issuer = String(issuer.prefix(300))
    self.isSound = isSound
    self.isTrusted = isTrusted
    self.isStamped = isStamped
    self.at = at
  }

  init?(_ datum: Datum) {
    guard let signer = datum["signer"]?.text, let issuer = datum["issuer"]?.text,
      let isSound = datum["sound"]?.flag, let isTrusted = datum["trusted"]?.flag,
      let isStamped = datum["stamped"]?.flag
    else { return nil }
    self.init(
      signer: signer, issuer: issuer, isSound: isSound, isTrusted: isTrusted,
      isStamped: isStamped, at: datum["at"]?.text.flatMap(Instant.init(iso:)))
  }

  var datum: Datum {
    .fields(present: [
      "signer": .text(signer), "issuer": .text(issuer), "sound": .flag(isSound),
      "trusted": .flag(isTrusted), "stamped": .flag(isStamped), "at": at.map { .text($0.iso) },
    ])
  }
}

extension Envelope {
  /// A file that was signed elsewhere is kept, with what its signatures say; it signs nothing by
  /// itself here: the parties' signatures are recorded by whoever has read it.
  package static func brought(
    _ purpose: Purpose, titled title: String, _ document: Document,
    signatures: [BroughtSignature], id: ID<Envelope>, under agreement: ID<Agreement>,
    by actor: Actor, at instant: Instant
  ) throws -> Change<Envelope> {
    guard !signatures.isEmpty else { throw EnvelopeRefusal.unsigned }
    let body: [String: Datum?] = [
      "purpose": .text(purpose.rawValue), "title": .text(title),
      "pdf_sha256": .text(document.pdf), "text_sha256": .text(document.text),
      "document_sha256": document.manifest.map(Datum.text),
      "signatures": .list(signatures.map(\.datum)),
    ]
    return try Change(from: [
      Fact(
        kind: EnvelopeFact.brought, at: instant, actor: actor,
        subject: Subject(kind: .signature, id: id.number, agreement: agreement),
        body: .fields(present: body))
    ])
  }
}
