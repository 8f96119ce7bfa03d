import Testing

/// A contract of `Bases/` in which values are replaced by their path.
///
/// What a case may write, each at the start of a line:
/// - `prix.deplacement: { zone_1: inclus }`, with more lines indented below it: that value there,
///   replaced or added at the end of its group;
/// - `- ⟦ID⟧prix.deplacement`: without that value; the marks stand where the group that lacks it
///   begins;
/// - `= ⟦ID⟧duree.reconduction`: unchanged, but marked.
///
/// In a base every group of which a case replaces one value is written one key a line, two spaces
/// a level.
struct BaseText {
  private(set) var lines: [String]

  init(_ name: String) throws {
    lines = try RepositoryFiles.text("Tests/ContractSourceTests/Bases/\(name).yaml")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
  }

  mutating func apply(_ body: [String]) throws {
    var marked: [(marks: String, path: String)] = []
    var edits: [[String]] = []
    for line in body where !line.isEmpty && !line.hasPrefix("#") {
      if line.hasPrefix(" ") {
        try #require(!edits.isEmpty, "«\(line)» stands under nothing")
        edits[edits.count - 1].append(line)
      } else {
        edits.append([line])
      }
    }
    for edit in edits {
      let (marks, rest) = Self.leadingMarks(edit[0])
      if rest.hasPrefix("- ") || rest.hasPrefix("= ") {
        let (marks, path) = Self.leadingMarks(String(rest.dropFirst(2)))
        if rest.hasPrefix("- ") { try remove(path) }
        let group = path.split(separator: ".").dropLast().joined(separator: ".")
        marked.append((marks, rest.hasPrefix("- ") ? group : path))
      } else {
        let colon = try #require(rest.firstIndex(of: ":"), "«\(edit[0])» gives no value")
        let below = [String(rest[colon...])] + edit.dropFirst()
        try set(String(rest[..<colon]), below, marks: marks)
      }
    }
    for (marks, path) in marked where !marks.isEmpty { try mark(path, marks) }
  }

  /// A text as it stands: `⟪complet⟫` stands for that base, `⟪3 fois⟫` at the start of a line
  /// repeats it.
  static func unfolded(_ body: [String]) throws -> String {
    try body.flatMap { line -> [String] in
      let (marks, rest) = leadingMarks(line)
      guard rest.hasPrefix("⟪"), !rest.hasPrefix("⟪octet"), let end = rest.firstIndex(of: "⟫")
      else { return [line] }
      let order = rest[rest.index(after: rest.startIndex)..<end]
      guard order.hasSuffix(" fois") else {
        return [marks + (try BaseText(String(order)).lines.joined(separator: "\n"))]
      }
      let count = try #require(Int(order.dropLast(" fois".count)))
      return Array(repeating: marks + rest[rest.index(after: end)...], count: count)
    }.joined(separator: "\n")
  }

  private mutating func remove(_ path: String) throws {
    lines.removeSubrange(try #require(range(of: path), "the base has no «\(path)»"))
  }

  private mutating func set(_ path: String, _ value: [String], marks: String) throws {
    let keys = path.split(separator: ".")
    let indent = String(repeating: "  ", count: keys.count - 1)
    let written =
      ["\(indent)\(marks)\(keys.last ?? "")\(value[0])"]
      + value.dropFirst().map {
        indent + $0
      }
    if let place = range(of: path) {
      lines.replaceSubrange(place, with: written)
    } else {
      let group = keys.dropLast().joined(separator: ".")
      let place = try #require(range(of: group), "the base has no «\(group)»")
      lines.insert(contentsOf: written, at: place.upperBound)
    }
  }

  /// Puts marks before the value of that path; before the first key for the whole text.
  private mutating func mark(_ path: String, _ marks: String) throws {
    let place = try #require(range(of: path), "the base has no «\(path)»")
    var line = place.lowerBound
    if !path.isEmpty, let value = lines[line].firstRange(of: ": ") {
      lines[line].insert(contentsOf: marks, at: value.upperBound)
      return
    }
    if !path.isEmpty { line += 1 }
    let start = lines[line].prefix { $0 == " " }.endIndex
    lines[line].insert(contentsOf: marks, at: start)
  }

  private func range(of path: String) -> Range<Int>? {
    var found = 0..<lines.count
    for (depth, key) in path.split(separator: ".").enumerated() {
      let head = String(repeating: " ", count: depth * 2) + key + ":"
      let inner = depth == 0 ? found : found.dropFirst()
      guard let start = inner.first(where: { Self.bare(lines[$0]).hasPrefix(head) }) else {
        return nil
      }
      let end = (start + 1..<found.upperBound).first {
        lines[$0].prefix { $0 == " " }.count <= depth * 2 && !lines[$0].isEmpty
      }
      found = start..<(end ?? found.upperBound)
    }
    return found
  }

  private static func bare(_ line: String) -> String {
    line.replacing(/⟦[^⟧]*⟧/, with: "")
  }

  private static func leadingMarks(_ line: String) -> (marks: String, rest: String) {
    var rest = line[...]
    while rest.hasPrefix("⟦"), let end = rest.firstIndex(of: "⟧") {
      rest = rest[rest.index(after: end)...]
    }
    return (String(line[..<rest.startIndex]), String(rest))
  }
}
