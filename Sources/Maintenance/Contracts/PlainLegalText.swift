extension LegalText {
  /// The whole text, a line for each paragraph, item and row: what is kept with signatures.
  ///
  /// Its shape is part of what old digests stand for, and never changes.
  package var plain: String {
    var lines: [String] = []
    for article in articles {
      lines.append("Article \(article.number) - \(article.title)")
      for clause in article.clauses { lines += clause.blocks.lines(after: clause.number) }
      if let basis = article.basis { lines.append("Fondement : \(basis)") }
      lines.append("")
    }
    for annex in annexes {
      lines.append("Annexe \(annex.number) - \(annex.title)")
      lines += annex.blocks.lines(after: nil)
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}

extension [Clause.Block] {
  fileprivate func lines(after number: String?) -> [String] {
    var lines: [String] = []
    for block in self {
      switch block {
      case .text(let text), .framed(let text): lines.append(text)
      case .items(let items): lines += items.map { "- \($0)" }
      case .table(let rows): lines += rows.map { "| " + $0.joined(separator: " | ") + " |" }
      }
    }
    if let number, let first = lines.first { lines[0] = "\(number) \(first)" }
    return lines
  }
}
