package import Maintenance

/// One thing to say about a contract's text, at one place in it.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, CaseIterable, Sendable {
    /// The text cannot bind: put right before it is signed.
    case error = "erreur"
    /// A choice that the parties should make knowingly.
    case warning = "avertissement"
    case note
  }

  /// Such as `PAR-05`, from the catalogue; `FMT-…` for what cannot be read.
  package var rule: String
  package var severity: Severity
  package var position: Position
  /// Of the value or of the missing one, such as `parties.client.siret`; empty for the whole file.
  package var path: String
  /// One sentence in French, with its typography.
  package var message: String
  package var help: String?
  /// The law, the standard or the practice it rests on.
  package var basis: String
  package var excerpt: Excerpt?
}

/// What reading a contract's file gives: never a failure, always a contract and what is wrong.
package struct Reading: Sendable {
  /// As reports show it.
  package var file: String
  /// With placeholders wherever the text is missing or broken.
  package var contract: Contract
  /// By place in the file.
  package var findings: [Finding]
  /// False when the file is no contract at all: not text, not YAML, not this format.
  package var isReadable: Bool

  package var errorCount: Int { count(.error) }
  package var warningCount: Int { count(.warning) }
  package var noteCount: Int { count(.note) }

  private func count(_ severity: Finding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }
}
