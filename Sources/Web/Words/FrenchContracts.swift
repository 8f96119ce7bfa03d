import ContractSource
import Maintenance

extension CoverageWords {
  static let french = CoverageWords(
    title: "Couverture",
    decisions: [
      .included: "Compris au forfait", .prepaid: "Tiré du carnet d’heures",
      .billable: "Facturé au temps passé", .quote: "Sur devis", .excluded: "Exclu",
      .outOfHours: "Hors des heures", .notInForce: "Contrat non en vigueur",
    ],
    onceOpen: { "À l’ouverture\u{A0}: \($0.lowercased())" },
    startsAt: { "Les délais partent \($0)" }, hourlyRate: { "\($0)\u{A0}HT de l’heure" },
    because: "Ce qui décide",
    article: { number, version in "art.\u{A0}\(number), version\u{A0}\(version)" },
    reason: frenchReason, choices: "Sans attendre, ou en attendant", choice: frenchChoice,
    callOut: { "Un appel d’astreinte suivi d’un travail coûte \($0)\u{A0}HT." })

  private static func frenchChoice(_ way: WayOut, _ formats: Formats) -> String {
    switch way.choice {
    case .wait(let until):
      guard let until else { return "le service n’ouvre jamais" }
      return "attendre l’ouverture, \(formats.instant(until)), sans supplément"
    case .extendedHours(let id, let isOnRequest):
      let cost = [
        way.surcharge.map { "taux majoré de \(formats.number($0))\u{A0}%" },
        way.price.map { "\(formats.money($0))\u{A0}HT l’intervention" },
      ].compactMap(\.self)
      return "plage «\u{A0}\(formats.label(id))\u{A0}»\(isOnRequest ? ", à la demande" : "")"
        + "\u{A0}: \(cost.isEmpty ? "sans supplément" : cost.joined(separator: " et "))"
    }
  }

  private static func frenchReason(_ reason: Reason, _ formats: Formats) -> String {
    let value = reason.values.first ?? ""
    switch reason.kind {
    case .notInForce:
      return "en vigueur à partir du \(Day(iso: value).map(formats.day) ?? value)"
    case .ended: return "fini le \(Day(iso: value).map(formats.day) ?? value)"
    case .excluded: return "exclusion\u{A0}: \((reason.values.last ?? "").typesetInFrench)"
    case .siteOutOfScope: return "site hors du périmètre"
    case .groupOutOfScope: return "équipement hors du parc"
    case .outOfHours:
      let opens = Instant(iso: value).map(formats.instant)
      return "reçu hors des heures de service" + (opens.map { ", ouverture \($0)" } ?? "")
    case .onCall: return "astreinte pour la priorité \(value)"
    case .natureNotCovered: return "nature de demande non comprise"
    case .includedInFee: return "forfait\u{A0}: \((reason.values.last ?? "").typesetInFrench)"
    case .prepaid where value.isEmpty: return "carnet d’heures"
    case .prepaid:
      return
        "reste au carnet à l’ouverture\u{A0}: \(formats.duration((Int(value) ?? 0) * 60))"
    case .prepaidSpent: return "carnet d’heures épuisé"
    case .hourlyRate:
      return "taux horaire de \(formats.money(Money(cents: Int64(value) ?? 0)))\u{A0}HT"
    case .noRate: return "aucun taux horaire au contrat"
    case .promisedDelay: return "délais de la priorité \(value)"
    case .feeOfMonth: return "forfait de la période"
    case .overridden:
      return "décidé autrement que le contrat\u{A0}: \((reason.values.last ?? "").typesetInFrench)"
    case .proposalAccepted:
      return "proposition du ticket \(value), acceptée par \(reason.values.last ?? "")"
    case .priced: return "prix du contrat"
    case .prepaidBought: return "achat du carnet de \(value)\u{A0}heures"
    }
  }
}

extension ContractWords {
  static let french = ContractWords(
    title: "Contrats",
    lead: { $0 == 1 ? "Un contrat suivi." : "\($0) contrats suivis." }, new: "Nouveau contrat",
    newLead: """
      Collez le texte du contrat\u{A0}: il est relu en entier, chaque remarque est à sa ligne, et \
      rien n’engage avant que les deux aient signé.
      """,
    text: "Texte du contrat (YAML)", file: "ou fichier", check: "Relire et enregistrer",
    none: "Aucun contrat encore",
    noneHint:
      "Un contrat est un fichier de texte\u{A0}: collez-en un, il sera relu puis gardé ici.",
    headings: Headings(
      client: "Client", reference: "Référence", version: "Version", openTickets: "Ouverts",
      late: "En retard", since: "En vigueur depuis"),
    inForce: { version, day in "Version\u{A0}\(version), en vigueur depuis le \(day)" },
    notInForce: "Pas encore en vigueur", proposed: "Texte proposé",
    proposedLead: { "Ce texte engagera à partir du \($0)." },
    pdf: "Document PDF", source: "Texte source", state: "Aujourd’hui",
    articles: "Articles", articleWord: "Article",
    annex: { number, title in "Annexe\u{A0}\(number) — \(title)" }, basis: "Fondement",
    versions: "Versions", invoice: "Facture du mois", register: "Registre",
    openTicket: "Ouvrir un ticket",
    standings: [
      .held: "Tenu", .atRisk: "À surveiller", .broken: "Manqué", .told: "Suivi",
    ],
    remark: frenchRemark, livingLead: frenchLead,
    severities: [.error: "Erreur", .warning: "Avertissement", .note: "Note"],
    findings: frenchFindings,
    noFinding: "Aucune remarque.", remarks: "Remarques", line: { "ligne\u{A0}\($0)" },
    refusal: frenchRefusal)

