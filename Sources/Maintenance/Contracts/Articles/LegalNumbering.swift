/// Numbers given to articles, clauses and annexes by their order, and the references they resolve.
struct LegalNumbering {
  private var articles: [String: Int] = [:]
  private var clauses: [String: String] = [:]
  private var annexes: [String: Int] = [:]
  private var replaced: Set<String> = []

  init(articles drafts: [ArticleDraft], annexes annexDrafts: [AnnexDraft]) {
    for (index, draft) in drafts.enumerated() {
      articles[draft.id] = index + 1
      if draft.isReplaced { replaced.insert(draft.id) }
      for (position, clause) in draft.clauses.enumerated() {
        clauses["\(draft.id).\(clause.id)"] = "\(index + 1).\(position + 1)"
      }
    }
    for (index, annex) in annexDrafts.enumerated() { annexes[annex.id] = index + 1 }
  }

  /// «l'article 11», «la clause 11.3», «l'annexe 2», or without «l'» and «la» when bare; nothing
  /// for an id that is not in the text.
  func words(for reference: Passage.Reference, bare: Bool) -> String? {
    switch reference {
    case .article(let id):
      return articles[id].map { "\(bare ? "" : "l'")article\u{A0}\($0)" }
    case .annex(let id):
      return annexes[id].map { "\(bare ? "" : "l'")annexe\u{A0}\($0)" }
    case .clause(let id):
      if let number = clauses[id] { return "\(bare ? "" : "la ")clause\u{A0}\(number)" }
      let article = String(id.prefix { $0 != "." })
      return replaced.contains(article) ? words(for: .article(article), bare: bare) : nil
    }
  }
}
