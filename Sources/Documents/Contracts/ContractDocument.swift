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
