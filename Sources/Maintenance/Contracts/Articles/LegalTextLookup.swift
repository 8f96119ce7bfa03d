extension LegalText {
  package func clause(_ id: String) -> Clause? {
    article(containing: id)?.clauses.first { $0.id == id }
  }

  /// The article of that id, or the one that a clause of that id belongs to.
  package func article(containing id: String) -> Article? {
    let article = id.prefix { $0 != "." }
    return articles.first { $0.id == article }
  }

  /// `7.2` for a clause, `7` for an article.
  ///
  /// A clause that is gone because the parties wrote the article anew is cited by the article.
  package func number(of id: String) -> String? {
    if let clause = clause(id) { return clause.number }
    return article(containing: id).map { String($0.number) }
  }
}
