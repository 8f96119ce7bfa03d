import Maintenance

extension Subject {
  /// What a sentence is compared on. A sentence that names several may state the value of any.
  static let all = levels + delays + percentages + amounts + hours

  private static let levels: [Subject] = [
    milestone(
      "la prise en charge", "prise en charge|pris en charge|gti|delai intervention", .response),
    milestone("le délai sur site", "sur site|sur place|deplacement sur", .onSite),
    milestone("le contournement", "contournement|palliatif|solution provisoire", .workaround),
    milestone("le rétablissement", "retabli|gtr|resolution|resolu|remise en service", .resolution),
  ]

  private static func milestone(_ name: String, _ phrases: String, _ milestone: Milestone)
    -> Subject
  {
    Subject(name, phrases) { contract in
      let levels = contract.serviceLevels
      let all = levels.levels + levels.plans.flatMap(\.levels)
      let sites = milestone == .onSite ? contract.scope.sites.compactMap(\.onSiteDelay) : []
      return (all.compactMap { $0.delays[milestone] } + sites).map(Quantity.Kind.init)
    }
  }

  private static func delay(
    _ name: String, _ phrases: String, _ value: @escaping @Sendable (Contract) -> [Delay?]
  ) -> Subject {
    Subject(name, phrases) { value($0).compactMap { $0 }.map(Quantity.Kind.init) }
  }

  private static let delays: [Subject] = [
    delay("le préavis", "preavis") {
      [
        $0.term.notice, $0.termination.convenience?.notice, $0.price.change?.notice,
        $0.price.indexation?.notice, $0.support.plannedMaintenance?.notice,
        $0.personalData?.auditNotice, $0.payment.suspensionNotice, $0.price.prepaid?.expiryNotice,
      ]
    },
    delay("la mise en demeure", "mise en demeure|mises en demeure") {
      [$0.termination.formalNoticeDelay]
    },
    Subject("le délai de paiement", "payable|paiement|paye|regle|reglement|facture") { contract in
      contract.payment.days.map { [.delay(count: FixedPoint($0), .days)] } ?? []
    },
    delay("la durée du contrat", "conclu pour|duree initiale|periode initiale|duree contrat") {
      [$0.term.initial]
    },
    delay("la reconduction", "reconduit|reconduction|renouvel") { [$0.term.renewedFor] },
    delay("la confidentialité", "confidentialite|confidentiel|secret") {
      [$0.confidentiality?.afterEnd]
    },
    delay("l’annonce d’une violation de données", "violation de donnees|violation des donnees") {
      [$0.personalData?.breachNotice]
    },
    delay("l’effacement des données", "effacement|efface|effacer|suppression des donnees") {
      [$0.personalData?.erasureDelay]
    },
    delay("la réversibilité", "reversibilite") { [$0.termination.exit?.duration] },
    delay("la recette", "recette|proces verbal|reception") {
      [$0.acceptance?.delay, $0.acceptance?.reservationsDelay]
        + $0.operations.map { $0.acceptance?.delay }
    },
    delay("la validité du carnet", "carnet") {
      [$0.price.prepaid?.validity, $0.price.prepaid?.expiryNotice]
    },
    delay("la réouverture", "reouvert|reouverture") { [$0.serviceLevels.reopening] },
    delay("la force majeure", "force majeure") { [$0.termination.forceMajeure?.duration] },
    delay("le prêt de matériel", "pret de materiel|materiel de pret|materiel prete") {
      [$0.property?.loan?.after, $0.property?.loan?.returned]
    },
    delay("la sauvegarde", "rpo|rto|perte de donnees maximale|restauration") {
      [$0.scope.backup?.recoveryPoint, $0.scope.backup?.recoveryTime]
    },
    delay("la non-sollicitation", "non sollicitation|debauche|embauche") {
      [$0.nonSolicitation?.afterEnd]
    },
  ]

  private static func percent(
    _ name: String, _ phrases: String, _ value: @escaping @Sendable (Contract) -> [FixedPoint?]
  ) -> Subject {
    Subject(name, phrases) { value($0).compactMap { $0 }.map(Quantity.Kind.percent) }
  }

