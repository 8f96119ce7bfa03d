/// The text of a contract's file, and the way from an offset to the place a person looks at.
///
/// Offsets count Unicode scalars, as the YAML scanner does; columns count characters, as editors
/// do. Lines end at LF, CRLF or CR only: the scanner also breaks at U+0085, editors do not.
struct SourceText {
  let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var starts = [0]
    for index in scalars.indices {
      let scalar = scalars[index]
      let isLoneReturn =
        scalar == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n")
      if scalar == "\n" || isLoneReturn { starts.append(index + 1) }
    }
    lineStarts = starts
  }

  func position(_ offset: Int) -> Position {
    let (line, offset) = lineIndex(of: offset)
    let start = lineStarts[line]
    return Position(
      line: line + 1, column: length(from: start, to: offset) + 1, scalar: offset - start + 1)
  }

  /// The line at that offset, from 0.
  func line(of offset: Int) -> Int {
    lineIndex(of: offset).line
  }

  /// How many Unicode scalars stand before that offset on its line.
  func indentation(of offset: Int) -> Int {
    let (line, offset) = lineIndex(of: offset)
    return offset - lineStarts[line]
  }

  /// True when that line, from 0, holds nothing but spaces.
  func isBlank(line: Int) -> Bool {
    guard lineStarts.indices.contains(line) else { return false }
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : scalars.count
    return scalars[lineStarts[line]..<end].allSatisfy(\.properties.isWhitespace)
  }

  /// The line at that offset, cut around it when it is long.
  func excerpt(_ offset: Int) -> Excerpt {
    let (line, offset) = lineIndex(of: offset)
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : scalars.count
    while end > start, scalars[end - 1] == "\n" || scalars[end - 1] == "\r" { end -= 1 }
    let first = offset - start > 80 ? offset - 60 : start
    let last = min(end, max(first, min(first + 140, end)))
    let before = first > start ? "…" : ""
    let after = last < end ? "…" : ""
    return Excerpt(
      text: before + withoutControls(text(first..<last)) + after,
      caret: before.count + length(from: first, to: min(offset, last)))
  }

  /// How many scalars stand before a byte, both counted from that offset.
  func offset(ofByte byte: Int, from base: Int) -> Int {
    var bytes = 0
    for (index, scalar) in scalars[base...].enumerated() {
      if bytes >= byte { return index }
      bytes += UTF8.width(scalar)
    }
    return scalars.count - base
  }

  /// The text from that offset on.
  func bytes(from offset: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars[offset...] { UTF8.encode(scalar).map { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// The offset at which that line begins, from 0; nothing below the last one.
  func start(ofLine line: Int) -> Int? {
    lineStarts.indices.contains(line) ? lineStarts[line] : nil
  }

  private func lineIndex(of offset: Int) -> (line: Int, offset: Int) {
    let offset = min(max(offset, 0), scalars.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low, offset)
  }

  /// In characters; in scalars far along a line, so that a line of a mebibyte costs nothing.
  private func length(from start: Int, to end: Int) -> Int {
    guard end > start else { return 0 }
    return end - start > 4096 ? end - start : text(start..<end).count
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}

/// Line and column, both from 1; the column counts characters.
package struct Position: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int
  /// The column in Unicode scalars, from 1, as programs count it.
  package var scalar: Int

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A line of the file, with the character under which the caret goes.
package struct Excerpt: Hashable, Sendable {
  package var text: String
  package var caret: Int
}
