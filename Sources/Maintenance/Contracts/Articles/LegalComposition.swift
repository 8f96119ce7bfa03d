extension LegalText {
  /// The whole legal document of a contract: numbered, with every cross-reference in figures.
  ///
  /// `registerKey` is the text of the key that verifies the register's signed heads: the evidence
  /// article prints it where there is one. Numbers and ids are the same without it.
  package init(of contract: Contract, registerKey: String? = nil) {
    self = LegalComposition(contract, registerKey: registerKey).text
  }
}

/// The making of a legal text from its drafts.
struct LegalComposition {
  let text: LegalText
  /// Before numbering: two texts are compared by these, so that a number that moves changes
  /// nothing.
  let drafts: [ArticleDraft]
  let annexDrafts: [AnnexDraft]
  /// References to ids that the text does not have: a fault of the article library, printed as the
  /// bare words «le Contrat» so that no mark is left. Tests hold it empty.
  let unresolved: [Passage.Reference]

  init(_ contract: Contract, registerKey: String? = nil) {
    var drafts = contract.libraryArticles
    if let registerKey { LegalComposition.add(registerKey: registerKey, to: &drafts) }
    LegalComposition.add(contract.ownArticles, to: &drafts)
    let annexDrafts = contract.annexes
    let words =
      drafts.map(\.words) + annexDrafts.flatMap(\.blocks).map(\.words)
    drafts.insert(contract.definitionsArticle(usedIn: words.joined(separator: "\n")), at: 1)
    if let own = contract.ownArticles.first(where: { $0.id == drafts[1].id }) {
      LegalComposition.replace(&drafts[1], by: own)
    }
    let numbering = LegalNumbering(articles: drafts, annexes: annexDrafts)
    var setter = LegalSetter(numbering: numbering)
    let articles = drafts.enumerated().map { setter.article($1, number: $0 + 1) }
    let annexes = annexDrafts.enumerated().map { index, draft in
      Annex(
        number: index + 1, title: draft.title.typesetInFrench,
        blocks: draft.blocks.map { setter.block($0) })
    }
    text = LegalText(articles: articles, annexes: annexes)
    self.drafts = drafts
    self.annexDrafts = annexDrafts
    unresolved = setter.unresolved
  }

  private static func add(registerKey: String, to drafts: inout [ArticleDraft]) {
    for (at, draft) in drafts.enumerated() where draft.id == "preuve" {
      for (place, clause) in draft.clauses.enumerated() where clause.id == "registre" {
        drafts[at].clauses[place].blocks += [
          .text(
            """
            À la conclusion du Contrat, la clé publique qui vérifie les signatures du Registre est \
            la suivante :
            """),
          .items(["\(registerKey)"]),
        ]
      }
    }
  }

  /// Puts the parties' own articles in: over the library's of the same id, else before `preuve`.
  private static func add(_ own: [OwnArticle], to drafts: inout [ArticleDraft]) {
    for article in own where article.id != "definitions" {
      if let index = drafts.firstIndex(where: { $0.id == article.id }) {
        replace(&drafts[index], by: article)
      } else {
        let usual = drafts.firstIndex { $0.id == "preuve" } ?? drafts.endIndex
        let chosen = drafts.firstIndex { $0.id == article.after }.map { $0 + 1 }
        drafts.insert(draft(of: article), at: chosen ?? usual)
      }
    }
  }

  private static func replace(_ draft: inout ArticleDraft, by own: OwnArticle) {
    if !own.title.isEmpty { draft.title = own.title }
    draft.clauses = clauses(of: own)
    draft.isReplaced = true
  }

  private static func draft(of own: OwnArticle) -> ArticleDraft {
    let title = own.title.isEmpty ? spelled(own.id).asSentence.asPhrase : own.title
    return ArticleDraft(own.id, title) { clauses(of: own) }
  }

  /// One clause a paragraph: paragraphs are apart by an empty line.
  private static func clauses(of own: OwnArticle) -> [ClauseDraft] {
    var paragraphs: [String] = [""]
    for line in own.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append("")
      } else {
        paragraphs[paragraphs.count - 1] += line + " "
      }
    }
    return paragraphs.filter { !$0.isEmpty }.enumerated().map { index, paragraph in
      ClauseDraft(String(index + 1), "\(paragraph)")
    }
  }
}

/// Turns drafts into printed text, and notes the references that no number answers.
private struct LegalSetter {
  let numbering: LegalNumbering
  var unresolved: [Passage.Reference] = []

  mutating func article(_ draft: ArticleDraft, number: Int) -> Article {
    var clauses: [Clause] = []
    for (position, clause) in draft.clauses.enumerated() {
      clauses.append(
        Clause(
          id: "\(draft.id).\(clause.id)", number: "\(number).\(position + 1)",
          blocks: clause.blocks.map { block($0) }))
    }
    return Article(
      id: draft.id, number: number, title: draft.title.typesetInFrench, clauses: clauses,
      basis: draft.basis?.typesetInFrench)
  }

  mutating func block(_ draft: BlockDraft) -> Clause.Block {
    switch draft {
    case .text(let passage): .text(printed(passage))
    case .items(let items): .items(items.map { printed($0) })
    case .table(let rows): .table(rows.map { row in row.map { printed($0) } })
    case .framed(let passage): .framed(printed(passage, keepsParagraphs: true))
    }
  }

  private mutating func printed(_ passage: Passage, keepsParagraphs: Bool = false) -> String {
    var text = ""
    for piece in passage.pieces {
      switch piece {
      case .text(let words): text += words
      case .reference(let reference, let bare):
        if let words = numbering.words(for: reference, bare: bare) {
          text += words
        } else {
          unresolved.append(reference)
          text += "le Contrat"
        }
      }
    }
    guard keepsParagraphs else { return text.typesetInFrench }
    return text.split(separator: "\n").map { String($0).typesetInFrench }.joined(separator: "\n")
  }
}
