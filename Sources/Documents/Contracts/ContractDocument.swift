import Foundation
package import Maintenance

/// The legal document of a contract, ready to be printed: what both parties read and sign.
package struct ContractDocument: Sendable {
  package let contract: Contract
  package let text: LegalText
  /// Nothing for a draft, which says so on each page.
  package let version: Int?
  /// The file's bytes, UTF-8: attached to the document, its fingerprint on every page.
  package let source: [UInt8]
  /// The document's date in its metadata. Never the clock's: the same version gives the same bytes.
  package let day: Day

  /// A document dated by the contract's own first day unless told otherwise.
  package init(
    contract: Contract, text: LegalText, version: Int?, source: [UInt8], day: Day? = nil
  ) {
    self.contract = contract
    self.text = text
    self.version = version
    self.source = source
    self.day = day ?? contract.term.start
  }

  /// The amendment that leads from one text to the other; nothing when no clause changes.
  /// `source` is the later text.
  package init?(amending old: Terms, into new: Terms, version: Int? = nil, source: [UInt8]) {
    guard let text = LegalText(amending: old, into: new) else { return nil }
    var contract = new.contract
    let number = contract.amendment?.number.map { " n° \($0)" } ?? ""
    contract.title = "Avenant\(number) — \(contract.title)".typesetInFrench
    self.init(
      contract: contract, text: text, version: version, source: source,
      day: contract.effectiveDay)
  }
}

extension Press {
  /// The PDF of a contract, in some 0.3 s; throws `PressFault`.
  package func contractPDF(_ document: ContractDocument) async throws -> RenderedDocument {
    try await rendered(
      PressJob(
        template: "contrat.typ", timestamp: document.day.number * 86_400,
        data: ContractLayout(document), source: Data(document.source)))
  }
}
