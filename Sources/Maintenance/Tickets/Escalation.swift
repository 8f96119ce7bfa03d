/// A part of a running delay at which people are told, and when it is gone.
package struct EscalationStep: Hashable, Sendable {
  package var milestone: Milestone
  /// Percent of the delay.
  package var threshold: FixedPoint
  package var due: Instant
}

/// A person who is told that a delay nears its end, or is over.
package struct ToldPerson: Hashable, Sendable {
  package enum Ground: String, CaseIterable, Sendable {
    /// The contract names them for that part of the delay.
    case named = "contrat"
    case assignee = "charge"
    case onCall = "astreinte"
  }

  package var name: String
  package var ground: Ground
  package var side: EscalationContact.Side
  package var email: String?
  package var telephone: String?

  package init(
    name: String, ground: Ground, side: EscalationContact.Side = .provider, email: String? = nil,
    telephone: String? = nil
  ) {
    self.name = name
    self.ground = ground
    self.side = side
    self.email = email
    self.telephone = telephone
  }

  init?(_ datum: Datum) {
    guard let name = datum["name"]?.text,
      let ground = datum["ground"]?.text.flatMap(Ground.init(rawValue:)),
      let side = datum["side"]?.text.flatMap(EscalationContact.Side.init(rawValue:))
    else { return nil }
    self.init(
      name: name, ground: ground, side: side, email: datum["email"]?.text,
      telephone: datum["telephone"]?.text)
  }

  var datum: Datum {
    .fields(present: [
      "name": .text(name), "ground": .text(ground.rawValue), "side": .text(side.rawValue),
      "email": email.map(Datum.text), "telephone": telephone.map(Datum.text),
    ])
  }
}

/// That people were told: once for each part of each delay of a priority.
package struct Escalation: Hashable, Sendable {
  package var milestone: Milestone
  package var threshold: FixedPoint
  /// A changed priority has other delays, told anew.
  package var priority: String
  package var due: Instant
  package var at: Instant
  package var told: [ToldPerson]
  /// The contract has somebody on call then, and the rota names nobody.
  package var isUncovered: Bool

  /// The delay is over, not only near its end.
  package var isOver: Bool { threshold >= FixedPoint(100) }

  package init(_ fact: Fact) throws(ReplayFault) {
    milestone = try fact.choice("milestone")
    priority = try fact.text("priority")
    guard let threshold = FixedPoint(try fact.text("threshold")),
      let due = Instant(iso: try fact.text("due")), let told = fact.body["told"]?.list
    else { throw ReplayFault("\(fact.kind): unreadable") }
    self.threshold = threshold
    self.due = due
    at = fact.at
    self.told = told.compactMap(ToldPerson.init)
    guard self.told.count == told.count else { throw ReplayFault("\(fact.kind): unreadable told") }
    isUncovered = fact.body["uncovered"] == .flag(true)
  }
}

extension Terms {
  /// Told in any contract: three quarters of a delay, and all of it.
  private static let commonThresholds = [FixedPoint(75), FixedPoint(100)]

  /// What is still to be told of a ticket's running delays, the first due first; nothing while it
  /// waits. A threshold above 100 counts on after the deadline.
  package func escalationSteps(of ticket: Ticket) -> [EscalationStep] {
    guard ticket.isOpen, ticket.currentPause == nil else { return [] }
    let thresholds = Set(contract.support.escalation.map(\.threshold) + Terms.commonThresholds)
    let promises = promises(
      priority: ticket.priority, site: ticket.request.site, group: ticket.request.group,
      from: ticket.openedAt, pauses: ticket.pauses)
    return promises.filter { ticket.reached($0.milestone) == nil }.flatMap { promise in
      thresholds.compactMap { threshold -> EscalationStep? in
        guard !ticket.isTold(of: promise.milestone, threshold) else { return nil }
        var clock = promise.clock
        clock.delaySeconds = part(threshold, of: clock.delaySeconds)
        return clock.deadline.map {
          EscalationStep(milestone: promise.milestone, threshold: threshold, due: $0)
        }
      }
    }
    .sorted {
      ($0.due, $0.threshold, $0.milestone.rawValue)
        < ($1.due, $1.threshold, $1.milestone.rawValue)
    }
  }

