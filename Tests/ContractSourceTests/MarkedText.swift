import ContractSource
import Testing

/// A contract's text with marks `⟦ID⟧` just before each place where a finding must appear.
struct MarkedText {
  struct Mark: Hashable, Comparable, CustomStringConvertible {
    var line: Int
    var column: Int
    var rule: String

    static func < (left: Mark, right: Mark) -> Bool {
      (left.line, left.column, left.rule) < (right.line, right.column, right.rule)
    }

    var description: String { "\(line):\(column) \(rule)" }
  }

  private(set) var text = ""
  private(set) var marks: [Mark] = []

  init(_ marked: String) {
    var line = 1
    var column = 1
    var rest = marked[...]
    while let character = rest.popFirst() {
      if character == "⟦" {
        let rule = rest.prefix { $0 != "⟧" }
        marks.append(Mark(line: line, column: column, rule: String(rule)))
        rest = rest.dropFirst(rule.count + 1)
        continue
      }
      text.append(character)
      column = character == "\n" ? 1 : column + 1
      if character == "\n" { line += 1 }
    }
    marks.sort()
  }

  var reading: Reading {
    read(Array(text.utf8), named: "essai.yaml")
  }

  /// Expects the findings to be the marks, no more and no fewer.
  func expectMarks(sourceLocation: SourceLocation = #_sourceLocation) {
    let found = reading.findings.map {
      Mark(line: $0.position.line, column: $0.position.column, rule: $0.rule)
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
