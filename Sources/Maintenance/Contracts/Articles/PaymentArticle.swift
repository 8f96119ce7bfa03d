extension Contract {
  var paymentArticle: ArticleDraft {
    ArticleDraft(
      "paiement", "Facturation et paiement",
      basis: "Code de commerce, art. L441-9, L441-10 et D441-5"
    ) {
      ClauseDraft("echeancement", scheduleText)
      ClauseDraft("delai", delayText)
      ClauseDraft("retard", latenessText)
      ClauseDraft(
        "suspension",
        """
        En cas de facture échue et impayée, non contestée de bonne foi, le Prestataire peut \
        suspendre ses prestations, à proportion du manquement, \(suspensionNotice) l'avoir notifié \
        au Client et sans que la sécurité des données puisse en être compromise.
        """)
      addedPaymentClauses
      ClauseDraft(
        "detail",
        """
        Les factures sont émises et transmises sous forme électronique. Chaque ligne cite la \
        clause du Contrat qui la fonde, la période et les Tickets, opérations ou équipements \
        comptés. Le Client motive toute contestation dans les trente jours ; la partie non \
        contestée reste due à l'échéance.
        """)
    }
  }

  private var scheduleText: Passage {
    var text: Passage = price.fees.isEmpty ? "" : feeSchedule
    if price.prepaid != nil { text += " Le carnet d'heures est facturé à son achat." }
    return text + """
       Les prestations qui ne sont pas payées d'avance sont facturées à la fin du mois de leur \
      exécution.
      """
  }

  private var feeSchedule: Passage {
    let timing: Passage =
      switch payment.timing {
      case .advance: "à échoir, au début de chaque période"
      case .arrears: "à terme échu, à la fin de chaque période"
      }
    return """
      Les forfaits sont facturés chaque \(payment.period.french), \(timing) de facturation ; un \
      forfait dont la période est plus longue l'est à la sienne. Une période entamée est due en \
      proportion de ses jours.
      """
  }

  private var delayText: Passage {
    var text: Passage =
      if let days = payment.days {
        payment.isEndOfMonth
          ? "Les factures sont payables \(Delay(days, .days).french) fin de mois"
          : "Les factures sont payables \(Delay(days, .days).french) après leur date d'émission"
      } else {
        "Les factures sont payables \(Delay(30, .days).french) après l'exécution des prestations"
      }
    if let method = payment.method { text += ", par \(method.french)" }
    if payment.method == .transfer, let iban = provider.iban {
      text += " sur le compte du Prestataire, IBAN \(iban.groupedByFour)"
    }
    text += "."
    switch payment.discount {
    case nil, "neant", "néant": text += " Escompte pour paiement anticipé : néant."
    case .some(let discount):
      text += " Escompte pour paiement anticipé : \(discount.asPhrase)."
    }
    return text
  }

  /// Ten points by default (C. com. L441-10, II); eight in public contracts (CCP R2192-31).
  private func refinancing(_ points: FixedPoint) -> Passage {
    """
    au taux appliqué par la Banque centrale européenne à son opération de refinancement la \
    plus récente, majoré de \(points.french) points de pourcentage
    """
  }

  private var latenessText: Passage {
    let rate: Passage =
      switch payment.lateInterest {
      case .timesLegalRate(let times):
        "au taux de \(times.french) fois le taux d'intérêt légal"
      case .percent(let percent):
        """
        au taux annuel de \(percent.frenchPercent), sans pouvoir être inférieur à trois fois le \
        taux d'intérêt légal
        """
      case .refinancing(let points): refinancing(points)
      case nil: refinancing(FixedPoint(publicContract == nil ? 10 : 8))
      }
    let indemnity = payment.recoveryIndemnity ?? Money(cents: 4000)
    return """
      Tout retard de paiement rend exigibles de plein droit, dès le lendemain de la date de \
      règlement portée sur la facture et sans rappel, des pénalités \(rate), calculées sur \
      le montant toutes taxes comprises, par jour de retard et sur la base de 365 jours, ainsi \
      qu'une indemnité forfaitaire pour frais de recouvrement de \(indemnity.french) par facture. \
      Une indemnité complémentaire peut être demandée sur justification.
      """
  }
}

extension String {
  /// «FR76 9999 9000…», as banks print an account number; its spaces do not break.
  var groupedByFour: String {
    var groups: [Substring] = []
    var rest = self[...]
    while !rest.isEmpty {
      groups.append(rest.prefix(4))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: "\u{A0}")
  }
}
