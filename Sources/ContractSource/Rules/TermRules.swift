import Maintenance

/// How long it binds, and how it goes on.
enum TermRules {
  static let all = [
    start, indefinite, renewedTerm, notice, reminder, longNotice, longTerm, irrevocable, dates,
    lastNoticeDay,
  ]

  static let start = Rule("DUR-01", .error, basis: "C. civ., art. 1163") { examination in
    remark(
      if: !examination.isWritten("duree.effet"), at: "duree.effet",
      "la date d’effet manque : on ne sait pas quand le contrat s’applique",
      help: "Par exemple « effet: 2027-01-01 ».")
  }

  static let indefinite = Rule("DUR-02", .warning, basis: "C. civ., art. 1211") { examination in
    let term = examination.contract.term
    return remark(
      if: term.initial == nil && term.notice == nil, at: "duree.initiale",
      "sans durée, chacun peut partir à tout moment, et aucun préavis n’est fixé",
      readingAlso: ["duree.preavis", "duree.reconduction"])
  }

  static let renewedTerm = Rule("DUR-03", .error, basis: "C. civ., art. 1214 et 1215") {
    examination in
    let term = examination.contract.term
    return remark(
      if: term.renewal == .tacit && term.renewedFor == nil, at: "duree.reconduction.duree",
      "la durée reconduite n’est pas dite : le contrat deviendrait à durée indéterminée",
      readingAlso: ["duree.reconduction.mode"])
  }

  static let notice = Rule("DUR-04", .error, basis: "usage") { examination in
    let term = examination.contract.term
    let lacking = [
      term.notice == nil ? "le préavis" : nil, term.noticeForm == nil ? "la forme" : nil,
    ].compactMap { $0 }
    return remark(
      if: term.renewal == .tacit && !lacking.isEmpty, at: "duree.reconduction",
      "pour refuser la reconduction tacite, il manque : \(lacking.joined(separator: ", "))",
      readingAlso: ["duree.preavis"])
  }

  static let reminder = Rule(
    "DUR-05", .error, basis: "C. conso., art. L. 215-1, L. 215-3, L. 215-4"
  ) { examination in
    let contract = examination.contract
    return remark(
      if: contract.client.isNonProfessional && contract.term.renewal == .tacit
        && !contract.term.isReminderPromised,
      at: "duree.reconduction.rappel",
      "ce client doit être averti de l’échéance, entre trois mois et un mois avant elle",
      help: "Ajoutez « rappel: true » : Diligence en fait une obligation datée.",
      readingAlso: ["parties.client.non_professionnel"])
  }

  static let longNotice = Rule("DUR-06", .error, basis: "usage") { examination in
    let term = examination.contract.term
    guard let notice = term.notice else { return [] }
    let periods = [term.initial, term.renewal == .none ? nil : term.renewedFor].compactMap { $0 }
    return remark(
      if: periods.contains { notice.minutes(workingDay: 1440) >= $0.minutes(workingDay: 1440) },
      at: examination.isWritten("duree.reconduction.preavis")
        ? "duree.reconduction.preavis" : "duree.preavis",
      "le préavis est aussi long que la période à laquelle il doit mettre fin",
      readingAlso: ["duree.initiale", "duree.reconduction.duree"])
  }

  static let longTerm = Rule("DUR-07", .warning, basis: "C. civ., art. 1210 et 1171") {
    examination in
    let initial = examination.contract.term.initial
    return remark(
      if: (initial?.minutes(workingDay: 1440) ?? 0) > Delay(5, .years).minutes(workingDay: 1440),
      at: "duree.initiale", "plus de cinq ans d’engagement : prévoyez une sortie en cours de route")
  }

  static let irrevocable = Rule("DUR-08", .warning, basis: "C. civ., art. 1225 à 1227") {
    examination in
    let help = "Dites que chacun peut partir quand l’autre n’exécute pas ses engagements."
    let isEndable = examination.isWritten("resiliation.manquement")
    return remark(
      if: examination.contract.term.isIrrevocable, at: "duree.irrevocable",
      isEndable
        ? "la durée est irrévocable, mais le contrat se résilie pour manquement : lequel des deux ?"
        : "un engagement irrévocable sans résiliation pour manquement sera discuté au tribunal",
      help: help)
      + examination.ownTexts.filter { $0.folded.contains("irrevocable") && !isEndable }.map {
        Remark(
          path: $0.path, message: "un engagement irrévocable n’a ici aucune contrepartie",
          help: help)
      }
  }

  static let dates = Rule("DUR-09", .warning, basis: "C. civ., art. 1190") { examination in
    let term = examination.contract.term
    guard let end = term.statedEnd, examination.isWritten("duree.effet") else { return [] }
    let reading = ["duree.effet", "duree.initiale"]
    return remark(
      if: end < term.start, at: "duree.fin", "le contrat finit avant de commencer",
      readingAlso: reading)
      + remark(
        if: end >= term.start && term.initialEnd.map { $0 != end } ?? false, at: "duree.fin",
        "la durée écrite mène au \(term.initialEnd?.french ?? ""), pas au \(end.french)",
        help: "Retirez « fin » : la date d’effet et la durée suffisent.", readingAlso: reading)
  }

  /// Silent on a day when a letter can be posted: the page of the contract shows it anyway.
  static let lastNoticeDay = Rule("DUR-10", .note, basis: "C. civ., art. 1212 et 1215") {
    examination in
    let contract = examination.contract
    let term = contract.term
    guard examination.isWritten("duree.effet"), let notice = term.notice, term.renewal == .tacit,
      let day = term.period(on: term.start)?.lastNoticeDay
    else { return [] }
    let region = contract.scope.sites.first?.holidays ?? .metropole
    let isHoliday = Holiday.on(day, in: region) != nil
    let name = isHoliday ? "un jour férié" : "un \(day.weekday.french)"
    return remark(
      if: isHoliday || day.weekday == .sunday,
      at: examination.isWritten("duree.reconduction.preavis")
        ? "duree.reconduction.preavis" : "duree.preavis",
      "le dernier jour pour dénoncer, le \(day.french), est \(name)",
      help: "Un préavis de \(notice.french) se compte jusque-là : postez la lettre avant.",
      readingAlso: ["duree"])
  }
}
