extension Contract {
  var termArticle: ArticleDraft {
    ArticleDraft("duree", "Durée et reconduction", basis: "Code civil, art. 1210 à 1215") {
      ClauseDraft("effet", startText)
      ClauseDraft("reconduction", renewalText)
      renewalNotice
      addedTermClauses
      ClauseDraft(
        "avenant",
        """
        Le Contrat n'est modifié que par un avenant écrit et signé, qui en forme la version \
        suivante et fixe sa date d'effet. Chaque fait reste régi par la version en vigueur à sa \
        date.
        """)
    }
  }

  private var startText: Passage {
    guard let initial = term.initial, let end = term.initialEnd else {
      return """
        Le Contrat prend effet le \(term.start.french) pour une durée indéterminée. Aucune \
        prestation n'est due avant cette date.
        """
    }
    return """
      Le Contrat prend effet le \(term.start.french) pour une période initiale \
      \(initial.afterDe), qui se termine le \(end.french) au soir. Aucune prestation n'est due au \
      titre du Contrat avant sa prise d'effet ni après sa fin.
      """
  }

  private var renewalText: Passage {
    let form = term.noticeForm.map { ", par \($0.asPhrase)" } ?? ", par écrit"
    guard term.initial != nil else {
      let notice = term.notice ?? Delay(3, .months)
      return """
        Chaque Partie peut y mettre fin à tout moment en respectant un préavis \
        \(notice.afterDe)\(form).
        """
    }
    switch term.renewal {
    case .none:
      return "Le Contrat n'est pas reconduit : il prend fin au terme de sa période initiale."
    case .express:
      return "Le Contrat n'est reconduit que par un accord écrit et signé avant son terme."
    case .tacit:
      return tacitText(form)
    }
  }

  private func tacitText(_ form: String) -> Passage {
    var text: Passage =
      if let renewed = term.renewedFor {
        """
        À son terme, le Contrat est reconduit tacitement, par périodes successives \
        \(renewed.afterDe), aux mêmes conditions
        """
      } else {
        "À son terme, le Contrat est reconduit tacitement, aux mêmes conditions"
      }
    guard let notice = term.notice else {
      return text + ", sauf si une Partie s'y oppose avant ce terme\(form)."
    }
    text += """
      , sauf si une Partie s'y oppose au moins \(notice.french) avant la fin de la période en \
      cours\(form).
      """
    if let last = term.period(on: term.start)?.lastNoticeDay {
      text += """
         Pour la période initiale, l'opposition est notifiée au plus tard le \(last.french).
        """
    }
    return text
  }
}
