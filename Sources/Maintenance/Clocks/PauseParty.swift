/// To whom the time of a pause is laid, as the clause on suspensions tells it.
package enum PauseParty: String, CaseIterable, Sendable {
  case client
  /// Whichever party asked for the postponement.
  case asker = "demandeur"
  case thirdParty = "tiers"
  case nobody = "personne"
}

extension PauseReason {
  package var party: PauseParty {
    switch self {
    case .awaitingClient, .accessRefused: .client
    case .agreedPostponement: .asker
    case .namedThirdParty: .thirdParty
    case .forceMajeure: .nobody
    }
  }
}

extension Clock {
  /// Seconds that would have counted and did not, by whom they are laid to.
  package var pausedSeconds: [PauseParty: Int] {
    var unpaused = self
    unpaused.pauses = []
    return pauses.reduce(into: [:]) { seconds, pause in
      guard let end = pause.end else { return }
      let taken = unpaused.elapsedSeconds(at: end) - unpaused.elapsedSeconds(at: pause.start)
      seconds[pause.reason.party, default: 0] += taken
    }
  }
}