  private static func frenchLead(_ held: Int, _ missed: Int, _ overdue: Int) -> String {
    let total = held + missed
    let month =
      total == 0
      ? "Aucun délai échu ce mois-ci"
      : "\(held) \(held > 1 ? "délais tenus" : "délai tenu") sur \(total) ce mois-ci"
    switch overdue {
    case 0: return month + "."
    case 1: return month + "\u{A0}; un ticket dépasse son échéance."
    default: return month + "\u{A0}; \(overdue) tickets dépassent leur échéance."
    }
  }

  private static func frenchFindings(_ errors: Int, _ warnings: Int) -> String {
    let first = errors == 1 ? "Une erreur à corriger" : "\(errors) erreurs à corriger"
    let second = warnings == 1 ? "un avertissement" : "\(warnings) avertissements"
    return switch (errors, warnings) {
    case (0, 0): "Aucune erreur, aucun avertissement."
    case (0, _): "Aucune erreur, \(second)."
    case (_, 0): "\(first)."
    default: "\(first), \(second)."
    }
  }

  private static func frenchRemark(
    _ remark: ArticleState.Remark, _ formats: Formats, _ contract: Contract
  ) -> String {
    switch remark {
    case .levels(let held, let missed, let overdue): frenchLead(held, missed, overdue)
    case .openNow: "Service ouvert en ce moment."
    case .closedNow(let opens):
      opens.map { "Fermé, ouverture \(formats.instant($0))." } ?? "Fermé."
    case .fleet(let assets, let sites):
      "\(assets) équipements, \(sites) \(sites > 1 ? "sites" : "site")."
    case .monthNet(let net, let month):
      "\(formats.money(net)) HT à ce jour pour \(formats.month(month))."
    case .prepaid(let left, let bought):
      left < 0
        ? InvoiceWords.french.overdrawn(formats.duration(left * 60))
        : "Carnet\u{A0}: \(formats.duration(left * 60)) sur \(formats.duration(bought * 60))."
    case .nextOperation(let id, let day):
      "\(formats.label(id))\u{A0}: prochaine le \(formats.day(day))."
    case .periodEnds(let day): "Période jusqu’au \(formats.day(day))."
    case .lastNotice(let day): "Dénonciation au plus tard le \(formats.day(day))."
    case .notYetInForce(let day): "En vigueur à partir du \(formats.day(day))."
    case .entries(let count): "\(count) entrées au registre."
    case .insuranceUntil(let day): "Assurance du prestataire jusqu’au \(formats.day(day))."
    case .advice(let awaited, let unheard): AdviceWords.french.lead(awaited, unheard)
    case .excludedThisMonth(let count):
      count == 0
        ? "Aucune demande écartée ce mois-ci."
        : count == 1
          ? "Une demande exclue ou sur devis ce mois-ci."
          : "\(count) demandes exclues ou sur devis ce mois-ci."
    }
  }

  private static func frenchRefusal(_ refusal: AgreementRefusal, _ formats: Formats) -> String {
    switch refusal {
    case .textHasErrors(let count):
      count == 1
        ? "Le texte a une erreur\u{A0}: corrigez-la d’abord." : "Le texte a \(count) erreurs."
    case .referenceDiffers(let expected, let found):
      "La référence «\u{A0}\(found)\u{A0}» n’est pas celle du contrat, «\u{A0}\(expected)\u{A0}»."
    case .sameText: "Ce texte est déjà la version en vigueur."
    case .startsBeforeLatest(let day):
      "Une version ne peut prendre effet avant celle qu’elle remplace (\(formats.day(day)))."
    case .nothingProposed: "Aucun texte n’attend d’être signé."
    case .waitsForSignatures: "Un texte est à la signature\u{A0}: retirez-le d’abord."
    case .noSignatureAsked: "Aucun texte n’est à la signature."
    case .alreadySigned(let side):
      side == .client ? "Le client a déjà signé." : "Le prestataire a déjà signé."
    case .otherDocument: "Ce n’est pas le document à la signature\u{A0}: relisez-le."
    case .signedInFuture: "La date de signature est à venir."
    case .signatoryUnnamed(let side):
      "Dites qui a signé et en quelle qualité, pour le \(side.rawValue)."
    case .reasonMissing: "Donnez le motif."
    case .ended(let day): "Ce contrat a pris fin le \(formats.day(day))."
    case .endsBeforeStart(let day): "Ce contrat ne commence que le \(formats.day(day))."
    }
  }
}
