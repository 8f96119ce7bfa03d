extension Contract {
  /// Each need beside what answers it, so that nobody has to look for it.
  var specificationClause: ClauseDraft {
    ClauseDraft(
      "cahier_des_charges",
      [
        .text(
          """
          Cahier des charges : chaque besoin que le Client a exprimé, et la réponse qu'y donne le \
          Contrat. Un besoin sans réponse n'est pas couvert.
          """),
        .table(
          [["Besoin", "Importance", "Exprimé par", "Réponse du Contrat"]]
            + requirements.map { requirement in
              [
                "\(requirement.need.asPhrase) (\(spelled(requirement.id)))",
                "\(requirement.importance.rawValue)",
                "\(source(of: requirement))", answer(to: requirement),
              ]
            }),
      ])
  }

  private func source(of requirement: Requirement) -> String {
    [requirement.saidBy, requirement.day.map { "le \($0.french)" }].compactMap { $0 }
      .joined(separator: ", ")
  }

  private func answer(to requirement: Requirement) -> Passage {
    var parts: [Passage] = []
    if let answer = requirement.answer { parts.append("\(answer.asPhrase)") }
    let known = Set(operations.map(\.id))
    parts += requirement.operations.filter(known.contains).map { id in
      "opération « \(spelled(id)) » (\(bareClause: "operations.\(id)"))"
    }
    if let reason = requirement.declined { parts.append("non retenu : \(reason.asPhrase)") }
    guard var text = parts.first else { return "sans réponse" }
    for part in parts.dropFirst() { text += " ; \(part)" }
    return text
  }
}
