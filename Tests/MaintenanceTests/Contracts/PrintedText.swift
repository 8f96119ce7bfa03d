@testable import Maintenance

extension Clause {
  /// Every printed string of the clause.
  var strings: [String] { blocks.flatMap(\.strings) }
  var words: String { strings.joined(separator: "\n") }
}

extension Clause.Block {
  var strings: [String] {
    switch self {
    case .text(let text), .framed(let text): [text]
    case .items(let items): items
    case .table(let rows): Array(rows.joined())
    }
  }
}

extension LegalText {
  var strings: [String] {
    let printed = articles.flatMap { article in
      [article.title, article.basis ?? ""] + article.clauses.flatMap(\.strings)
    }
    return printed + annexes.flatMap { [$0.title] + $0.blocks.flatMap(\.strings) }
  }

  func words(of id: String) -> String { clause(id)?.words ?? "" }
}
