import Maintenance

extension TicketWords {
  static let french = TicketWords(
    title: "Tickets", ticket: { "Ticket \($0)" }, new: "Ouvrir un ticket", open: "Ouverts",
    none: "Aucun ticket encore",
    noneHint:
      "Ouvrez-en un depuis la page d’un contrat\u{A0}: sa couverture et ses délais s’affichent.",
    headings: Headings(
      ticket: "Ticket", client: "Client", priority: "Priorité", stage: "État",
      due: "Prochaine échéance", opened: "Ouvert", coverage: "Couverture"),
    stages: [
      .new: "Nouveau", .inCharge: "Pris en charge", .waiting: "En attente",
      .workedAround: "Contourné", .resolved: "Résolu", .closed: "Confirmé",
    ],
    natures: [
      .incident: "Incident", .request: "Demande", .advice: "Conseil",
      .installation: "Installation",
    ],
    channels: [
      .portal: "Portail", .email: "Courriel", .telephone: "Téléphone",
      .monitoring: "Supervision",
    ],
    causes: [
      .hardware: "Matériel", .software: "Logiciel", .attack: "Attaque", .use: "Usage",
      .thirdParty: "Tiers", .other: "Autre",
    ],
    form: Form(
      title: "Ouvrir un ticket",
      lead: "La couverture et les délais se décident à l’ouverture, article par article.",
      subject: "Objet", text: "Description", requester: "Demandeur", channel: "Canal",
      site: "Site", group: "Équipement", nature: "Nature", impact: "Impact",
      urgency: "Urgence", exclusion: "Exclusion reconnue", noExclusion: "Aucune",
      noPortal: "Le contrat n’ouvre pas le portail aux demandes. Il ouvre\u{A0}:",
      exclusionHint: "Si la demande relève d’une exclusion du contrat, le verdict le dira.",
      levels: "Priorités de ce contrat",
      submit: "Ouvrir le ticket"),
    acts: Acts(
      title: "Agir", take: "Prendre en charge", wait: "Mettre en attente",
      waitReason: "Motif prévu au contrat", resume: "Reprendre", workaround: "Contourner",
      workaroundHint: "Ce qui permet de travailler en attendant", resolve: "Résoudre",
      cause: "Cause", work: "Noter du temps", minutes: "Minutes", note: "Note",
      done: "Ticket résolu\u{A0}: son compte s’arrête là, sauf réouverture."),
    facts: [
      "ticket.opened": "Ouverture", "ticket.taken_in_charge": "Prise en charge",
      "ticket.paused": "Mise en attente", "ticket.resumed": "Reprise",
      "ticket.worked_around": "Contournement", "ticket.resolved": "Résolution",
      "ticket.worked": "Temps passé",
      "ticket.assigned": "Attribution",
      "ticket.qualified": "Requalification",
      "ticket.verdict_overridden": "Dérogation au verdict",
      "ticket.debt_moved": "Correction reportée",
      "ticket.reopened": "Réouverture",
      "ticket.confirmed": "Résolution confirmée",
      "ticket.linked": "Lien",
      "ticket.attached": "Pièce jointe",
      "ticket.answered": "Réponse au client",
      "ticket.noted": "Note interne",
      "ticket.proposed": "Proposition chiffrée",
      "ticket.proposal_answered": "Réponse à la proposition",
      "ticket.warned": "Mise en garde",
      "ticket.reminded": "Relance",
      "ticket.warning_answered": "Réponse à la mise en garde",
      "ticket.assets_changed": "Matériels concernés",
      "ticket.escalated": "Alerte de délai",
      "shift.planned": "Astreinte donnée", "shift.moved": "Astreinte abrégée",
      "shift.cancelled": "Astreinte annulée",
      "agreement.drafted": "Contrat enregistré",
      "agreement.text_proposed": "Nouveau texte proposé",
      "agreement.signatures_asked": "Mise à la signature", "agreement.signed": "Signature",
      "agreement.signatures_dropped": "Retrait de la signature",
      "agreement.version_in_force": "Version mise en vigueur",
      "agreement.ended": "Fin du contrat",
      "register.loss-declared": "Perte déclarée",
      "disclosure.made": "Dossier de preuve fait", "reads.digested": "Consultations scellées",
      "invoice.issued": "Facture émise", "invoice.paid": "Paiement reçu",
      "invoice.credited": "Avoir émis", "invoice.replaced": "Facture remplacée",
      "agreement.fleet_counted": "Parc compté", "agreement.pack_ordered": "Carnet commandé",
      "invoice.reminded": "Relance envoyée",
      "invoice.sent": "Facture transmise",
      "purchase.kept": "Facture d’un fournisseur",
      "handover.asked": "Remise à la plateforme", "handover.asked_again": "Nouvelle remise",
      "handover.taken": "Prise par la plateforme", "handover.refused": "Fichier refusé",
      "handover.acknowledged": "Contrôles de la plateforme", "handover.status": "Statut reçu",
      "handover.collected": "Encaissement à déclarer",
      "erasure.performed": "Effacement",
      "duty.done": "Échéance faite", "duty.waived": "Échéance dispensée",
      "outage.recorded": "Interruption inscrite", "outage.ended": "Service revenu",
      "outage.withdrawn": "Interruption retirée",
      "advice.drafted": "Conseil rédigé", "advice.revised": "Conseil repris",
      "advice.sent": "Conseil envoyé", "advice.reminded": "Conseil relancé",
      "advice.seen": "Conseil lu", "advice.answered": "Réponse au conseil",
      "advice.raised_again": "Conseil posé à nouveau", "advice.closed": "Conseil clos",
      "delivery.notified": "Achèvement notifié", "delivery.decided": "Décision de recette",
      "delivery.tacit": "Recette tacite", "delivery.lifted": "Réserve levée",
      "delivery.presented": "Présenté à nouveau",
    ],
    timeline: "Chronologie", request: "Demande", deadlineNone: "Délai suspendu",
    assignee: "Attribué à", unassigned: "Non attribué", todayLead: frenchToday,
    refusals: frenchRefusal,
    openedCount: { $0 == 1 ? "1 ticket" : "\($0) tickets" })

