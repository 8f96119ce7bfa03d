extension Recurrence {
  /// «chaque mois, le 1er mardi»: what the document prints, and a contract's file may say as well.
  package var french: String {
    let day =
      switch rule {
      case .daily(let every): every == 1 ? "chaque jour" : "tous les \(every) jours"
      case .eachWorkingDay: "chaque jour ouvré"
      case .weekly(let every, let days):
        (every == 1 ? "chaque semaine, " : "toutes les \(every) semaines, ")
          + frenchList(days.map { "le \($0.french)" })
      case .monthly(let every, let day): "\(Recurrence.months(every)), \(day.frenchOfAnyMonth)"
      case .yearly(let every, let month, let day):
        (every == 1 ? "chaque année, " : "tous les \(every) ans, ") + day.french(in: month)
      }
    return shift == .next ? day : day + ", sinon le jour ouvré précédent"
  }

  private static func months(_ every: Int) -> String {
    switch every {
    case 1: "chaque mois"
    case 3: "chaque trimestre"
    case 6: "chaque semestre"
    case 12: "chaque année"
    default: "tous les \(every) mois"
    }
  }
}

extension Recurrence.DayOfMonth {
  fileprivate var frenchOfAnyMonth: String {
    switch self {
    case .day(let day) where day > 28: french + " ou, à défaut, le dernier jour du mois"
    case .last: french + " du mois"
    default: french
    }
  }

  fileprivate func french(in month: Int) -> String {
    let name = frenchMonths[month - 1]
    return switch self {
    case .day(29) where month == 2: "\(french) \(name) ou, à défaut, le 28"
    case .day: "\(french) \(name)"
    default: "\(french) \(frenchOf(name))"
    }
  }

  private var french: String {
    switch self {
    case .day(let day): "le " + (day == 1 ? "1er" : String(day))
    case .last: "le dernier jour"
    case .nth(let rank, let weekday): "le \(rank == 1 ? "1er" : "\(rank)e") \(weekday.french)"
    case .lastOf(let weekday): "le dernier \(weekday.french)"
    }
  }
}
