import Testing

@testable import ContractSource

/// A contract's text with marks `⟦ID⟧` just before each place where a finding must appear.
///
/// `⟦PAY-06 avertissement⟧` when the finding is not as severe as its rule; `⟪octet E9⟫` for a byte
/// that is no text.
struct MarkedText {
  struct Mark: Hashable, Comparable, CustomStringConvertible {
    var line: Int
    var column: Int
    var rule: String
    var severity: Finding.Severity

    init(line: Int, column: Int, rule: String, severity: Finding.Severity) {
      self.line = line
      self.column = column
      self.rule = rule
      self.severity = severity
    }

    fileprivate init(_ written: Substring, line: Int, column: Int) {
      let words = written.split(separator: " ").map(String.init)
      let usual = Catalogue.rules.first { $0.id == words[0] }?.severity ?? .error
      self.init(
        line: line, column: column, rule: words[0],
        severity: words.count == 2 ? Finding.Severity(rawValue: words[1]) ?? usual : usual)
    }

    static func < (left: Mark, right: Mark) -> Bool {
      (left.line, left.column, left.rule) < (right.line, right.column, right.rule)
    }

    var description: String { "\(line):\(column) \(rule) \(severity.rawValue)" }
  }

  private(set) var text = ""
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []

  init(_ marked: String) {
    var line = 1
    var column = 1
    var rest = marked[...]
    while let character = rest.popFirst() {
      if character == "⟦" {
        let mark = rest.prefix { $0 != "⟧" }
        marks.append(Mark(mark, line: line, column: column))
        rest = rest.dropFirst(mark.count + 1)
        continue
      }
      if character == "⟪", rest.hasPrefix("octet ") {
        bytes.append(UInt8(rest.dropFirst(6).prefix(2), radix: 16) ?? 0)
        rest = rest.dropFirst(9)
        column += 1
        continue
      }
      text.append(character)
      bytes += Array(character.utf8)
      column = character == "\n" ? 1 : column + 1
      if character == "\n" { line += 1 }
    }
    marks.sort()
  }

  var reading: Reading {
    read(bytes, named: "essai.yaml")
  }

  /// Expects the findings to be the marks, no more and no fewer.
  func expectMarks(sourceLocation: SourceLocation = #_sourceLocation) {
    let found = reading.findings.map {
      Mark(
        line: $0.position.line, column: $0.position.column, rule: $0.rule, severity: $0.severity)
    }
    #expect(found.sorted() == marks, sourceLocation: sourceLocation)
  }
}

/// The sample contract with a few things changed.
struct ContractCase: Sendable, CustomTestStringConvertible {
  private let changes: [(from: String, to: String)]

  init(_ changes: (String, String)...) {
    self.changes = changes.map { (from: $0.0, to: $0.1) }
  }

  var testDescription: String {
    changes.map { $0.to.isEmpty ? "sans «\($0.from)»" : $0.to }.joined(separator: " ; ")
  }

  func text() throws -> MarkedText {
    var text = sampleContract
    for change in changes {
      let parts = text.split(separator: change.from, omittingEmptySubsequences: false)
      try #require(parts.count == 2, "«\(change.from)» must stand once in the sample")
      text = parts[0] + change.to + parts[1]
    }
    return MarkedText(text)
  }
}
