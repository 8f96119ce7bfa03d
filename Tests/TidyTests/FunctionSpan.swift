/// Where a function or a computed property stands in a file.
///
/// Found by indentation, which the formatter holds: a body ends at the first closing brace under
/// the first letter of its declaration.
struct FunctionSpan {
  /// Counted from 1.
  let line: Int
  let lines: ArraySlice<Substring>

  var declaration: Substring { lines.first ?? "" }
  func says(_ word: String) -> Bool { lines.contains { $0.contains(word) } }
}

extension SourceFile {
  var functions: [FunctionSpan] {
    lines.indices.compactMap { start in
      guard declaresBody(lines[start]), let end = lastLine(ofBodyAt: start) else { return nil }
      return FunctionSpan(line: start + 1, lines: lines[start...end])
    }
  }

  private func declaresBody(_ line: Substring) -> Bool {
    guard !line.contains("//") else { return false }
    let words = line.split(separator: " ")
    return words.contains("func") || words.contains("var") && line.hasSuffix("{")
      || words.contains {
        $0.hasPrefix("init(") || $0.hasPrefix("init<") || $0.hasPrefix("subscript")
      }
  }

  private func lastLine(ofBodyAt start: Int) -> Int? {
    if lines[start].hasSuffix("}") { return start }
    let margin = lines[start].prefix { $0 == " " }.count
    for index in lines.indices.dropFirst(start + 1) where !lines[index].isEmpty {
      let indent = lines[index].prefix { $0 == " " }.count
      if indent == margin, lines[index].dropFirst(margin).hasPrefix("}") { return index }
      if indent < margin { return nil }  // a requirement: it has no body
    }
    return nil
  }
}
