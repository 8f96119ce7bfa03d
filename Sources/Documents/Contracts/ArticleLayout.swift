import Maintenance

/// An article as the template prints it, its numbers given rather than counted.
struct ArticleLayout: Encodable {
  let number: Int
  let title: String
  let clauses: [ClauseLayout]
  let basis: String?

  init(_ article: Article) {
    number = article.number
    title = article.title
    clauses = article.clauses.map(ClauseLayout.init)
    basis = article.basis
  }
}

struct ClauseLayout: Encodable {
  let number: String
  let blocks: [BlockLayout]

  init(_ clause: Clause) {
    number = clause.number
    blocks = clause.blocks.map(BlockLayout.init)
  }
}

struct AnnexLayout: Encodable {
  let number: Int
  let title: String
  let blocks: [BlockLayout]

  init(_ annex: Annex) {
    number = annex.number
    title = annex.title
    blocks = annex.blocks.map(BlockLayout.init)
  }
}

/// A paragraph, a list or a table: its kind, and the one value that its kind has.
struct BlockLayout: Encodable {
  let kind: String
  var text: String?
  var items: [String]?
  var rows: [[String]]?

  init(_ block: Clause.Block) {
    switch block {
    case .text(let words): (kind, text) = ("text", words)
    case .items(let lines): (kind, items) = ("items", lines)
    case .table(let cells): (kind, rows) = ("table", cells)
    case .framed(let words): (kind, text) = ("framed", words)
    }
  }
}
