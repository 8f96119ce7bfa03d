extension Contract {
  func addTerm(to list: inout CommitmentList) {
    list.add("duree.effet", "duree.effet", "Prise d'effet", term.start)
    list.add("duree.initiale", "duree.effet", "Durée initiale", term.initial)
    list.add("duree.fin", "duree.effet", "Dernier jour", term.statedEnd)
    let renewal = "duree.reconduction"
    list.add(renewal, renewal, "Reconduction", Named(term.renewal))
    list.add("\(renewal).duree", renewal, "Durée de la reconduction", term.renewedFor)
    list.add("\(renewal).preavis", renewal, "Préavis de non-reconduction", term.notice)
    list.add("\(renewal).forme", renewal, "Forme du préavis", term.noticeForm)
    list.add(
      "\(renewal).rappel", renewal, "Rappel avant reconduction", when: term.isReminderPromised,
      .moreForClient)
    list.add("\(renewal).maximum", renewal, "Reconductions au plus", term.maximumRenewals)
    list.add(
      "duree.irrevocable", "duree.effet", "Durée irrévocable", when: term.isIrrevocable,
      .lessForClient)
    list.add("duree.retroactif", "duree.effet", "Effet rétroactif", when: term.isRetroactive)
  }

  func addClauses(to list: inout CommitmentList) {
    addTermination(to: &list)
    for duty in clientDuties {
      let key = "obligations_client.\(duty.id)"
      list.add(key, key, "Obligation du client « \(spelled(duty.id)) »", duty.text)
      list.add("\(key).delai", key, "« \(spelled(duty.id)) » : délai", duty.delay, .moreForClient)
      list.add(
        "\(key).defaut", key, "« \(spelled(duty.id)) » : suspend les délais",
        when: duty.suspendsClocks, .lessForClient)
    }
    addAcceptance(to: &list)
    if let secret = confidentiality {
      let key = "confidentialite"
      list.add(key, key, "Confidentialité réciproque", secret.isMutual)
      list.add("\(key).apres_fin", key, "Confidentialité après la fin", secret.afterEnd)
      list.add("\(key).exceptions", key, "Hors confidentialité", list: secret.exceptions)
      list.add("\(key).personnel", key, "Confidentialité du personnel", secret.bindsStaff)
    }
    addPersonalData(to: &list)
    addProperty(to: &list)
    if let liability {
      let key = "responsabilite"
      list.add("\(key).plafond", key, "Plafond de responsabilité", liability.cap)
      list.add(
        "\(key).plafond_montant", key, "Plafond de responsabilité en montant",
        liability.capAmount, .moreForClient)
      list.add("\(key).hors", key, "Hors plafond", list: liability.outsideCap)
      list.add(
        "\(key).exclusion", key, "Exclusion totale de responsabilité",
        when: liability.excludesEverything, .lessForClient)
      list.add("\(key).donnees", key, "Perte de données", Named(liability.dataLoss))
      list.add("\(key).reciproque", key, "Plafond réciproque", liability.isMutual)
      list.add(
        "\(key).client", key, "Indemnisation illimitée par le client",
        when: liability.isClientIndemnityUnlimited, .lessForClient)
    }
    addDisputes(to: &list)
  }

  private func addTermination(to list: inout CommitmentList) {
    let key = "resiliation"
    func add(
      _ part: String, _ label: String, _ value: (any Stated)?, _ gain: Commitment.Gain? = nil
    ) {
      list.add("\(key).\(part)", key, label, value, gain)
    }
    add("mise_en_demeure", "Délai de mise en demeure", termination.formalNoticeDelay)
    add(
      "manquements", "Manquements résolutoires",
      termination.breaches.map(spelled).joined(separator: ", "))
    add("reserve_a", "Résiliation réservée à", Named(termination.reservedTo))
    add("forme", "Forme de la mise en demeure", termination.noticeForm)
    if let leave = termination.convenience {
      add("convenance", "Résiliation pour convenance", Named(leave.side) ?? "ouverte aux deux")
      add("convenance.preavis", "Convenance : préavis", leave.notice)
      add("convenance.indemnite", "Convenance : indemnité", leave.indemnity)
    }
    add(
      "procedure_collective", "Fin en cas de procédure collective",
      termination.endsOnInsolvency ? true : nil)
    add(
      "sommes", "Prix conservé en cas de faute du prestataire",
      termination.keepsPriceOnOwnFault ? true : nil, .lessForClient)
    if let force = termination.forceMajeure {
      add("force_majeure", "Force majeure : durée", force.duration?.french ?? "sans durée")
      add(
        "force_majeure.evenements", "Force majeure : événements",
        force.events.joined(separator: ", "))
    }
    add("cession", "Cession du contrat", Named(termination.assignment))
    guard let exit = termination.exit else { return }
    list.add("reversibilite", "reversibilite", "Réversibilité", exit.duration?.french ?? "prévue")
    list.add(
      "reversibilite.restitution", "reversibilite", "Restitutions", list: exit.handedOver)
    list.add("reversibilite.prix", "reversibilite", "Prix de la réversibilité", exit.price)
    list.add("reversibilite.format", "reversibilite", "Format de restitution", exit.format)
  }

  private func addAcceptance(to list: inout CommitmentList) {
    guard let acceptance else { return }
    let key = "recette"
    list.add(key, key, "Recette : délai", acceptance.delay?.french ?? "sans délai")
    list.add("\(key).silence", key, "Recette : silence", Named(acceptance.silence))
    list.add("\(key).objets", key, "Recette : objets", list: acceptance.objects)
    list.add("\(key).pv", key, "Recette : procès-verbal", acceptance.hasReport)
    list.add(
      "\(key).reserves", key, "Recette : levée des réserves", acceptance.reservationsDelay,
      .lessForClient)
    list.add(
      "\(key).paiement", key, "Recette : déclenche le paiement", when: acceptance.startsPayment)
    list.add("\(key).justification", key, "Recette : justification", acceptance.longDelayReason)
  }

  private func addDisputes(to list: inout CommitmentList) {
    for (index, step) in disputes.steps.enumerated() {
      list.add(
        "litiges.etapes.\(index)", "litiges", "Litiges, étape \(index + 1)",
        ([spelled(step.mode.rawValue), step.body, step.delay?.french] as [String?])
          .compactMap { $0 }.joined(separator: ", "))
    }
    list.add("litiges.juridiction", "litiges", "Juridiction", disputes.court)
    list.add("litiges.droit", "litiges", "Droit applicable", disputes.law)
    if let arbitration = disputes.arbitration {
      list.add(
        "litiges.arbitrage", "litiges", "Arbitrage",
        (["convenu", arbitration.institution, arbitration.seat] as [String?])
          .compactMap { $0 }.joined(separator: ", "))
    }
    list.add("signature.niveau", "preuve", "Niveau de signature", Named(signature.level))
    list.add("signature.lieu", "preuve", "Lieu de signature", signature.place)
    list.add("signature.date", "preuve", "Date de signature", signature.day)
    list.add("signature.exemplaires", "preuve", "Exemplaires", signature.copies)
  }
}
