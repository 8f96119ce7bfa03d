extension ServiceCalendar.Cause {
  /// Why a stretch counts or does not, as a line of an explanation.
  package var french: String {
    switch self {
    case .counted: "service ouvert"
    case .outsideHours: "hors des heures"
    case .midday: "pause de la mi-journée"
    case .closedWeekday: "jour sans service"
    case .holiday(let holiday): "jour férié\u{A0}: \(holiday.french)"
    case .customaryDay(let day): "jour d’usage prévu au contrat\u{A0}: \(day.french)"
    case .closingDay: "fermeture prévue au contrat"
    case .paused(let reason): "suspendu\u{A0}: \(reason.french)"
    }
  }
}