  private static let percentages: [Subject] = [
    percent("la pénalité", "penalite|plafond") { contract in
      contract.serviceLevels.penalties.flatMap { [$0.cap] + $0.steps.map(\.rate) }
        + [contract.price.indexation?.cap]
    },
    percent("la TVA", "tva|taxe sur la valeur ajoutee") { [$0.price.vatRate] },
    percent("la majoration", "majoration|majore|soir|nuit|dimanche|ferie|samedi|astreinte") {
      let work = $0.price.timeAndMaterials
      return [work?.eveningSurcharge, work?.nightSurcharge, work?.saturdaySurcharge]
        + $0.support.extendedHours.map(\.surcharge)
    },
    percent("la disponibilité", "disponibilite") { $0.serviceLevels.availability.map(\.rate) },
    percent("l’objectif", "objectif|cible|taux de respect") {
      $0.serviceLevels.levels.map(\.target)
    },
    percent("la révision", "revision|indexation|part fixe|indice") {
      let indexation = $0.price.indexation
      return [indexation?.cap, indexation?.floor, indexation?.fixedShare]
    },
    percent("l’acompte", "acompte") { [$0.payment.deposit?.rate] },
    percent("la remise", "remise|rabais") { $0.price.rebates.map(\.rate) },
    percent("l’alerte du carnet", "carnet") { [$0.price.prepaid?.alert] },
  ]

  private static func amount(
    _ name: String, _ phrases: String, _ value: @escaping @Sendable (Contract) -> [Money?]
  ) -> Subject {
    Subject(name, phrases) { value($0).compactMap { $0 }.map(Quantity.Kind.amount) }
  }

  private static let amounts: [Subject] = [
    amount("le taux horaire", "taux horaire|par heure|heure de|l heure") {
      let work = $0.price.timeAndMaterials
      return [work?.hourlyRate] + (work?.skills.map(\.hourlyRate) ?? [])
    },
    amount("le déplacement", "deplacement|trajet") { contract in
      let travel = contract.price.travel
      return ((travel.map { Array($0.zones.values) } ?? []) + [travel?.beyond].compactMap { $0 })
        .map { if case .amount(let money) = $0 { money } else { nil } } + [travel?.kilometre]
    },
    amount("l’indemnité de recouvrement", "indemnite forfaitaire|frais de recouvrement") {
      [$0.payment.recoveryIndemnity]
    },
    amount("le seuil du devis", "devis") { [$0.price.timeAndMaterials?.quoteAbove] },
    amount("le carnet", "carnet") { [$0.price.prepaid?.amount] },
    amount("la redevance", "redevance|forfait|abonnement") { contract in
      contract.price.fees.flatMap { [$0.amount] + $0.volumeSteps.map(\.amount) }
        + [contract.price.statedTotal?.amount, contract.price.minimum?.amount]
        + contract.price.options.map(\.amount) + [contract.support.onCall?.fee]
    },
    amount("l’astreinte", "astreinte|appel") {
      [$0.support.onCall?.fee, $0.support.onCall?.callOut]
    },
    amount("le plafond de responsabilité", "responsabilite") { [$0.liability?.capAmount] },
  ]

  private static let hours: [Subject] = [
    Subject("les heures du support", "support|assistance|horaire|ouvert|heures ouvrees|service") {
      contract in
      let support = contract.support
      let calendars =
        [support.hours] + support.calendars.map(\.hours) + support.extendedHours.map(\.hours)
        + [support.onCall?.hours, support.plannedMaintenance?.hours].compactMap { $0 }
      return calendars.flatMap(\.statements)
    }
  ]
}

extension OpeningHours {
  /// What a sentence may say of these hours: each span, a day from end to end, the days.
  fileprivate var statements: [Quantity.Kind] {
    let days = week.indices.filter { !week[$0].isEmpty }
    var kinds: [Quantity.Kind] = []
    for day in days {
      kinds += week[day].map { .hours(start: $0.start, end: $0.closingMinute) }
      if let first = week[day].first, let last = week[day].last {
        kinds.append(.hours(start: first.start, end: last.closingMinute))
      }
    }
    if let first = days.first, let last = days.last {
      kinds.append(.days(first: first, last: last))
    }
    // Runs of days with the same hours: «du lundi au jeudi».
    for start in days {
      var end = start
      while end < 6, week[end + 1] == week[start] { end += 1 }
      if end > start { kinds.append(.days(first: start, last: end)) }
    }
    return kinds
  }
}