  private static func frenchToday(_ late: Int, _ soon: Int, _ open: Int) -> String {
    if open == 0 { return "Aucun ticket ouvert." }
    let opened = open == 1 ? "Un ticket ouvert" : "\(open) tickets ouverts"
    let near = soon == 1 ? "une échéance dans l’heure" : "\(soon) échéances dans l’heure"
    if late > 0 {
      let over = late == 1 ? "Un ticket dépasse son délai" : "\(late) tickets dépassent leur délai"
      return "\(over)\u{A0}; \(soon == 0 ? opened.lowercased() : near)."
    }
    return soon == 0 ? "\(opened), aucun délai dépassé." : "\(opened), \(near)."
  }

  private static func frenchRefusal(_ refusal: TicketRefusal) -> String {
    switch refusal {
    case .emptyTitle: "Donnez un objet au ticket."
    case .textTooLong:
      "Texte trop long\u{A0}: 200 caractères pour l’objet, 10\u{202F}000 pour la description."
    case .unknownPriority: "Cet impact et cette urgence ne sont pas dans la matrice du contrat."
    case .channelNotOffered: "Le contrat n’ouvre pas ce canal."
    case .unknownExclusion: "Cette exclusion n’est pas au contrat."
    case .siteNotSeen: "Ce site n’est pas de ceux pour lesquels vous demandez."
    case .alreadyInCharge: "Le ticket est déjà pris en charge."
    case .alreadyWaiting: "Le ticket est déjà en attente."
    case .notWaiting: "Le ticket n’est pas en attente."
    case .reasonNotInContract: "Le contrat ne prévoit pas que ce motif suspende les délais."
    case .alreadyWorkedAround: "Un contournement est déjà en place."
    case .waitingForAnswer: "Le ticket est en attente\u{A0}: reprenez-le d’abord."
    case .resolved: "Le ticket est résolu."
    case .emptyNote: "Dites en une phrase ce qui a été fait."
    case .minutesOutOfBounds: "Indiquez de 1 à 1\u{202F}440 minutes."
    case .agreementEnded: "Ce contrat a pris fin\u{A0}: il ne couvre plus de demande."
    case .changedMeanwhile:
      "Quelqu’un a agi sur ce ticket entre-temps\u{A0}: relisez-le, puis recommencez."
    case .nothingChanges: "Rien ne change."
    case .accordNeeded:
      "La priorité se révise d’un commun accord\u{A0}: dites qui, chez le client, l’a accepté."
    case .nameOutOfBounds: "Donnez un nom, de 200 caractères au plus."
    case .dayOutOfBounds: "Donnez un jour à partir d’aujourd’hui, et pas trop lointain."
    case .timeOutOfBounds:
      "Donnez un début dans les soixante derniers jours, et une fin déjà passée."
    case .priceOutOfBounds: "Donnez un prix HT de 0,01\u{A0}€ à 1\u{202F}000\u{202F}000\u{A0}€."
    case .noDebt: "Ce ticket n’attend pas de correction à la cause."
    case .notResolved: "Le ticket n’est pas résolu."
    case .alreadyConfirmed: "La résolution est déjà confirmée."
    case .tooLateToReopen:
      "Le délai de réouverture du contrat est passé\u{A0}: ouvrez un nouveau ticket et liez-le."
    case .unknownTicket: "Ce contrat n’a pas d’autre ticket de ce numéro."
    case .alreadyLinked: "Ces tickets sont déjà liés."
    case .unknownProposal: "Ce ticket n’a pas cette proposition."
    case .unknownWarning: "Ce ticket n’a pas cette mise en garde."
    case .alreadyAnswered: "La réponse est déjà enregistrée."
    case .proposalExpired: "La proposition n’est plus valable\u{A0}: faites-en une nouvelle."
    case .reasonNeeded: "Un refus se motive\u{A0}: notez ce que le client a dit."
    case .silenceTooEarly:
      "Le silence se constate après deux relances, un jour au moins après la dernière."
    case .tooManyDealings: "Ce ticket en porte déjà cent."
    case .noSuchCharge: "Le contrat n’a pas de tarif pour facturer ainsi."
    case .fileEmpty: "Choisissez un fichier qui ne soit pas vide."
    case .fileTooLarge: "Ce fichier dépasse 5\u{A0}Mo."
    case .tooManyFiles: "Ce ticket porte déjà trente fichiers."
    case .unknownAsset: "Ce matériel n’est pas à l’inventaire du contrat."
    case .tooManyAssets: "Cochez cinquante matériels au plus, chacun une fois."
    case .receiptOutOfBounds:
      "Donnez une heure de réception déjà passée, depuis une semaine au plus et sous le contrat."
    case .receiptReasonNeeded: "Dites pourquoi la demande est saisie après coup."
    case .mentionedCannotRead:
      "Une note interne se lit chez le prestataire\u{A0}: cette personne n’y a pas accès."
    case .mentionUnclear: "Plusieurs personnes ont ce prénom\u{A0}: écrivez le nom entier après @."
    case .programRefused: "Ce fichier est un programme\u{A0}: un ticket n’en garde pas."
    }
  }
}

