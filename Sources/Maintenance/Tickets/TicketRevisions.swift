/// What a request is found to be once somebody has looked at it: what decides priority and verdict.
package struct Qualification: Hashable, Sendable {
  package var site: String
  package var group: String
  package var nature: TicketNature
  package var impact: String
  package var urgency: String
  package var exclusion: String?

  package init(
    site: String, group: String, nature: TicketNature, impact: String, urgency: String,
    exclusion: String? = nil
  ) {
    self.site = site
    self.group = group
    self.nature = nature
    self.impact = impact
    self.urgency = urgency
    self.exclusion = exclusion
  }

  package init(_ request: TicketRequest) {
    self.init(
      site: request.site, group: request.group, nature: request.nature, impact: request.impact,
      urgency: request.urgency, exclusion: request.exclusion)
  }

  init(_ fact: Fact) throws(ReplayFault) {
    self.init(
      site: try fact.text("site"), group: try fact.text("group"),
      nature: try fact.choice("nature"), impact: try fact.text("impact"),
      urgency: try fact.text("urgency"), exclusion: fact.body["exclusion"]?.text)
  }

  func applied(to request: TicketRequest) -> TicketRequest {
    var request = request
    request.site = site
    request.group = group
    request.nature = nature
    request.impact = impact
    request.urgency = urgency
    request.exclusion = exclusion
    return request
  }
}

/// What a workaround leaves: somebody mends the cause by a day.
package struct WorkaroundDebt: Hashable, Sendable {
  package var owner: String
  package var due: Day

  package init(owner: String, due: Day) {
    self.owner = owner
    self.due = due
  }

  init(_ fact: Fact) throws(ReplayFault) {
    self.init(owner: try fact.text("owner"), due: try fact.day("due"))
  }

  var fields: [String: Datum] { ["owner": .text(owner), "due": .text(due.iso)] }

  /// Today or within two years.
  func check(on today: Day) throws {
    _ = try owner.checkedName()
    guard due >= today, due <= today + 731 else { throw TicketRefusal.dayOutOfBounds }
  }
}

/// Another ticket of the same agreement, and what it is to this one.
package struct TicketLink: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case duplicateOf = "duplicate_of"
    case duplicatedBy = "duplicated_by"
    case causedBy = "caused_by"
    case causeOf = "cause_of"
    case related

    package var inverse: Kind {
      switch self {
      case .duplicateOf: .duplicatedBy
      case .duplicatedBy: .duplicateOf
      case .causedBy: .causeOf
      case .causeOf: .causedBy
      case .related: .related
      }
    }
  }

  package var kind: Kind
  package var ticket: ID<Ticket>
  package var number: Int

  init(_ fact: Fact) throws(ReplayFault) {
    kind = try fact.choice("link")
    guard let ticket = ID<Ticket>(try fact.text("ticket")) else {
      throw ReplayFault("\(fact.kind): unreadable ticket")
    }
    self.ticket = ticket
    number = Int(try fact.integer("ticket_number"))
  }
}

extension Ticket {
  package func assigned(to person: String, by actor: Actor, at instant: Instant) throws
    -> Change<Ticket>
  {
    try refuseWhenResolved()
    let person = try person.checkedName()
    guard person != assignee else { throw TicketRefusal.nothingChanges }
    return try change(TicketFact.assigned, ["to": .text(person)], by: actor, at: instant)
  }

  /// Says anew what the request is: priority, verdict and deadlines follow, all counted from the
  /// opening. A changed priority names who agreed to it at the client.
  package func qualified(
    _ qualification: Qualification, accord person: String, reason: String, under terms: Terms,
    prepaidMinutesLeft: Int?, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    try refuseWhenResolved()
    guard qualification != Qualification(request) else { throw TicketRefusal.nothingChanges }
    let request = qualification.applied(to: request)
    let (priority, verdict) = try terms.judged(
      request, at: openedAt, prepaidMinutesLeft: prepaidMinutesLeft)
    let accord = priority == self.priority ? "" : person
    if priority != self.priority, person.isBlank { throw TicketRefusal.accordNeeded }
    let deadlines = terms.deadlines(
      priority: priority, site: request.site, group: request.group, from: openedAt,
      pauses: pauses)
    var fields = request.qualifyingFields
    fields["priority"] = .text(priority)
    fields["verdict"] = verdict.datum
    fields["deadlines"] = TicketFact.datum(deadlines)
    fields["reason_text"] = .text(try required(reason))
    if !accord.isEmpty { fields["answered_by"] = .text(try accord.checkedName()) }
    return try change(TicketFact.qualified, fields, by: actor, at: instant)
  }

