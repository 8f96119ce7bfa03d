/// An article before numbering.
struct ArticleDraft: Sendable {
  var id: String
  var title: String
  /// Laws it rests on, as printed under it.
  var basis: String?
  var clauses: [ClauseDraft]
  /// The parties wrote it in place of the library's: references to its clauses cite the article.
  var isReplaced = false

  init(
    _ id: String, _ title: String, basis: String? = nil,
    @ClauseList clauses: () -> [ClauseDraft]
  ) {
    self.id = id
    self.title = title
    self.basis = basis
    self.clauses = clauses()
  }

  /// Every word of it, to find which defined terms it uses.
  var words: String {
    clauses.flatMap(\.blocks).map(\.words).joined(separator: "\n")
  }
}

struct ClauseDraft: Hashable, Sendable {
  /// Within the article: `tva` of `prix.tva`.
  var id: String
  var blocks: [BlockDraft]

  init(_ id: String, _ blocks: [BlockDraft]) {
    self.id = id
    self.blocks = blocks
  }

  init(_ id: String, _ text: Passage) {
    self.init(id, [.text(text)])
  }
}

enum BlockDraft: Hashable, Sendable {
  case text(Passage)
  case items([Passage])
  /// First row is the heading.
  case table([[Passage]])
  case framed(Passage)

  var words: String {
    switch self {
    case .text(let passage), .framed(let passage): passage.words
    case .items(let items): items.map(\.words).joined(separator: "\n")
    case .table(let rows): rows.joined().map(\.words).joined(separator: "\n")
    }
  }
}

struct AnnexDraft: Sendable {
  var id: String
  var title: String
  var blocks: [BlockDraft]
}

/// Lets an article list its clauses, with `if` and `for` where the contract's data decide.
@resultBuilder
enum ClauseList {
  static func buildExpression(_ clause: ClauseDraft) -> [ClauseDraft] { [clause] }
  static func buildExpression(_ clauses: [ClauseDraft]) -> [ClauseDraft] { clauses }
  static func buildBlock(_ parts: [ClauseDraft]...) -> [ClauseDraft] { Array(parts.joined()) }
  static func buildOptional(_ part: [ClauseDraft]?) -> [ClauseDraft] { part ?? [] }
  static func buildEither(first part: [ClauseDraft]) -> [ClauseDraft] { part }
  static func buildEither(second part: [ClauseDraft]) -> [ClauseDraft] { part }
  static func buildArray(_ parts: [[ClauseDraft]]) -> [ClauseDraft] { Array(parts.joined()) }
}
