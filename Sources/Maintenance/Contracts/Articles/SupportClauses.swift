extension Contract {
  /// Hours and people beyond the opening hours, where the contract has them.
  @ClauseList
  var addedSupportClauses: [ClauseDraft] {
    if !support.calendars.isEmpty {
      ClauseDraft(
        "calendriers",
        [
          .text("Des heures particulières s'appliquent là où le Contrat les désigne :"),
          .items(
            support.calendars.map { "\(spelled($0.id)) : \($0.hours.frenchWhole) ;" }.asFinalList),
        ])
    }
    if !support.extendedHours.isEmpty {
      ClauseDraft(
        "plages_etendues",
        [
          .text(
            "Hors des Heures ouvrées, le Prestataire intervient aussi aux conditions suivantes :"),
          .items(support.extendedHours.map { "\(extendedText($0)) ;" }.asFinalList),
        ])
    }
    if let planned = support.plannedMaintenance {
      ClauseDraft("maintenance_planifiee", plannedText(planned))
    }
    if !support.escalation.isEmpty {
      ClauseDraft(
        "escalade",
        [
          .text(
            "Quand une échéance approche ou passe, sont prévenus, à la part du délai écoulée :"),
          .items(support.escalation.map { "\(escalationText($0)) ;" }.asFinalList),
        ])
    }
  }

  var addressText: Passage {
    let ways = [
      support.addresses.portal.map { "portail \($0)" },
      support.addresses.email.map { "courriel \($0)" },
      support.addresses.telephone.map { "téléphone \($0)" },
    ].compactMap { $0 }
    return ways.isEmpty ? "" : " Coordonnées : \(ways.joined(separator: " ; "))."
  }

  func onCallPrice(_ onCall: OnCall) -> Passage {
    var text: Passage = ""
    if let fee = onCall.fee {
      text += " L'astreinte est facturée \(fee.french) hors taxes par \(onCall.feePeriod.french)."
    }
    if let call = onCall.callOut {
      text += " Chaque appel suivi d'un travail est facturé \(call.french) hors taxes."
    }
    if let means = onCall.means { text += " Moyens : \(means.asPhrase)." }
    return text
  }

  private func extendedText(_ extended: ExtendedHours) -> Passage {
    var text: Passage = "\(spelled(extended.id)), \(extended.hours.frenchWhole)"
    if !extended.priorities.isEmpty {
      text += ", pour les Tickets de priorité \(frenchList(extended.priorities))"
    }
    if extended.isOnRequest { text += ", sur demande du Client acceptée chaque fois" }
    if let rate = extended.surcharge {
      text += ", le taux horaire étant majoré de \(rate.frenchPercent)"
    }
    if let price = extended.flatPrice {
      text += ", au prix de \(price.french) hors taxes par intervention"
    }
    return text
  }

  private func plannedText(_ planned: PlannedMaintenance) -> Passage {
    var text: Passage = "Les interruptions planifiées sont annoncées au Client"
    if let notice = planned.notice { text += " au moins \(notice.french) à l'avance" }
    if let hours = planned.hours { text += " et placées \(hours.frenchWhole)" }
    text += "."
    if let limit = planned.monthlyLimit {
      text += " Elles ne dépassent pas \(limit.french) par mois civil."
    }
    return text
  }

  private func escalationText(_ contact: EscalationContact) -> Passage {
    let side = contact.side == .provider ? "pour le Prestataire" : "pour le Client"
    let reach = [contact.role, contact.email, contact.telephone].compactMap { $0 }
    let details = reach.isEmpty ? "" : " (\(reach.joined(separator: ", ")))"
    return "à \(contact.threshold.frenchPercent), \(side), \(contact.name)\(details)"
  }
}

extension OpeningHours {
  /// The week, the holidays, and the days that differ.
  var frenchWhole: String {
    var parts = [isDefined ? french : "sans heures régulières"]
    if isOpenOnHolidays { parts.append("jours fériés compris") }
    if !closingDays.isEmpty {
      parts.append("fermé \(frenchList(closingDays.map { "le \($0.french)" }))")
    }
    parts += exceptions.map { exception in
      let hours = exception.spans.map(\.french)
      let label = exception.label.map { " (\($0.asPhrase))" } ?? ""
      return "le \(exception.day.french), "
        + (hours.isEmpty ? "fermé" : frenchList(hours)) + label
    }
    return parts.joined(separator: ", ")
  }
}