  /// Charges otherwise than the contract's rules do, for a reason that the client sees.
  package func overridden(
    to decision: Verdict.Decision, reason: String, under terms: Terms, by actor: Actor,
    at instant: Instant
  ) throws -> Change<Ticket> {
    try refuseWhenResolved()
    guard decision != verdict.charge else { throw TicketRefusal.nothingChanges }
    let price = terms.contract.price
    switch decision {
    case .billable where price.timeAndMaterials?.hourlyRate == nil,
      .prepaid where price.prepaid == nil, .outOfHours, .notInForce:
      throw TicketRefusal.noSuchCharge
    default: break
    }
    guard let first = verdict.because.first else { throw TicketRefusal.noSuchCharge }
    let reason = try required(reason)
    var cited = first
    cited.reason = Reason(.overridden, [verdict.charge.rawValue, reason])
    let isWaiting = verdict.decision == .outOfHours
    let changed = Verdict(
      isWaiting ? .outOfHours : decision, onceOpen: isWaiting ? decision : nil,
      startsAt: verdict.startsAt,
      because: [cited] + verdict.because.filter { $0.reason.kind != .overridden },
      hourlyRate: decision == .billable ? price.timeAndMaterials?.hourlyRate : nil)
    return try change(
      TicketFact.verdictOverridden, ["verdict": changed.datum, "reason_text": .text(reason)],
      by: actor, at: instant)
  }

  package func movingDebt(
    to debt: WorkaroundDebt, reason: String, in zone: Zone, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    guard let old = self.debt else { throw TicketRefusal.noDebt }
    guard debt != old else { throw TicketRefusal.nothingChanges }
    try debt.check(on: zone.day(at: instant))
    var fields = debt.fields
    fields["reason_text"] = .text(try required(reason))
    return try change(TicketFact.debtMoved, fields, by: actor, at: instant)
  }

  /// What was said mended comes back: the count goes on from the opening. Refused once the
  /// contract's delay is over, and after the client's confirmation when the contract has none.
  package func reopened(
    _ reason: String, under terms: Terms, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    guard let resolvedAt else { throw TicketRefusal.notResolved }
    let isAllowed =
      terms.contract.serviceLevels.reopening == nil
      ? stage != .closed
      : terms.reopens(
        resolvedAt: resolvedAt, comesBackAt: instant, priority: priority, site: request.site,
        group: request.group)
    guard isAllowed else { throw TicketRefusal.tooLateToReopen }
    let deadlines = terms.deadlines(
      priority: priority, site: request.site, group: request.group, from: openedAt,
      pauses: pauses)
    return try change(
      TicketFact.reopened,
      ["reason_text": .text(try required(reason)), "deadlines": TicketFact.datum(deadlines)],
      by: actor, at: instant)
  }

  /// Closes it: somebody at the client says that it is mended.
  package func confirmed(from person: String, by actor: Actor, at instant: Instant) throws
    -> Change<Ticket>
  {
    guard resolvedAt != nil else { throw TicketRefusal.notResolved }
    guard stage != .closed else { throw TicketRefusal.alreadyConfirmed }
    return try change(
      TicketFact.confirmed, ["answered_by": .text(try person.checkedName())], by: actor,
      at: instant)
  }

  /// For somebody who is held to sites: without links to tickets that they do not see, nor how many
  /// prepaid hours the contract as a whole had left.
  package func shownAtSite(
    links isShown: (TicketLink) throws -> Bool
  ) rethrows -> Ticket {
    var ticket = self
    ticket.links = try links.filter(isShown)
    ticket.verdict.because = verdict.because.map { citation in
      var citation = citation
      if citation.reason.kind == .prepaid { citation.reason = Reason(.prepaid) }
      return citation
    }
    return ticket
  }

  /// One side of a link; the other ticket takes the inverse.
  package func linked(
    to other: Ticket, as kind: TicketLink.Kind, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    guard other.id != id, other.agreement == agreement else { throw TicketRefusal.unknownTicket }
    guard !links.contains(where: { $0.ticket == other.id }) else {
      throw TicketRefusal.alreadyLinked
    }
    guard links.count < 100 else { throw TicketRefusal.tooManyDealings }
    return try change(
      TicketFact.linked,
      [
        "link": .text(kind.rawValue), "ticket": .text(other.id.text),
        "ticket_number": .integer(Int64(other.number)),
      ], by: actor, at: instant)
  }
}
