/// A reading told to a person, as a compiler tells it, or to a program.
package struct FindingReport: Sendable {
  let reading: Reading

  package init(_ reading: Reading) {
    self.reading = reading
  }

  /// 0 when there is no error, 1 when there are some, 2 when the file is no contract at all.
  package var exitCode: Int32 {
    if !reading.isReadable { return 2 }
    return reading.errorCount > 0 ? 1 : 0
  }

  /// Every finding with its line, then the summary; no line break at the end.
  package var text: String {
    (reading.findings.map(paragraph) + [summary]).joined(separator: "\n")
  }

  /// One line: how many of each.
  package var summary: String {
    if !reading.isReadable, reading.findings.count < 2 {
      return "\(reading.file) : illisible".withTypography
    }
    if reading.findings.isEmpty { return "\(reading.file) : rien à signaler".withTypography }
    let counts = [
      counted(reading.errorCount, "erreur"), counted(reading.warningCount, "avertissement"),
      counted(reading.noteCount, "note"),
    ].compactMap { $0 }
    let partly = reading.isReadable ? "" : "illisible en partie, "
    return "\(reading.file) : \(partly)\(counts.joined(separator: ", "))".withTypography
  }

  private func counted(_ count: Int, _ word: String) -> String? {
    count == 0 ? nil : "\(count) \(word)\(count > 1 ? "s" : "")"
  }

  private func paragraph(_ finding: Finding) -> String {
    let place = "\(reading.file):\(finding.position.line):\(finding.position.column)"
    var lines = ["\(place): \(finding.severity.rawValue)[\(finding.rule)]: \(finding.message)"]
    if let excerpt = finding.excerpt {
      let number = "\(finding.position.line)"
      let margin = String(repeating: " ", count: number.count)
      lines.append("  \(number) | \(excerpt.text)")
      lines.append("  \(margin) | \(String(repeating: " ", count: excerpt.caret))^")
    }
    lines.append("  = fondement : \(finding.basis)".withTypography)
    if let help = finding.help { lines.append("  = aide : \(help)".withTypography) }
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate var withTypography: String { frenchTypography(self) }
}
