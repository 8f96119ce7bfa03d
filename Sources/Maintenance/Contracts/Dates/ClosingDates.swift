/// What still runs, or falls due, once a contract is over.
package enum ClosingDate: String, CaseIterable, Sendable {
  /// Last day of the help to leave (réversibilité).
  case exit = "reversibilite"
  case loansReturned = "restitution_pret"
  case dataErased = "effacement"
  case confidentiality = "confidentialite"
  case nonSolicitation = "non_sollicitation"
  /// Until then the contract is kept as evidence: five years (C. com. L110-4).
  case evidenceKept = "conservation"

  /// The clause that says it.
  package var clause: String {
    switch self {
    case .exit: "reversibilite.principe"
    case .loansReturned: "propriete.pret"
    case .dataErased: "donnees.fin"
    case .confidentiality: "confidentialite.duree"
    case .nonSolicitation: "non_sollicitation"
    case .evidenceKept: "preuve"
    }
  }
}

extension Contract {
  /// The days that follow from the contract's last day, in order; a delay that is not written has
  /// none.
  package func closingDates(after end: Day) -> [(date: ClosingDate, day: Day)] {
    let delays: [(ClosingDate, Delay?)] = [
      (.exit, termination.exit?.duration), (.loansReturned, property?.loan?.returned),
      (.dataErased, personalData?.erasureDelay), (.confidentiality, confidentiality?.afterEnd),
      (.nonSolicitation, nonSolicitation?.afterEnd), (.evidenceKept, Delay(5, .years)),
    ]
    return
      delays
      .compactMap { date, delay in delay.map { (date, $0.expiry(from: end)) } }
      .sorted { $0.1 < $1.1 }
  }
}

extension Termination {
  /// The last day to mend a breach after a formal notice (mise en demeure) received on a day; from
  /// the next one on the contract may be ended (C. civ. 1225, 1226).
  package func lastDayToMend(afterNoticeOf day: Day) -> Day? {
    formalNoticeDelay.map { $0.expiry(from: day) }
  }
}
