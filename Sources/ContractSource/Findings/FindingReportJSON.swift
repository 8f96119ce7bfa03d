import FoundationEssentials

extension FindingReport {
  /// One JSON object; docs/contract-format.md lists its keys, which are stable once released.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Record(reading)), as: UTF8.self)
  }

  private struct Record: Encodable {
    var file: String
    var readable: Bool
    var errors: Int
    var warnings: Int
    var notes: Int
    var findings: [FindingRecord]

    init(_ reading: Reading) {
      file = reading.file
      readable = reading.isReadable
      errors = reading.errorCount
      warnings = reading.warningCount
      notes = reading.noteCount
      findings = reading.findings.map(FindingRecord.init)
    }
  }

  private struct FindingRecord: Encodable {
    var rule: String
    var severity: String
    var line: Int
    var column: Int
    var path: String
    var message: String
    var help: String?
    var basis: String
    var excerpt: String?

    init(_ finding: Finding) {
      rule = finding.rule
      severity = finding.severity.word
      line = finding.position.line
      column = finding.position.column
      path = finding.path
      message = finding.message
      help = finding.help
      basis = finding.basis
      excerpt = finding.excerpt?.text
    }
  }
}

extension Finding.Severity {
  /// As programs read it.
  var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
