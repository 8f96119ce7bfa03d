import Foundation

/// The report of an acceptance (procès-verbal de recette), as it is printed and signed.
package struct AcceptanceDocument: Sendable, Encodable {
  package struct Reservation: Sendable, Encodable {
    package var text: String
    /// When and how it was lifted; empty until then.
    package var lifted: String

    package init(text: String, lifted: String) {
      self.text = text
      self.lifted = lifted
    }
  }

  package var title: String
  package var reference: String
  package var provider: String
  package var client: String
  /// What is accepted, by which article, until when: each a label and its value.
  package var particulars: [[String]]
  package var criteria: [String]
  /// The decision in one sentence.
  package var decision: String
  package var reason: String
  package var reservations: [Reservation]
  /// Where each side signs; empty for a decision that silence took.
  package var signatures: [String]
  /// Where the register keeps it.
  package var evidence: String
  /// Days since 1970 of the document's own date.
  package var day: Int

  package init(
    title: String, reference: String, provider: String, client: String,
    particulars: [[String]], criteria: [String], decision: String, reason: String,
    reservations: [Reservation], signatures: [String], evidence: String, day: Int
  ) {
    self.title = title
    self.reference = reference
    self.provider = provider
    self.client = client
    self.particulars = particulars
    self.criteria = criteria
    self.decision = decision
    self.reason = reason
    self.reservations = reservations
    self.signatures = signatures
    self.evidence = evidence
    self.day = day
  }
}

extension AcceptanceDocument {
  /// The same words, line by line, as they are shown to be read before they are signed.
  package var text: String {
    var lines = [title, reference, "", "\(provider) · \(client)", ""]
    lines += particulars.map { "| \($0[0]) | \($0[1].replacing("\n", with: " ")) |" } + [""]
    lines += criteria.map { "– \($0)" } + ["", decision]
    lines += reason.isEmpty ? [] : [reason]
    lines += reservations.enumerated().map { index, reservation in
      "\(index + 1). \(reservation.text)"
        + (reservation.lifted.isEmpty ? "" : " (\(reservation.lifted))")
    }
    return (lines + ["", evidence]).joined(separator: "\n") + "\n"
  }
}

extension Press {
  /// The PDF of an acceptance's report; throws `PressFault`.
  package func acceptancePDF(_ document: AcceptanceDocument) async throws -> RenderedDocument {
    try await rendered(
      PressJob(
        template: "proces-verbal.typ", timestamp: document.day * 86_400, data: document,
        source: Data()))
  }
}
