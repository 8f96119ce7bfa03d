import Foundation
package import Maintenance

/// One line of the table of coverage cases: what is asked under an example contract, and what
/// decides. The file says what its columns are.
package struct CoverageCase: Sendable, CustomStringConvertible {
  package let description: String
  private let cells: [String]

  private init(_ line: Substring) {
    description = String(line)
    cells = line.split(separator: " ").map(String.init)
    precondition(cells.count == 10, "ten columns: \(line)")
  }

  package static let all: [CoverageCase] = {
    let path = Project.root.appending(path: "Tests/Corpus/coverage/examples.txt")
    do {
      let text = try String(contentsOf: path, encoding: .utf8)
      return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(CoverageCase.init)
    } catch {
      preconditionFailure("\(path.path) cannot be read: \(error)")
    }
  }()

  package var contract: String { cells[0] }
  /// As a clock on the wall of the contract's zone shows it.
  package var at: String { cells[1] }
  package var site: String? { optional(2) }
  package var group: String { cells[3] }
  package var nature: TicketNature { cells[4] == "-" ? .incident : named(cells[4]) }
  package var priority: String { cells[5] }
  package var exclusion: String? { optional(6) }
  package var minutesLeft: Int? { optional(7).flatMap { Int($0) } }
  package var decision: Verdict.Decision { named(String(cells[8].prefix { $0 != ">" })) }
  package var onceOpen: Verdict.Decision? {
    let parts = cells[8].split(separator: ">")
    return parts.count == 2 ? named(String(parts[1])) : nil
  }
  package var clauses: [String] {
    cells[9].split(separator: "+").map { $0 == "*" ? "exclusions.regime" : String($0) }
  }

  private func optional(_ column: Int) -> String? { cells[column] == "-" ? nil : cells[column] }

  private func named<Value: RawRepresentable<String>>(_ word: String) -> Value {
    guard let value = Value(rawValue: word) else {
      preconditionFailure("no such word, \(word): \(description)")
    }
    return value
  }
}
