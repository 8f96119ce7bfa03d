extension Contract {
  @ClauseList
  var addedPaymentClauses: [ClauseDraft] {
    if let deposit = payment.deposit { ClauseDraft("acompte", depositText(deposit)) }
    let details = invoicingDetails
    if !details.isEmpty { ClauseDraft("precisions", "\(details.joined(separator: " "))") }
  }

  private func depositText(_ deposit: Payment.Deposit) -> Passage {
    let parts = [deposit.rate.map { "\($0.frenchPercent) du prix" }, deposit.amount?.french]
      .compactMap { $0 }
    let moment =
      switch deposit.moment {
      case .signature: "à la signature"
      case .start: "à la prise d'effet"
      case .order: "à la commande"
      }
    let share = parts.isEmpty ? "" : " de \(parts.joined(separator: ", "))"
    return "Un acompte\(share) est versé \(moment) ; il s'impute sur les premières sommes dues."
  }

  private var invoicingDetails: [String] {
    let sentences: [String?] = [
      payment.acceptsElectronicInvoices.map {
        $0
          ? "Le Client accepte de recevoir ses factures sous forme électronique."
          : "Le Client n'a pas accepté la facture électronique au-delà de ce que la loi impose."
      },
      payment.isPeriodicInvoice
        ? "Une facture récapitulative rassemble les prestations d'un même mois." : nil,
      payment.modes.isEmpty
        ? nil : "Modes de facturation : \(frenchList(payment.modes.map { spelled($0.rawValue) })).",
      payment.isInterestOnReminder
        ? "Les Parties ont prévu que le Prestataire réclame ces pénalités par un rappel, que la "
          + "loi n'exige pas." : nil,
    ]
    return sentences.compactMap { $0 }
  }

  /// Notice before the service stops for an unpaid invoice, as agreed or fifteen days.
  var suspensionNotice: String {
    payment.suspensionNotice.map { "\($0.french) après" } ?? "quinze jours après"
  }

  func acceptanceDetails(_ acceptance: Acceptance) -> Passage {
    var text: Passage = ""
    if !acceptance.objects.isEmpty {
      text += " Y sont aussi soumis : \(frenchList(acceptance.objects.map(\.asPhrase)))."
    }
    if let delay = acceptance.reservationsDelay {
      text += " Les réserves sont levées dans un délai \(delay.afterDe)."
    }
    if let reason = acceptance.longDelayReason {
      text += " Motif de la durée de la vérification : \(reason.asPhrase)."
    }
    return text
  }

  func liabilityDetails(_ liability: Liability) -> Passage {
    var text: Passage = ""
    if let amount = liability.capAmount {
      text += " La responsabilité n'excède en aucun cas \(amount.french) par année contractuelle."
    }
    switch liability.dataLoss {
    case .direct?:
      text += " La perte de données est réparée comme un dommage direct."
    case .indirect?:
      text += """
         Hors manquement du Prestataire à une obligation de sauvegarde, la perte de données est un \
        dommage indirect.
        """
    case nil: break
    }
    if !liability.isMutual { text += " La limitation ne profite qu'au Prestataire." }
    if liability.isClientIndemnityUnlimited {
      text += " Le Client garantit le Prestataire, sans limite, des suites de ses propres fautes."
    }
    return text
  }

  func dataDetails(_ data: PersonalData) -> [BlockDraft] {
    let objection = (data.objectionDelay ?? Delay(30, .days)).french
    var items: [Passage] = [
      data.authorization == .general
        ? "autorisation des sous-traitants ultérieurs : générale, opposition sous \(objection) ;"
        : "autorisation des sous-traitants ultérieurs : spécifique, réponse sous \(objection) ;"
    ]
    if let place = data.location { items.append("localisation des données : \(place.asPhrase) ;") }
    if !data.measures.isEmpty {
      items.append("mesures de sécurité : \(frenchList(data.measures.map(\.asPhrase))) ;")
    }
    if let notice = data.auditNotice { items.append("préavis d'un audit : \(notice.french) ;") }
    if let officer = data.protectionOfficer {
      items.append("délégué à la protection des données : \(officer.line) ;")
    }
    if let logs = data.logRetention {
      items.append("conservation des journaux d'accès : \(logs.french) ;")
    }
    return [.text("Précisions convenues :"), .items(items.asFinalList)]
  }
}
