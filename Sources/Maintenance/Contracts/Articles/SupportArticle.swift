extension Contract {
  var supportArticle: ArticleDraft {
    ArticleDraft("support", "Support : canaux et heures", basis: holidayLaw) {
      ClauseDraft("canaux", channelsText)
      ClauseDraft("heures", [.text(hoursText)])
      if let onCall = support.onCall, !onCall.priorities.isEmpty {
        ClauseDraft("astreinte", onCallText(onCall))
      }
      addedSupportClauses
      if !support.tiers.isEmpty {
        ClauseDraft(
          "niveaux",
          [
            .text("Le support est organisé en niveaux :"),
            .items(support.tiers.map { "\($0.id) : \($0.text.asPhrase) ;" }.asFinalList),
          ])
      }
      ClauseDraft(
        "ticket",
        """
        Chaque demande devient un Ticket numéroté et horodaté, que le Client peut suivre. Le \
        Ticket porte sa priorité, ses échéances, et la décision de couverture motivée par la \
        clause appliquée.
        """)
    }
  }

  private var holidayLaw: String {
    let regions = Set(scope.sites.map(\.holidays))
    let local = HolidayRegion.allCases.filter { regions.contains($0) && $0.hasOwnLabourLaw }
    var articles = regions.isSubset(of: local) && !local.isEmpty ? [] : ["L3133-1"]
    if regions.contains(.alsaceMoselle) { articles.append("L3134-13") }
    if regions.contains(where: \.commemoratesAbolition) { articles.append("L3422-2") }
    let code = articles.isEmpty ? [] : ["Code du travail, art. \(frenchList(articles))"]
    return (code + local.map { "droit du travail applicable en \($0.french)" })
      .joined(separator: " ; ")
  }

  private var channelsText: Passage {
    let channels = Channel.allCases.filter(support.channels.contains).map(\.french)
    guard !channels.isEmpty else {
      return "Le Client saisit le Prestataire par écrit, aux coordonnées de \(article: "parties")."
    }
    return """
      Le Client saisit le Prestataire par les canaux suivants, à l'exclusion de tout autre : \
      \(frenchList(channels)).
      """ + addressText
  }

  private var hoursText: Passage {
    guard support.hours.isDefined else {
      return "Le Contrat ne prévoit pas d'heures d'ouverture ; le support répond sur rendez-vous."
    }
    var text: Passage = """
      Le support est ouvert \(support.hours.french), \(holidayWords). Ces \
      plages sont les Heures ouvrées, à l'heure légale \(frenchOf(zone.french)).
      """
    let closed = support.hours.closingDays.map { "le \($0.french)" }
    if !closed.isEmpty { text += " Il est aussi fermé \(frenchList(closed))." }
    if !support.hours.exceptions.isEmpty {
      var only = OpeningHours()
      only.exceptions = support.hours.exceptions
      text += " Exceptions : \(only.frenchWhole)."
    }
    text += """
       Une demande reçue hors de ces plages est enregistrée aussitôt et traitée à l'ouverture \
      suivante
      """
    return text + (support.onCall?.priorities.isEmpty == false ? ", sauf astreinte." : ".")
  }

  private var holidayWords: String {
    support.hours.isOpenOnHolidays ? "jours fériés compris" : "hors jours fériés du Site concerné"
  }

  private func onCallText(_ onCall: OnCall) -> Passage {
    let noun = onCall.priorities.count == 1 ? "de priorité" : "de priorités"
    let hours =
      onCall.hours.map { "hors des Heures ouvrées, \($0.frenchWhole)," }
      ?? "24 heures sur 24 et 7 jours sur 7, jours fériés compris,"
    return """
      Une astreinte répond \(hours) aux Tickets \
      \(noun) \(frenchList(onCall.priorities)). Les Tickets d'autre priorité ne relèvent pas de \
      l'astreinte. Le Prestataire organise le roulement de ses équipes à cette fin.
      """ + onCallPrice(onCall)
  }
}

extension [Passage] {
  /// Items that end in semicolons, the last one in a full stop.
  var asFinalList: [Passage] {
    guard var last, case .text(let words)? = last.pieces.last, words.hasSuffix(" ;") else {
      return self
    }
    last.pieces[last.pieces.count - 1] = .text(words.dropLast(2) + ".")
    return dropLast() + [last]
  }
}

extension OpeningHours.Span {
  /// «de 8 h 30 à 12 h 30»; a night ends at its hour of the next day: «de 22 h à 6 h».
  var french: String {
    "de \(frenchHours(minutes: start)) à \(frenchHours(minutes: closingMinute))"
  }

  /// «8 h 30–12 h 30», for a table.
  var interval: String {
    "\(frenchHours(minutes: start))–\(frenchHours(minutes: closingMinute))"
  }
}

extension OpeningHours {
  /// «du lundi au vendredi, de 8 h 30 à 12 h 30 et de 13 h 30 à 18 h».
  var french: String {
    var phrases: [String] = []
    var index = 0
    let weekdays = Weekday.allCases
    while index < weekdays.count {
      let spans = spans(on: weekdays[index])
      var last = index
      while last + 1 < weekdays.count, self.spans(on: weekdays[last + 1]) == spans { last += 1 }
      if !spans.isEmpty {
        let days =
          last == index
          ? "le \(weekdays[index].french)"
          : "du \(weekdays[index].french) au \(weekdays[last].french)"
        phrases.append("\(days), \(frenchList(spans.map(\.french)))")
      }
      index = last + 1
    }
    return phrases.joined(separator: " ; ")
  }
}

extension Zone {
  fileprivate var french: String {
    switch self {
    case .paris: "Paris"
    case .guadeloupe: "Guadeloupe"
    case .martinique: "Martinique"
    case .guyane: "Cayenne"
    case .reunion: "La Réunion"
    case .mayotte: "Mayotte"
    case .saintBarthelemy: "Saint-Barthélemy"
    case .saintMartin: "Saint-Martin"
    case .miquelon: "Saint-Pierre-et-Miquelon"
    case .tahiti: "Tahiti"
    case .noumea: "Nouméa"
    case .wallis: "Wallis-et-Futuna"
    }
  }
}
