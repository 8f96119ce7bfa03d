/// The coverage decision on a ticket: stored with it, shown to both sides, argued by its articles.
package struct Verdict: Hashable, Sendable {
  package enum Decision: String, CaseIterable, Sendable {
    case included
    /// Draws on the prepaid hours.
    case prepaid
    /// Billed at the hourly rate.
    case billable
    case quote
    case excluded
    case outOfHours = "out_of_hours"
    case notInForce = "not_in_force"
  }

  package var decision: Decision
  /// What applies once hours begin, when the decision is `outOfHours`.
  package var onceOpen: Decision?
  package var startsAt: Instant?
  /// Most specific first; never empty.
  package var because: [Citation]
  /// Price of one hour before VAT, when known.
  package var hourlyRate: Money?
  /// Of several assets the one that decides: no other has a less favourable verdict.
  package var asset: String?

  /// How the work is charged, hours apart.
  package var charge: Decision {
    onceOpen ?? decision
  }

  package var datum: Datum {
    .fields(present: [
      "decision": .text(decision.rawValue), "once_open": onceOpen.map { .text($0.rawValue) },
      "starts_at": startsAt.map { .text($0.iso) },
      "because": .list(because.map(\.datum)),
      "hourly_rate": hourlyRate.map { .integer($0.cents) }, "asset": asset.map(Datum.text),
    ])
  }

  package init(
    _ decision: Decision, onceOpen: Decision? = nil, startsAt: Instant? = nil,
    because: [Citation], hourlyRate: Money? = nil
  ) {
    self.decision = decision
    self.onceOpen = onceOpen
    self.startsAt = startsAt
    self.because = because
    self.hourlyRate = hourlyRate
  }

  package init?(_ datum: Datum) {
    guard let decision = datum["decision"]?.text.flatMap(Decision.init(rawValue:)),
      let because = datum["because"]?.list
    else { return nil }
    let citations = because.compactMap(Citation.init)
    guard citations.count == because.count, !citations.isEmpty else { return nil }
    self.init(
      decision, onceOpen: datum["once_open"]?.text.flatMap(Decision.init(rawValue:)),
      startsAt: datum["starts_at"]?.text.flatMap(Instant.init(iso:)), because: citations,
      hourlyRate: datum["hourly_rate"]?.integer.map(Money.init(cents:)))
    asset = datum["asset"]?.text
  }
}

/// What the decision is asked about.
package struct CoverageQuestion: Hashable, Sendable {
  package var at: Instant
  package var channel: Channel
  package var site: String
  package var group: String
  package var nature: TicketNature
  package var priority: String
  /// The exclusion that whoever opens the ticket recognises, if any.
  package var exclusion: String?
  /// Minutes left of the prepaid hours; none when the contract has none.
  package var prepaidMinutesLeft: Int?

  package init(
    at: Instant, channel: Channel, site: String, group: String, nature: TicketNature,
    priority: String, exclusion: String? = nil, prepaidMinutesLeft: Int? = nil
  ) {
    self.at = at
    self.channel = channel
    self.site = site
    self.group = group
    self.nature = nature
    self.priority = priority
    self.exclusion = exclusion
    self.prepaidMinutesLeft = prepaidMinutesLeft
  }
}

package enum TicketNature: String, CaseIterable, Sendable {
  case incident
  case request = "demande"
  case advice = "conseil"
  case installation
}
