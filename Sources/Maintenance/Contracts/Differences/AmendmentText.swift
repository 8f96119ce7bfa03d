extension LegalText {
  /// The amendment that turns one text into the other: what it replaces, adds and removes, clause
  /// by clause, then the commitments that change.
  ///
  /// A clause whose number alone moved is not replaced. Nothing when no clause and no annex differ.
  package init?(amending old: Terms, into new: Terms) {
    let composition = AmendmentComposition(from: old, to: new)
    guard !composition.isEmpty else { return nil }
    self = composition.text
  }
}

/// Finds what differs between two compositions, and words it.
private struct AmendmentComposition {
  private let old: Terms
  private let new: Terms
  private var replaced: [Clause] = []
  private var added: [Clause] = []
  private var removed: [String] = []
  private var annexes: [String] = []
  /// As the later text prints them.
  private var changedAnnexes: [Annex] = []

  init(from old: Terms, to new: Terms) {
    self.old = old
    self.new = new
    let before = LegalComposition(old.contract)
    let after = LegalComposition(new.contract)
    compareClauses(before, after)
    compareAnnexes(before, after)
  }

  var isEmpty: Bool {
    replaced.isEmpty && added.isEmpty && removed.isEmpty && annexes.isEmpty
  }

  private mutating func compareClauses(_ before: LegalComposition, _ after: LegalComposition) {
    let known = AmendmentComposition.clauses(before)
    let kept = AmendmentComposition.clauses(after)
    for (article, draft) in zip(after.text.articles, after.drafts) {
      // The clause that names the amendment is the amendment itself.
      for (clause, clauseDraft) in zip(article.clauses, draft.clauses)
      where clause.id != "objet.avenant" {
        guard let earlier = known[clause.id] else {
          added.append(clause)
          continue
        }
        if earlier != clauseDraft { replaced.append(clause) }
      }
    }
    for article in before.text.articles {
      for clause in article.clauses where kept[clause.id] == nil {
        removed.append("\(clause.number) (\(article.title.asPhrase))")
      }
    }
  }

  private mutating func compareAnnexes(_ before: LegalComposition, _ after: LegalComposition) {
    let known = Dictionary(before.annexDrafts.map { ($0.id, $0) }) { first, _ in first }
    for (annex, draft) in zip(after.text.annexes, after.annexDrafts)
    where known[draft.id].map({ $0.blocks != draft.blocks }) ?? true {
      annexes.append("l'annexe \(annex.number) (\(annex.title.asPhrase))")
      // The first annex of an amendment is the table of commitments.
      changedAnnexes.append(
        Annex(number: changedAnnexes.count + 2, title: annex.title, blocks: annex.blocks))
    }
    let kept = Set(after.annexDrafts.map(\.id))
    for (annex, draft) in zip(before.text.annexes, before.annexDrafts)
    where !kept.contains(draft.id) {
      annexes.append("l'ancienne annexe \(annex.number) (\(annex.title.asPhrase)), supprimée")
    }
  }

  private static func clauses(_ composition: LegalComposition) -> [String: ClauseDraft] {
    let pairs = composition.drafts.flatMap { article in
      article.clauses.map { ("\(article.id).\($0.id)", $0) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  var text: LegalText {
    var articles: [Article] = []
    func add(_ id: String, _ title: String, _ blocks: [[Clause.Block]]) {
      guard !blocks.isEmpty else { return }
      let number = articles.count + 1
      let clauses = blocks.enumerated().map { index, blocks in
        Clause(id: "\(id).\(index + 1)", number: "\(number).\(index + 1)", blocks: blocks)
      }
      articles.append(
        Article(id: id, number: number, title: title.typesetInFrench, clauses: clauses))
    }
    add("objet", "Objet de l'avenant", [[said(purpose)]])
    add("remplacees", "Clauses remplacées", replaced.map { [said(replacing($0))] + $0.blocks })
    add(
      "ajoutees", "Clauses ajoutées",
      added.map { [said("Est ajoutée la clause \($0.number) :")] + $0.blocks })
    add(
      "supprimees", "Clauses supprimées", removed.map { [said("La clause \($0) est supprimée.")] })
    if !annexes.isEmpty {
      add(
        "annexes", "Annexes",
        [
          [
            said(
              "Sont modifiées : \(frenchList(annexes)). Leur nouvelle rédaction est celle du texte "
                + "consolidé joint."
            )
          ]
        ])
    }
    add("effet", "Effet", [[said(effect)]])
    return LegalText(articles: articles, annexes: [commitments] + changedAnnexes)
  }

  private func said(_ words: String) -> Clause.Block { .text(words.typesetInFrench) }

  private var purpose: String {
    let contract = new.contract
    let number = contract.amendment?.number.map { " n° \($0)" } ?? ""
    let reason = contract.amendment?.purpose.map { " Il a pour objet : \($0.asPhrase)." } ?? ""
    return "Le présent avenant\(number) modifie le contrat \(contract.reference), conclu entre "
      + "\(contract.provider.name), le Prestataire, et \(contract.client.name), le Client.\(reason)"
  }

  private var effect: String {
    "L'avenant prend effet le \(new.contract.effectiveDay.french). Les faits antérieurs restent "
      + "régis par la rédaction en vigueur à leur date. Toutes les stipulations que l'avenant ne "
      + "modifie pas demeurent inchangées ; le texte consolidé, joint, fait seul foi de l'ensemble "
      + "à compter de cette date."
  }

  private func replacing(_ clause: Clause) -> String {
    let earlier = old.text.clause(clause.id)?.number
    let name = earlier ?? clause.number
    return earlier == clause.number || earlier == nil
      ? "La clause \(name) est remplacée par la suivante :"
      : "La clause \(name), qui devient la clause \(clause.number), est remplacée par la suivante :"
  }

  private var commitments: Annex {
    let rows = CommitmentChange.between(old, new).map { change in
      [change.label, change.before?.value ?? "–", change.after?.value ?? "–"]
    }
    return Annex(
      number: 1, title: "Engagements modifiés",
      blocks: [.table([["Engagement", "Jusqu'ici".typesetInFrench, "Désormais"]] + rows)])
  }
}
