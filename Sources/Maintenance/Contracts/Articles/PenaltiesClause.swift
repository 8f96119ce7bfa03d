extension Contract {
  var penaltyClause: ClauseDraft {
    ClauseDraft("penalites", serviceLevels.penalties.map { .text(penaltyText($0)) })
  }

  private func penaltyText(_ penalties: Penalty) -> Passage {
    var text = penaltySubject(penalties)
    if let formula = penalties.formula {
      let printed = String(formula.map { $0 == "*" ? "×" : $0 })
      text += " P calculée par la formule « \(printed.contains("=") ? printed : "P = " + printed) »"
      let terms = formulaTerms(penalties, of: formula)
      if !terms.isEmpty { text += ", où \(frenchList(terms))" }
    }
    text += "."
    if let cap = penalties.cap {
      text += """
         Le total des pénalités d'un mois n'excède pas \(cap.frenchPercent) \
        \(penalties.capBase.map(ofAmount) ?? "de la redevance de ce mois").
        """
    }
    text += penaltyDetails(penalties)
    text += natureText(penalties.nature)
    text += noticeText(penalties.formalNotice)
    guard penalties.isFinal != true else {
      return text + " Elle répare forfaitairement le préjudice né de ce manquement."
    }
    return text + """
       La pénalité ne prive pas le Client de la réparation du préjudice supérieur qu'il prouve, \
      dans la limite de \(article: "responsabilite").
      """
  }

  /// What each letter of the formula is: «V est la redevance, R le nombre de jours».
  private func formulaTerms(_ penalty: Penalty, of formula: String) -> [String] {
    let used = PenaltyFormula(formula)?.variables ?? []
    var terms: [(letter: String, meaning: String)] = []
    if let base = penalty.base { terms.append(("V", "la \(spelled(base)) hors taxes")) }
    if let lateness = penalty.lateness {
      let begun = penalty.countsHours ? "toute heure entamée" : "tout jour entamé"
      terms.append(("R", "le nombre de \(spelled(lateness)), \(begun) comptant"))
    }
    if used.contains(.fee) { terms.append(("F", "la redevance du mois hors taxes")) }
    if used.contains(.gap) {
      terms.append(("D", "l'écart, en pour cent, entre le taux garanti et le taux constaté"))
    }
    if used.contains(.hours) { terms.append(("H", "le nombre d'heures de service du mois")) }
    return terms.enumerated().map { index, term in
      "\(term.letter) \(index == 0 ? "est " : "")\(term.meaning)"
    }
  }

  private func natureText(_ nature: Penalty.Nature?) -> Passage {
    switch nature {
    case .credit:
      " La pénalité est une réduction de prix, portée en avoir sur la facture suivante."
    case .indemnity:
      " La pénalité est une indemnité, qui se compense avec les sommes dues par le Client."
    case nil: ""
    }
  }

  private func noticeText(_ formalNotice: Penalty.FormalNotice?) -> Passage {
    switch formalNotice {
    case .waived: " Elle est due de plein droit, sans mise en demeure."
    case .required: " Elle est due après mise en demeure restée sans effet."
    case nil: ""
    }
  }
}

/// «de la redevance mensuelle», «du montant annuel hors taxes».
private func ofAmount(_ key: String) -> String {
  let name = spelled(key)
  return ["montant", "prix", "forfait", "total"].contains { name.hasPrefix($0) }
    ? "du \(name)" : "de la \(name)"
}
