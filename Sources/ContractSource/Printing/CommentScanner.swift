/// A comment of the file, from its `#` to the end of its line.
struct Comment {
  var offset: Int
  var text: String
  /// Alone on its line.
  var isAlone: Bool
  /// After an empty line.
  var isApart: Bool
}

extension SourceText {
  /// Every comment, in the order of the file: a `#` outside all texts, first or after a space.
  func comments(outside texts: [Range<Int>]) -> [Comment] {
    var comments: [Comment] = []
    var rest = texts[...]
    var index = 0
    while index < scalars.count {
      while let text = rest.first, text.upperBound <= index { rest = rest.dropFirst() }
      if let text = rest.first, text.contains(index) {
        index = text.upperBound
      } else if scalars[index] == "#", index == 0 || isSpace(scalars[index - 1]) {
        let comment = comment(at: index)
        comments.append(comment)
        index += comment.text.unicodeScalars.count
      } else {
        index += 1
      }
    }
    return comments.map { trimmed($0) }
  }

  private func comment(at offset: Int) -> Comment {
    let body = scalars[offset...].prefix { !isBreak($0) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: body)
    let indentation = indentation(of: offset)
    let line = line(of: offset)
    return Comment(
      offset: offset, text: String(text),
      isAlone: scalars[(offset - indentation)..<offset].allSatisfy(isSpace),
      isApart: line > 0 && isBlank(line: line - 1))
  }

  private func trimmed(_ comment: Comment) -> Comment {
    var comment = comment
    while comment.text.unicodeScalars.last.map(isSpace) == true {
      comment.text.unicodeScalars.removeLast()
    }
    return comment
  }

  /// The header of a folded or literal text, which a comment may follow, is no part of it.
  func span(of text: Node) -> Range<Int> {
    let end = max(text.end, text.offset)
    guard scalars.indices.contains(text.offset), "|>".unicodeScalars.contains(scalars[text.offset])
    else { return text.offset..<end }
    let header = scalars[text.offset..<end].prefix { !isBreak($0) }
    return header.endIndex..<end
  }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || isBreak(scalar)
}

/// Where the scanner ends a line.
private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
  ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
}
