/// What the client may choose when a request comes out of hours, and what each choice costs.
package struct WayOut: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    /// Until hours begin; nothing when they never do.
    case wait(until: Instant?)
    /// Extended hours of the contract, by id, on request or not.
    case extendedHours(String, isOnRequest: Bool)
  }

  package var choice: Choice
  /// Percent added to the hourly rate.
  package var surcharge: FixedPoint?
  /// Before VAT, for the intervention.
  package var price: Money?
  package var citation: Citation
}

/// What a verdict should be told with, so that nobody is surprised by a bill.
package enum CoverageNotice: Hashable, Sendable {
  /// Before VAT, when the call makes somebody work.
  case callOut(Money, Citation)
  /// Prepaid hours come near their end.
  case nearlySpent(minutesLeft: Int, Citation)
}

extension CoverageQuestion {
  /// What was asked when the ticket came in; how many prepaid hours were left then is not known.
  package init(of ticket: Ticket) {
    let request = ticket.request
    self.init(
      at: ticket.openedAt, channel: request.channel, site: request.site, group: request.group,
      nature: request.nature, priority: ticket.priority, exclusion: request.exclusion)
  }
}

extension Terms {
  /// The choices of a request that hours keep waiting, waiting first; none for the others.
  package func waysOut(of verdict: Verdict, on question: CoverageQuestion) -> [WayOut] {
    guard verdict.decision == .outOfHours else { return [] }
    let reason = Reason(.outOfHours, [verdict.startsAt?.iso ?? ""])
    let wait = WayOut(
      choice: .wait(until: verdict.startsAt), citation: citation("support.heures", reason))
    let extended = contract.support.extendedHours.filter { hours in
      (hours.priorities.isEmpty || hours.priorities.contains(question.priority))
        && isOpen(hours.hours, on: question)
    }
    return [wait]
      + extended.map { hours in
        WayOut(
          choice: .extendedHours(hours.id, isOnRequest: hours.isOnRequest),
          surcharge: hours.surcharge, price: hours.flatPrice,
          citation: citation("support.plages_etendues", reason))
      }
  }

  /// A call-out's price for a priority on call, and the end of the prepaid hours.
  package func notices(of verdict: Verdict, on question: CoverageQuestion) -> [CoverageNotice] {
    var notices: [CoverageNotice] = []
    if let price = contract.support.onCall?.callOut,
      let onCall = verdict.because.first(where: { $0.reason.kind == .onCall })
    {
      notices.append(.callOut(price, onCall))
    }
    if let prepaid = contract.price.prepaid, let alert = prepaid.alert,
      let left = question.prepaidMinutesLeft, verdict.charge == .prepaid, left > 0,
      Int64(left) * 100_000_000 <= alert.millionths * Int64(prepaid.hours * 60)
    {
      notices.append(
        .nearlySpent(
          minutesLeft: left, citation("prix.carnet", Reason(.prepaid, [String(left)]))))
    }
    return notices
  }

  private func isOpen(_ hours: OpeningHours, on question: CoverageQuestion) -> Bool {
    var calendar = openingCalendar(site: question.site)
    calendar.hours = hours
    return calendar.opening(at: question.at).isOpen
  }
}
