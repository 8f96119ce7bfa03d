extension Contract {
  /// Only a contract whose price is indexed has this article.
  var indexationArticle: ArticleDraft? {
    guard let indexation = price.indexation else { return nil }
    return ArticleDraft(
      "revision", "Révision du prix",
      basis: "Code civil, art. 1163 et 1167 ; code monétaire et financier, art. L112-2"
    ) {
      ClauseDraft("formule", formulaText(indexation))
      ClauseDraft("valeurs", valuesText(indexation))
      ClauseDraft(
        "application",
        """
        La révision joue \(indexation.isUpwardOnly ? "à la hausse seulement" : bothWays). \
        Le Prestataire notifie le nouveau prix et \
        son calcul, avec les valeurs retenues et leur date de publication, avant la première \
        facture révisée.
        """ + indexationDetails(indexation))
      ClauseDraft(
        "disparition",
        """
        Si l'indice cesse d'être publié ou change de base, les Parties lui substituent l'indice \
        qui s'en rapproche le plus, au besoin par le coefficient de raccordement publié. La valeur \
        de départ et la valeur de révision sont toujours prises dans la même série.
        """)
    }
  }

  private var bothWays: String { "à la hausse comme à la baisse" }

  private func formulaText(_ indexation: Indexation) -> Passage {
    let formula = String((indexation.formula ?? "P0 * S1 / S0").map { $0 == "*" ? "×" : $0 })
    let printed = formula.contains("=") ? formula : "P1 = " + formula
    let date = " " + (indexation.date ?? .anniversary).french
    return """
      Les prix sont révisés\(date) par la formule « \(printed) », où P1 est le prix révisé, P0 le \
      prix d'origine, S1 la dernière valeur de l'indice publiée à la date de révision et S0 sa \
      valeur de départ. Le prix révisé est arrondi au centime le plus proche.
      """
  }

  private func valuesText(_ indexation: Indexation) -> Passage {
    var text: Passage = "La révision suit \(indexation.index.french)"
    switch indexation.series {
    case .revised: text += ", série révisée (publiée depuis août 2022)"
    case .former: text += ", ancienne série (antérieure à août 2022)"
    case nil: break
    }
    if let publisher = indexation.publisher {
      text += ", publié par \(publisher)"
    } else if indexation.index == .syntec {
      text += ", publié par la Fédération Syntec"
    }
    text += "."
    if let value = indexation.baseValue {
      text += " Valeur de départ S0 : \(value.french)"
      if let month = indexation.baseMonth { text += ", celle du mois de \(month.french)" }
      text += "."
    }
    return text
  }
}

extension Indexation.Index {
  fileprivate var french: String {
    switch self {
    case .syntec: "l'indice Syntec du coût du travail"
    case .minimumWage: "le salaire minimum de croissance"
    case .consumerPrices: "l'indice des prix à la consommation"
    case .other: "l'indice convenu entre les Parties"
    }
  }
}