  /// Whole seconds, rounded up: never told before that part is gone.
  private func part(_ threshold: FixedPoint, of seconds: Int) -> Int {
    Int((Int64(seconds) * threshold.millionths + 99_999_999) / 100_000_000)
  }

  /// Somebody answers this ticket outside opening hours, and it is outside them.
  package func isOnCallTime(for ticket: Ticket, at instant: Instant) -> Bool {
    guard let onCall = contract.support.onCall, onCall.priorities.contains(ticket.priority) else {
      return false
    }
    var calendar = openingCalendar(site: ticket.request.site)
    if calendar.opening(at: instant).isOpen { return false }
    calendar.isRoundTheClock = onCall.isRoundTheClock
    calendar.onCallHours = onCall.hours
    return calendar.opening(at: instant).isOpen
  }

  /// Whom a step calls: those whom the contract names for it, and whoever has the ticket in hand or
  /// is on call. `onCall` is nothing when the rota names nobody.
  package func told(
    of step: EscalationStep, on ticket: Ticket, onCall: ToldPerson?, at instant: Instant
  ) -> [ToldPerson] {
    let named = contract.support.escalation.filter { $0.threshold == step.threshold }.map {
      ToldPerson(
        name: $0.name, ground: .named, side: $0.side, email: $0.email, telephone: $0.telephone)
    }
    let inHand =
      isOnCallTime(for: ticket, at: instant)
      ? onCall : ticket.assignee.map { ToldPerson(name: $0, ground: .assignee) }
    return named
      + [inHand].compactMap(\.self).filter { person in
        !named.contains { $0.name == person.name }
      }
  }
}

extension Ticket {
  func isTold(of milestone: Milestone, _ threshold: FixedPoint) -> Bool {
    escalations.contains {
      $0.milestone == milestone && $0.threshold == threshold && $0.priority == priority
    }
  }

  /// The gravest that was told and still holds, the last of several: its milestone is not reached,
  /// its priority not changed.
  package var alert: Escalation? {
    guard isOpen else { return nil }
    return escalations.filter { reached($0.milestone) == nil && $0.priority == priority }
      .max { ($0.threshold, $0.at) < ($1.threshold, $1.at) }
  }

  /// Records who is told of these steps, each once: refused for one told already, and while the
  /// ticket waits.
  package func escalated(
    _ steps: [EscalationStep], under terms: Terms, onCall: ToldPerson?, by actor: Actor,
    at instant: Instant
  ) throws -> Change<Ticket> {
    try refuseWhenResolved()
    guard currentPause == nil else { throw TicketRefusal.alreadyWaiting }
    guard !steps.isEmpty, !steps.contains(where: { isTold(of: $0.milestone, $0.threshold) }) else {
      throw TicketRefusal.nothingChanges
    }
    let subject = Subject(kind: .ticket, id: id.number, agreement: agreement)
    let isUncovered = onCall == nil && terms.isOnCallTime(for: self, at: instant)
    let facts = steps.map { step in
      let told = terms.told(of: step, on: self, onCall: onCall, at: instant)
      return Fact(
        kind: TicketFact.escalated, at: instant, actor: actor, subject: subject,
        body: .fields(present: [
          "milestone": .text(step.milestone.rawValue), "threshold": .text(step.threshold.plain),
          "priority": .text(priority), "due": .text(step.due.iso),
          "told": .list(told.map(\.datum)), "uncovered": isUncovered ? .flag(true) : nil,
        ]))
    }
    return try Change(to: self, facts: facts)
  }
}