extension ClockWords {
  static let french = ClockWords(
    title: "Délais",
    milestones: [
      .response: "Prise en charge", .onSite: "Sur site", .workaround: "Contournement",
      .resolution: "Rétablissement",
    ],
    standings: [
      .running: "En cours", .paused: "Suspendu", .held: "Tenu", .missed: "Manqué",
      .overdue: "Dépassé",
    ],
    left: { $0 ? "ouvrées restantes" : "restantes" },
    late: { $0 ? "ouvrées de retard" : "de retard" }, due: { "Échéance\u{A0}: \($0)" },
    reached: { "Atteint\u{A0}: \($0)" },
    stopped: "Pas d’échéance tant que l’attente dure",
    promised: { delay, elapsed in "\(elapsed) écoulées sur \(delay)" },
    explain: "Pourquoi cette échéance", from: "De", to: "À", counted: "Compté",
    cause: "Cause", causes: frenchCause,
    pauses: [
      .awaitingClient: "Attente du client", .accessRefused: "Accès refusé",
      .agreedPostponement: "Report convenu", .namedThirdParty: "Tiers désigné au contrat",
      .forceMajeure: "Force majeure",
    ],
    delayUnits: { delay in
      switch delay.unit {
      case .minutes: "\(delay.count)\u{A0}min"
      case .hours: "\(delay.count)\u{A0}h"
      case .workingDays: delay.count == 1 ? "1\u{A0}jour ouvré" : "\(delay.count)\u{A0}jours ouvrés"
      case .businessDays: delay.french
      case .days: delay.count == 1 ? "1\u{A0}jour" : "\(delay.count)\u{A0}jours"
      case .months: "\(delay.count)\u{A0}mois"
      case .years: delay.count == 1 ? "1\u{A0}an" : "\(delay.count)\u{A0}ans"
      }
    },
    bindings: [.result: "obligation de résultat", .means: "obligation de moyens"],
    none: "Le contrat ne promet aucun délai pour cette priorité.",
    stale: "Hors ligne depuis", sum: "Total compté")

  private static func frenchCause(_ cause: ServiceCalendar.Cause) -> String {
    switch cause {
    case .counted: "Service ouvert"
    case .outsideHours: "Hors des heures de service"
    case .midday: "Pause de la mi-journée"
    case .closedWeekday: "Jour sans service"
    case .holiday(let holiday): "Jour férié\u{A0}: \(holiday.french)"
    case .customaryDay(let day): "Jour d’usage prévu au contrat\u{A0}: \(day.french)"
    case .closingDay: "Jour de fermeture prévu au contrat"
    case .paused(let reason): "Suspendu\u{A0}: \(pauseWord(reason))"
    }
  }

  private static func pauseWord(_ reason: PauseReason) -> String {
    (ClockWords.french.pauses[reason] ?? "").lowercased()
  }
}
