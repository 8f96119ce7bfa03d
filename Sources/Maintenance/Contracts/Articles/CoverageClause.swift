extension Contract {
  /// The order of the coverage decision, told to the client as the machine follows it.
  var coverageBlocks: [BlockDraft] {
    [
      .text(
        """
        La couverture de chaque Ticket est décidée à son ouverture par les règles suivantes, \
        appliquées dans cet ordre ; la première qui s'applique décide, et la décision cite sa \
        clause :
        """),
      .items([
        """
        1° Vigueur : si le Contrat n'est pas en vigueur ou est suspendu à la date de la demande, \
        elle n'est pas couverte par le Contrat (\(bareClause: "duree.effet")) ;
        """,
        exclusionRule,
        """
        3° Périmètre : si le lieu ou l'équipement est hors du périmètre, la demande relève d'un \
        devis (\(bareClause: "perimetre.sites") et \(bareClause: "perimetre.parc")) ;
        """,
        hoursRule, allowanceRule, rateRule,
        "7° Devis : dans les autres cas, un devis est proposé (\(bareClause: "prix.devis")).",
      ]),
    ]
  }

  private var exclusionRule: Passage {
    scope.exclusions.isEmpty
      ? "2° Exclusion : le Contrat n'en comporte pas (\(bareArticle: "exclusions")) ;"
      : """
      2° Exclusion : si la demande relève d'une exclusion, la suite prévue par celle-ci s'applique \
      (\(bareArticle: "exclusions")) ;
      """
  }

  private var hoursRule: Passage {
    let onCall: Passage =
      if support.onCall.map(\.priorities.isEmpty) ?? true {
        ""
      } else {
        ", sauf astreinte (\(bareClause: "support.astreinte"))"
      }
    return """
      4° Heures : hors des heures applicables à sa priorité, la demande attend l'ouverture \
      suivante (\(bareClause: "support.heures"))\(onCall), et les règles qui suivent \
      s'appliquent alors ;
      """
  }

  private var allowanceRule: Passage {
    var text: Passage = "5° Prestations déjà payées : "
    if price.fees.isEmpty {
      text += price.prepaid == nil ? "le Contrat n'en comporte pas" : "la demande"
    } else {
      text += """
        si la demande est d'une nature que le Contrat comprend \
        (\(bareClause: "objet.nature")) et que l'équipement relève d'un forfait \
        (\(bareArticle: "prix")), elle y est incluse
        """
    }
    if price.prepaid != nil {
      text += price.fees.isEmpty ? "" : " ; à défaut, elle"
      text += " est décomptée du carnet d'heures tant qu'il en reste "
      text += "(\(bareClause: "prix.carnet"))"
    }
    return text + " ;"
  }

  private var rateRule: Passage {
    hasHourlyRate
      ? """
      6° Taux : à défaut, la demande est facturée au taux horaire hors forfait \
      (\(bareClause: "prix.hors_forfait")) ;
      """
      : "6° Taux : le Contrat ne fixe pas de taux horaire hors forfait ;"
  }
}
