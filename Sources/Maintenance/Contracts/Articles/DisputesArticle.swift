extension Contract {
  var disputesArticle: ArticleDraft {
    ArticleDraft(
      "litiges", "Droit applicable et litiges", basis: "Code de procédure civile, art. 48"
    ) {
      ClauseDraft("droit", "Le Contrat est soumis au droit \(disputes.law ?? "français").")
      if !amicable.isEmpty { ClauseDraft("amiable", amicableBlocks) }
      if let convention = disputes.arbitration {
        ClauseDraft("convention_arbitrage", arbitrationClause(convention))
      }
      if let arbitration {
        ClauseDraft("arbitrage", arbitrationText(arbitration))
      } else if let court = disputes.court {
        ClauseDraft("juridiction", [.framed(courtText(court))])
      } else {
        ClauseDraft(
          "juridiction", "À défaut d'accord, le litige est porté devant la juridiction compétente.")
      }
    }
  }

  private var amicable: [Disputes.Step] {
    disputes.steps.filter { $0.mode != .arbitration }
  }

  private var arbitration: Disputes.Step? {
    disputes.steps.first { $0.mode == .arbitration }
  }

  private var amicableBlocks: [BlockDraft] {
    let steps: [Passage] = amicable.map { step in
      var text: Passage =
        switch step.mode {
        case .contacts: "rencontre des référents des Parties"
        case .mediation: "médiation"
        case .conciliation, .arbitration: "conciliation"
        }
      if let body = step.body { text += " (\(body.asPhrase))" }
      if let delay = step.delay { text += ", dans un délai \(delay.afterDe)" }
      return text + " ;"
    }
    return [
      .text(
        """
        Avant toute action au fond, à peine d'irrecevabilité, les Parties suivent dans l'ordre les \
        étapes amiables suivantes, la première partant de la notification écrite du litige :
        """),
      .items(steps.asFinalList),
      .text(
        """
        Ces étapes suspendent la prescription. Elles ne font pas obstacle aux mesures d'urgence, \
        conservatoires ou en référé, ni au recouvrement des sommes non contestées.
        """),
    ]
  }

  private func courtText(_ court: String) -> Passage {
    """
    Tout litige relatif à la formation, à l'exécution ou à la fin du Contrat, qui n'a pas été \
    résolu à l'amiable, est porté devant la juridiction suivante, à laquelle les Parties, ayant \
    toutes contracté en qualité de commerçant, attribuent compétence : \(court.asPhrase).
    """
  }

  private func arbitrationText(_ step: Disputes.Step) -> Passage {
    let body = step.body.map { " sous l'égide de l'organisme suivant : \($0.asPhrase)" } ?? ""
    return """
      Tout litige qui n'a pas été résolu à l'amiable est tranché définitivement par \
      arbitrage\(body).
      """
  }
}
