/// Writes the pieces of a file line by line, two spaces deeper for each level.
struct BlockPrinter {
  static let columns = 100

  private(set) var lines: [String] = []

  static func document(head: [Comment], root: Piece) -> String {
    var printer = BlockPrinter()
    printer.write(head, at: 0, isFirst: true)
    printer.write(root.children, at: 0, afterHead: !head.isEmpty)
    printer.write(root.leading + root.tail, at: 0, isFirst: printer.lines.isEmpty)
    return printer.lines.map { $0 + "\n" }.joined()
  }

  /// The parts of a group or of a list; an empty line before the first would say nothing.
  private mutating func write(_ pieces: [Piece], at depth: Int, afterHead: Bool = false) {
    for (index, piece) in pieces.enumerated() {
      let isFirst = index == 0 && !afterHead
      var piece = piece
      if piece.key == nil { piece.leading += piece.removeInnerLeading() }
      write(piece.leading, at: depth, isFirst: isFirst)
      if piece.isApart, !isFirst || !piece.leading.isEmpty { lines.append("") }
      if piece.key == nil {
        writeItem(piece, at: depth)
      } else {
        writeEntry(piece, at: depth)
      }
    }
  }

  private mutating func write(_ comments: [Comment], at depth: Int, isFirst: Bool) {
    for (index, comment) in comments.enumerated() {
      if comment.isApart, !isFirst || index > 0 { lines.append("") }
      lines.append(indent(depth) + comment.text)
    }
  }

  private mutating func writeEntry(_ piece: Piece, at depth: Int) {
    let key = indent(depth) + piece.printedKey(inFlow: false) + ":"
    writeValue(piece, after: key, at: depth)
  }

  /// The dash stands on the line of the first thing that the item holds.
  private mutating func writeItem(_ piece: Piece, at depth: Int) {
    let dash = indent(depth) + "-"
    let isOneLine =
      if case .text = piece.content { true } else { piece.children.isEmpty }
    let left = Self.columns - dash.count - 1
    if isOneLine || FlowPrinter.line(piece, columns: left) != nil {
      return writeValue(piece, after: dash, at: depth)
    }
    if let trailing = piece.trailing { lines.append(indent(depth) + trailing.text) }
    let start = lines.count
    write(piece.children, at: depth + 1)
    if lines.indices.contains(start) {
      lines[start] = dash + " " + lines[start].dropFirst(dash.count + 1)
    }
    write(piece.tail, at: depth + 1, isFirst: false)
  }

  private mutating func writeValue(_ piece: Piece, after start: String, at depth: Int) {
    let comment = piece.trailing.map { " " + $0.text } ?? ""
    if case .text(let scalar) = piece.content {
      let line = ScalarPrinter.line(scalar, isTyped: piece.isTyped, inFlow: false)
      let isLong = start.count + 1 + line.count > Self.columns || scalar.text.contains("\n")
      let width = Self.columns - 2 * (depth + 1)
      if isLong, let block = ScalarPrinter.lines(scalar.text, width: width) {
        lines.append(start + " " + block.header + comment)
        lines += block.lines.map { $0.isEmpty ? "" : indent(depth + 1) + $0 }
      } else {
        lines.append(start + (line.isEmpty ? "" : " " + line) + comment)
      }
      return
    }
    let left = piece.children.isEmpty ? 2 : Self.columns - start.count - 1
    if let line = FlowPrinter.line(piece, columns: left) {
      lines.append(start + " " + line + comment)
      return
    }
    lines.append(start + comment)
    write(piece.children, at: depth + 1)
    write(piece.tail, at: depth + 1, isFirst: false)
  }

  private func indent(_ depth: Int) -> String {
    String(repeating: " ", count: 2 * depth)
  }
}

extension Piece {
  /// Takes the comments before its first part away: nothing can stand between a dash and that.
  fileprivate mutating func removeInnerLeading() -> [Comment] {
    switch content {
    case .text:
      return []
    case .list(var pieces):
      let taken = pieces.isEmpty ? [] : pieces[0].takeLeading()
      content = .list(pieces)
      return taken
    case .group(var pieces):
      let taken = pieces.isEmpty ? [] : pieces[0].takeLeading()
      content = .group(pieces)
      return taken
    }
  }

  private mutating func takeLeading() -> [Comment] {
    let taken = leading + (key == nil ? removeInnerLeading() : [])
    leading = []
    return taken
  }
}
