/// Short groups and lists on one line: `{ taux: 3 fois le taux légal }`, `[P1, P2]`.
enum FlowPrinter {
  /// Nothing when it has comments, longer texts, groups within lists, or takes more columns.
  static func line(_ piece: Piece, columns: Int) -> String? {
    guard !piece.holdsComments else { return nil }
    return line(piece, columns: columns, groups: 2)
  }

  private static func line(_ piece: Piece, columns: Int, groups: Int) -> String? {
    switch piece.content {
    case .text(let scalar):
      guard !scalar.text.isEmpty || !scalar.isPlain else { return nil }
      let line = ScalarPrinter.line(scalar, isTyped: piece.isTyped, inFlow: true)
      return line.count <= columns ? line : nil
    case .list(let pieces):
      return joined(pieces, "[", "]", columns: columns) { line($0, columns: $1, groups: 0) }
    case .group(let pieces):
      if pieces.isEmpty { return columns >= 2 ? "{}" : nil }
      guard groups > 0 else { return nil }
      return joined(pieces, "{ ", " }", columns: columns) { piece, columns in
        let key = piece.printedKey(inFlow: true) + ": "
        return line(piece, columns: columns - key.count, groups: groups - 1).map { key + $0 }
      }
    }
  }

  /// Stops at the first that does not fit: a long list costs no more than a line.
  private static func joined(
    _ pieces: [Piece], _ open: String, _ close: String, columns: Int,
    _ line: (Piece, Int) -> String?
  ) -> String? {
    var result = open
    var left = columns - open.count - close.count
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        result += ", "
        left -= 2
      }
      guard left > 0, let part = line(piece, left) else { return nil }
      result += part
      left -= part.count
    }
    return left >= 0 ? result + close : nil
  }
}

extension Piece {
  var isTyped: Bool {
    shape?.choices.contains { choice in
      if case .text(_, let form) = choice { form.isTyped } else { false }
    } ?? false
  }

  /// Keys of the format are words of ours: `N` needs no quotes, whatever YAML 1.1 makes of it.
  func printedKey(inFlow: Bool) -> String {
    ScalarPrinter.line(
      Scalar(text: key ?? "", isPlain: false), isTyped: isKeyKnown, inFlow: inFlow)
  }
}
