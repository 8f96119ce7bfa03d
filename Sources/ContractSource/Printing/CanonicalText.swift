import Maintenance

/// What printing a contract's file in its canonical form gives.
package enum CanonicalText {
  case text(String)
  /// The file cannot be read as it stands: its faults.
  case refused(Reading)
  /// What was printed reads otherwise: a defect of ours, and nothing to write.
  case unfaithful

  /// Keys in the order of the format, one way to write each value, comments where they were.
  ///
  /// Reads as the same contract, and prints as the same text. As bounded as reading.
  package init(of bytes: [UInt8], named file: String) {
    let text: String
    switch FileBytes.text(bytes) {
    case .failure(let flaw):
      let log = FindingLog(source: SourceText(""))
      log.reportFlaw(flaw)
      self = .refused(Reading(file: file, contract: .init(), log))
      return
    case .success(let read):
      text = read
    }
    let log = FindingLog(source: SourceText(text))
    if let root = contractTree(text, log: log), log.findings.isEmpty {
      let (head, piece) = PieceBuilder.document(
        root, source: log.source, shape: .group(.contract))
      let printed = BlockPrinter.document(head: head, root: piece)
      let isFaithful = Composer.compose(printed, log: log)?.holdsTheSame(as: root) ?? false
      self = isFaithful ? .text(printed) : .unfaithful
      return
    }
    self = .refused(Reading(file: file, contract: .init(), log))
  }
}

extension Node {
  /// The same keys and texts; the order of keys says nothing.
  func holdsTheSame(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let one), .scalar(let two)):
      return one.isEmpty == two.isEmpty && (one.isEmpty || one.text == two.text)
    case (.list(let one), .list(let two)):
      return one.count == two.count && zip(one, two).allSatisfy { $0.holdsTheSame(as: $1) }
    case (.map(let one), .map(let two)):
      let others = Dictionary(two.map { ($0.key, $0.value) }) { first, _ in first }
      return one.count == two.count
        && one.allSatisfy { others[$0.key].map($0.value.holdsTheSame) ?? false }
    default:
      return false
    }
  }
}
