extension Contract {
  /// Steps, skills and hours of the work outside the fees.
  func workDetails(_ work: TimeAndMaterials) -> Passage {
    var text: Passage = ""
    if let step = work.stepMinutes {
      text += " Le temps est compté par tranches de \(frenchHours(minutes: step)), toute tranche "
      text += "entamée étant due."
    }
    if let minimum = work.minimumMinutes {
      text += " Une intervention est facturée au moins \(frenchHours(minutes: minimum))."
    }
    if let daily = work.dailyRate {
      text += " Une journée est facturée \(daily.french) hors taxes."
    }
    if !work.skills.isEmpty {
      let skills = work.skills.map {
        "\(named($0.label, $0.id)) (\(spelled($0.id))), "
          + "\($0.hourlyRate.french) par heure"
      }
      text += " Taux par profil, hors taxes : \(skills.joined(separator: " ; "))."
    }
    if let surcharge = work.saturdaySurcharge {
      text += " Le samedi, le taux est majoré de \(surcharge.frenchPercent)."
    }
    if let evening = work.evening { text += " Le soir s'entend \(evening.french)." }
    if let night = work.night { text += " La nuit s'entend \(night.french)." }
    return text
  }

  /// What happens to prepaid hours besides their purchase.
  func prepaidDetails(_ prepaid: PrepaidHours) -> Passage {
    var text: Passage = ""
    if let minimum = prepaid.minimumMinutes {
      text += " Une intervention compte au moins pour \(frenchHours(minutes: minimum))."
    }
    if let factor = prepaid.eveningFactor {
      text += " Une heure du soir compte pour \(factor.french)."
    }
    if let factor = prepaid.nightFactor {
      text += " Une heure de nuit, de dimanche ou de jour férié compte pour \(factor.french)."
    }
    if let limit = prepaid.carriedOverLimit {
      text += " Le report ne dépasse pas \(Delay(limit, .hours).french)."
    }
    if let notice = prepaid.expiryNotice {
      text += " Le Client est prévenu \(notice.french) avant que des heures soient perdues."
    }
    switch prepaid.overage {
    case .hourlyRate: text += " Le dépassement est facturé au taux hors forfait."
    case .newPack: text += " Le dépassement ouvre un nouveau carnet aux mêmes conditions."
    case .quote: text += " Le dépassement fait l'objet d'un devis."
    case .refused: text += " Le travail s'arrête quand le carnet est épuisé, sauf accord écrit."
    case nil: break
    }
    if prepaid.isRenewedAlone {
      text += " Un carnet épuisé est renouvelé aux mêmes conditions, sauf refus écrit du Client."
    }
    return text
  }

  func travelDetails(_ travel: Travel) -> Passage {
    var text: Passage = ""
    if let kilometre = travel.kilometre {
      text += " Le kilomètre est facturé \(kilometre.french) hors taxes."
    }
    switch travel.isTimeBilled {
    case true?: text += " Le temps de trajet est facturé comme du travail."
    case false?: text += " Le temps de trajet n'est pas facturé."
    case nil: break
    }
    return text
  }

  func indexationDetails(_ indexation: Indexation) -> Passage {
    var text: Passage = ""
    if let share = indexation.fixedShare {
      text += " Une part fixe de \(share.frenchPercent) du prix n'est pas révisée : la formule ne "
      text += "s'applique qu'au reste."
    }
    if let cap = indexation.cap {
      text += " Une révision n'augmente pas le prix de plus de \(cap.frenchPercent)."
    }
    if let floor = indexation.floor {
      text += " Une révision ne diminue pas le prix de plus de \(floor.frenchPercent)."
    }
    if let frozen = indexation.frozenFor {
      text += " Aucune révision n'intervient pendant les \(frozen.french) qui suivent la prise "
      text += "d'effet."
    }
    if let notice = indexation.notice {
      text += " Elle est notifiée au moins \(notice.french) avant de s'appliquer."
    }
    switch indexation.allowsExit {
    case true?: text += " Si le plafond est atteint, le Client peut résilier sans frais."
    case false?: text += " Elle n'ouvre pas de faculté de résiliation particulière."
    case nil: break
    }
    if let replacement = indexation.replacement {
      text += " Indice de remplacement convenu : \(replacement.asPhrase)."
    }
    if !indexation.fees.isEmpty {
      text += " Ne sont révisés que les forfaits : \(frenchList(indexation.fees.map(spelled)))."
    }
    return text
  }
}
