import Foundation

/// What an evidence file tells, in words, for somebody who reads no JSON.
package struct EvidenceDocument: Sendable, Encodable {
  /// Rows of texts under a head. A column takes the width it needs; one whose head begins with
  /// stars shares what is left, by their number.
  package struct Table: Sendable, Encodable {
    package var head: [String]
    package var rows: [[String]]

    package init(_ head: [String], _ rows: [[String]]) {
      self.head = head
      self.rows = rows
    }
  }

  package struct Section: Sendable, Encodable {
    package var title: String
    package var lead: String
    /// Empty ones are left out.
    package var tables: [Table]

    package init(_ title: String, lead: String, _ tables: [Table]) {
      self.title = title
      self.lead = lead
      self.tables = tables.filter { !$0.rows.isEmpty }
    }
  }

  package var title: String
  package var reference: String
  package var subtitle: String
  /// What the document is and is not.
  package var paragraphs: [String]
  package var sections: [Section]
  /// C2SP tlog-checkpoint and the key that signed it; both empty in a document that has none.
  package var checkpoint: String
  package var publicKey: String
  /// The checkpoint as a QR code, in SVG; nothing when it is too long for one.
  package var checkpointCode: String?
  /// JSON that goes along as a file; empty for none.
  package var attachment = ""
  /// Days since 1970 of the document's own date.
  package var day: Int

  package init(
    title: String, reference: String, subtitle: String, paragraphs: [String],
    sections: [Section], checkpoint: String, publicKey: String, day: Int
  ) {
    self.title = title
    self.reference = reference
    self.subtitle = subtitle
    self.paragraphs = paragraphs
    self.sections = sections
    self.checkpoint = checkpoint
    self.publicKey = publicKey
    checkpointCode = QRCode(Array(checkpoint.utf8)).map { code in
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(code.side) \(code.side)">\
      <path d="\(code.path)"/></svg>
      """
    }
    self.day = day
  }
}

extension Press {
  /// The PDF of an evidence file's account; throws `PressFault`.
  package func evidencePDF(_ document: EvidenceDocument) async throws -> RenderedDocument {
    try await rendered(
      PressJob(
        template: "recit.typ", timestamp: document.day * 86_400, data: document,
        source: Data(document.attachment.utf8)))
  }
}
