extension Contract {
  /// Limits and exceptions of the term.
  @ClauseList
  var addedTermClauses: [ClauseDraft] {
    let text = termDetails
    if !text.isEmpty { ClauseDraft("precisions", "\(text.joined(separator: " "))") }
  }

  private var termDetails: [String] {
    let sentences: [String?] = [
      term.statedEnd.map { "Le dernier jour du Contrat est fixé au \($0.french)." },
      term.isIrrevocable
        ? "Aucune Partie ne peut mettre fin au Contrat avant son terme, hors les cas de la loi."
        : nil,
      term.isRetroactive
        ? "Les Parties conviennent que le Contrat régit les faits à compter de sa prise d'effet, "
          + "même antérieure à sa signature." : nil,
      term.maximumRenewals.map { "Il est reconduit \($0.french) fois au plus." },
      term.isReminderPromised
        ? "Le Prestataire rappelle par écrit au Client, entre trois mois et un mois avant le "
          + "dernier jour pour s'y opposer, la faculté de ne pas reconduire le Contrat." : nil,
      agreedRenewal.isEmpty
        ? nil
        : "Si les Parties conviennent de reconduire le Contrat : "
          + agreedRenewal.joined(separator: " ; ") + ".",
    ]
    return sentences.compactMap { $0 }
  }

  /// What is settled beforehand of a renewal that is not tacit.
  private var agreedRenewal: [String] {
    guard term.renewal != .tacit else { return [] }
    let hasTerm = term.initial != nil
    return [
      term.renewedFor.map { "durée de reconduction convenue, \($0.french)" },
      hasTerm ? term.notice.map { "préavis, \($0.french)" } : nil,
      hasTerm ? term.noticeForm.map { "forme, \($0.asPhrase)" } : nil,
    ].compactMap { $0 }
  }

  @ClauseList
  var addedTerminationClauses: [ClauseDraft] {
    if let leave = termination.convenience { ClauseDraft("convenance", convenienceText(leave)) }
    let details = breachDetails
    if !details.isEmpty { ClauseDraft("precisions", "\(details.joined(separator: " "))") }
  }

  private func convenienceText(_ leave: Termination.Convenience) -> Passage {
    let who =
      switch leave.side {
      case .provider: "Le Prestataire"
      case .client: "Le Client"
      case nil: "Chaque Partie"
      }
    let notice = leave.notice.map { ", moyennant un préavis \($0.afterDe)" } ?? ""
    var text: Passage = "\(who) peut résilier le Contrat sans motif\(notice)."
    if let indemnity = leave.indemnity { text += " Indemnité due : \(indemnity.asPhrase)." }
    return text
  }

  private var breachDetails: [String] {
    let sentences: [String?] = [
      termination.reservedTo.map {
        "La résiliation pour manquement est réservée au "
          + ($0 == .provider ? "Prestataire." : "Client.")
      },
      termination.noticeForm.map { "Forme de la mise en demeure : \($0.asPhrase)." },
      termination.endsOnInsolvency
        ? "Les Parties ont stipulé une fin en cas de procédure collective, que la loi prive "
          + "d'effet."
        : nil,
      termination.keepsPriceOnOwnFault
        ? "Le Prestataire conserve les sommes versées, même en cas de manquement de sa part." : nil,
    ]
    return sentences.compactMap { $0 }
  }

  func exitDetails(_ exit: Termination.Exit) -> Passage {
    var text: Passage = ""
    if let price = exit.price { text += " Prix de cette assistance : \(price.asPhrase)." }
    if let format = exit.format { text += " Format de restitution : \(format.asPhrase)." }
    return text
  }

  /// How long force majeure may last, as the contract says it or thirty days.
  var forceMajeureDelay: Delay {
    termination.forceMajeure?.duration ?? Delay(30, .days)
  }

  @ClauseList
  var addedForceMajeureClauses: [ClauseDraft] {
    if let events = termination.forceMajeure?.events, !events.isEmpty {
      ClauseDraft(
        "evenements",
        """
        Les Parties tiennent en particulier pour tels, si ces conditions sont réunies : \
        \(frenchList(events.map(\.asPhrase))).
        """)
    }
  }

  var hardshipText: Passage {
    if hardship?.risk == .accepted {
      return """
        Chaque Partie accepte le risque d'un changement de circonstances imprévisible et renonce à \
        demander une renégociation de ce chef.
        """
    }
    var text: Passage = """
      Si un changement de circonstances imprévisible rend l'exécution excessivement onéreuse \
      pour une Partie, celle-ci peut demander une renégociation, pendant laquelle elle continue \
      d'exécuter ses obligations.
      """
    if let delay = hardship?.delay {
      text += " Faute d'accord dans un délai \(delay.afterDe), la Partie la plus diligente agit "
      text += "selon la loi."
    } else if hardship != nil {
      text += " Les Parties n'enferment cette renégociation dans aucun délai."
    }
    return text
  }

  var assignmentText: Passage {
    switch termination.assignment {
    case nil:
      """
      Aucune Partie ne cède le Contrat sans l'accord écrit de l'autre. La cession est constatée \
      par écrit.
      """
    case .withConsent:
      """
      Le Contrat ne peut être cédé qu'avec l'accord préalable et écrit de l'autre Partie. La \
      cession est constatée par écrit.
      """
    case .group:
      """
      Chaque Partie peut céder le Contrat à une société de son groupe, après en avoir informé \
      l'autre par écrit ; toute autre cession demande son accord écrit.
      """
    case .providerAlone:
      "Le Prestataire peut céder le Contrat, ce que le Client accepte par avance."
    case .forbidden: "Le Contrat ne peut être cédé."
    }
  }
}
