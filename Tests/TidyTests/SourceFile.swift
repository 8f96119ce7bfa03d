import Foundation

/// A text file of this repository, as the tidy rules read it.
struct SourceFile: Sendable {
  /// From the repository's root: `Sources/Store/Tickets/TicketRows.swift`.
  let path: String
  let text: String
  let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private var steps: [Substring] { path.split(separator: "/") }
  var isTest: Bool { steps.first == "Tests" }
  var target: String { steps.count > 2 ? String(steps[1]) : "" }
  /// The folders between the target and the file.
  var folders: [String] { steps.dropFirst(2).dropLast().map(String.init) }
  var name: String { steps.last.map(String.init) ?? "" }
  /// The name without its extension, and without what follows a `+`.
  var stem: String {
    name.split(whereSeparator: { $0 == "." || $0 == "+" }).first.map(String.init) ?? ""
  }

  func finding(line: Int? = nil, _ words: String) -> String {
    path + (line.map { ":\($0)" } ?? "") + ": " + words
  }

  /// The numbers of the lines where `word` stands as a word of its own.
  func lines(with word: String) -> [Int] {
    guard text.contains(word) else { return [] }
    return lines.indices.filter { index in
      lines[index].ranges(of: word).contains { found in
        guard let first = word.first, isPartOfName(first),
          found.lowerBound > lines[index].startIndex
        else { return true }
        return !isPartOfName(lines[index][lines[index].index(before: found.lowerBound)])
      }
    }.map { $0 + 1 }
  }

  private func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}

/// The files of this repository, read once for all the rules.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let swift = files(under: ["Sources", "Tests"]) { $0.hasSuffix(".swift") }
  /// Without the tidy rules, whose examples break them.
  static let judged = swift.filter { $0.target != "TidyTests" }
  static let scripts = files(under: ["bin", ".ci"]) { _ in true }
  static let pages =
    files(under: ["docs", "examples"]) { $0.hasSuffix(".md") }
    + files(under: ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]) { _ in true }

  static func holds(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  private static func files(under starts: [String], where wanted: (String) -> Bool) -> [SourceFile]
  {
    starts.flatMap { start in
      let inside = FileManager.default.enumerator(atPath: root.appending(path: start).path)
      let paths = (inside?.compactMap { $0 as? String } ?? []).map { start + "/" + $0 }
      return ([start] + paths.sorted()).filter(wanted).compactMap(read)
    }
  }

  /// Nothing for a folder, or for bytes that are no text.
  private static func read(_ path: String) -> SourceFile? {
    guard let bytes = FileManager.default.contents(atPath: root.appending(path: path).path),
      let text = String(bytes: bytes, encoding: .utf8)
    else { return nil }
    return SourceFile(path: path, text: text)
  }
}
