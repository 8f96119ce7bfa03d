extension Contract {
  /// Only a contract with the clause has this article.
  var nonSolicitationArticle: ArticleDraft? {
    guard let clause = nonSolicitation else { return nil }
    return ArticleDraft("non_sollicitation", "Non-sollicitation", basis: "Code civil, art. 1231-5")
    {
      ClauseDraft("principe", nonSolicitationText(clause))
    }
  }

  private func nonSolicitationText(_ clause: NonSolicitation) -> Passage {
    var text: Passage =
      clause.isMutual
      ? "Chaque Partie s'interdit d'engager ou de faire travailler un salarié de l'autre affecté"
      : "Le Client s'interdit d'engager ou de faire travailler un salarié du Prestataire affecté"
    text += " au Contrat, sauf accord écrit, pendant sa durée"
    if let after = clause.afterEnd { text += " et \(after.french) après sa fin" }
    text += "."
    if let indemnity = clause.indemnity {
      text +=
        " Tout manquement oblige à une indemnité égale à : \(indemnity.asPhrase). Le juge peut "
      text += "la modérer."
    }
    return text
  }

  /// Only a public contract has this article.
  var publicContractArticle: ArticleDraft? {
    guard let terms = publicContract else { return nil }
    return ArticleDraft("marche_public", "Marché public", basis: "Code de la commande publique") {
      ClauseDraft("reference", publicReference(terms))
      if let test = terms.fitnessTest { ClauseDraft("va", fitnessText(test)) }
      if let test = terms.regularityTest { ClauseDraft("vsr", regularityText(test)) }
      if let admission = terms.admission { ClauseDraft("admission", admissionText(admission)) }
      if let exemption = terms.penaltyExemption {
        ClauseDraft(
          "exoneration",
          "Le Prestataire est exonéré des pénalités dont le total n'excède pas \(exemption.french)."
        )
      }
    }
  }

  private func publicReference(_ terms: PublicContract) -> Passage {
    var text: Passage = "Le Contrat est un marché public"
    if let number = terms.number { text += ", numéro \(number)" }
    if let lot = terms.lot { text += ", lot \(lot)" }
    text += "."
    switch terms.generalTerms {
    case .tic2021:
      text += """
         Il se réfère au cahier des clauses administratives générales des techniques de \
        l'information et de la communication de 2021 (CCAG-TIC), auquel il déroge par ses \
        stipulations contraires.
        """
    case .tic2009:
      text += " Il se réfère au CCAG-TIC de 2009, auquel il déroge par ses stipulations contraires."
    case .none: text += " Il ne se réfère à aucun cahier des clauses administratives générales."
    }
    return text
  }

  private func fitnessText(_ test: PublicContract.FitnessTest) -> Passage {
    var text: Passage = """
      La vérification d'aptitude (VA) constate que les prestations permettent les fonctions \
      attendues.
      """
    if let criterion = test.criterion { text += " Critère : \(criterion.asPhrase)." }
    if let delay = test.delay { text += " Elle est conduite dans un délai \(delay.afterDe)." }
    return text
  }

  private func regularityText(_ test: PublicContract.RegularityTest) -> Passage {
    var text: Passage = "La vérification de service régulier (VSR)"
    if let duration = test.duration { text += " dure \(duration.french) et" }
    text += " suit une vérification d'aptitude positive."
    if let limit = test.downtimeLimit {
      text += " Le service est régulier si les indisponibilités n'excèdent pas "
      text += "\(limit.frenchPercent) du temps d'utilisation."
    }
    if let decision = test.decision {
      text += " La décision est notifiée dans un délai \(decision.afterDe)."
    }
    return text
  }

  private func admissionText(_ admission: PublicContract.Admission) -> Passage {
    var text: Passage = "À l'issue des vérifications, l'acheteur prononce l'admission, "
    text +=
      admission.allowsReduction
      ? "la réfaction, l'ajournement ou le rejet" : "l'ajournement ou le rejet"
    if let decision = admission.decision { text += " dans un délai \(decision.afterDe)" }
    text += "."
    switch admission.silence {
    case .acceptance: text += " Son silence vaut admission."
    case .refusal: text += " Son silence vaut rejet."
    case nil: break
    }
    if let delay = admission.postponement {
      text += " Après un ajournement, les prestations sont présentées à nouveau dans un délai de "
      text += "\(delay.french)."
    }
    if admission.allowsReduction {
      text += " La réfaction réduit le prix à proportion des imperfections constatées."
    }
    if let delay = admission.removal {
      text += " Après un rejet, les éléments livrés sont repris dans un délai \(delay.afterDe)."
    }
    return text
  }

  /// Findings of the reading that both sides know of.
  @ClauseList
  var acceptedFindingsClauses: [ClauseDraft] {
    if !acceptedFindings.isEmpty {
      ClauseDraft(
        "choix",
        [
          .text(
            "Les Parties ont relevé les points suivants et les acceptent en connaissance de cause :"
          ),
          .items(acceptedFindings.map { "\(acceptedText($0)) ;" }.asFinalList),
        ])
    }
  }

  private func acceptedText(_ finding: AcceptedFinding) -> Passage {
    let details = [
      finding.path.map { "à « \($0) »" }, finding.by.map { "par \($0)" },
      finding.day.map { "le \($0.french)" },
    ].compactMap { $0 }
    let tail = details.isEmpty ? "" : ", \(details.joined(separator: ", "))"
    return "règle \(finding.rule)\(tail) : \(finding.reason.asPhrase)"
  }
}
