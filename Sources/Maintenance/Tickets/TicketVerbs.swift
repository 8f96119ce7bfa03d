/// Why an act on a ticket is refused.
package enum TicketRefusal: Error, Hashable, Sendable, CaseIterable {
  case emptyTitle
  case textTooLong
  case unknownPriority
  case channelNotOffered
  case unknownExclusion
  /// Whoever asks is held to other sites of the contract.
  case siteNotSeen
  case alreadyInCharge
  case alreadyWaiting
  case notWaiting
  /// The contract does not list this reason among those that stop the clock.
  case reasonNotInContract
  case alreadyWorkedAround
  case waitingForAnswer
  case resolved
  case emptyNote
  case minutesOutOfBounds
  /// The contract has ended.
  case agreementEnded
  /// Somebody acted since the page was read.
  case changedMeanwhile
  case nothingChanges
  /// A priority changes by common accord: who agreed at the client must be named.
  case accordNeeded
  case nameOutOfBounds
  case dayOutOfBounds
  case timeOutOfBounds
  case priceOutOfBounds
  case noDebt
  case notResolved
  case alreadyConfirmed
  /// The contract's delay to reopen is over: what comes back is a new ticket.
  case tooLateToReopen
  case unknownTicket
  case alreadyLinked
  case unknownProposal
  case unknownWarning
  case alreadyAnswered
  case proposalExpired
  case reasonNeeded
  /// Silence is told only after two reminders, a day after the last.
  case silenceTooEarly
  case tooManyDealings
  /// The contract has no hourly rate, or no prepaid hours, to charge by.
  case noSuchCharge
  case fileEmpty
  case fileTooLarge
  case tooManyFiles
  /// A file that a system could run.
  case programRefused
  /// Not in the contract's inventory.
  case unknownAsset
  case tooManyAssets
  /// Later than now, more than a week before, before the contract, or said by the client.
  case receiptOutOfBounds
  case receiptReasonNeeded
  /// A client's person, or a disabled account, called upon in an internal note.
  case mentionedCannotRead
  /// Several people have that first name.
  case mentionUnclear
}

extension Ticket {
  /// Longest text kept in one fact, in characters.
  package static let longestText = 10_000

  /// How much later than it came in a request may be entered, in seconds.
  private static let latestEntry = 7 * 86_400

  /// A new ticket, with its verdict and its announced deadlines among the facts. Both count from
  /// the receipt of a request that the provider enters later.
  package static func opened(
    _ request: TicketRequest, id: ID<Ticket>, number: Int, agreement: ID<Agreement>,
    under terms: Terms, prepaidMinutesLeft: Int?, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    guard !request.title.isBlank else { throw TicketRefusal.emptyTitle }
    guard !request.requester.isBlank else { throw TicketRefusal.nameOutOfBounds }
    guard request.title.count <= 200, request.text.count <= longestText,
      request.requester.count <= 200
    else { throw TicketRefusal.textTooLong }
    let start = try received(request, by: actor, at: instant)
    let contract = terms.contract
    guard contract.support.channels.contains(request.channel) else {
      throw TicketRefusal.channelNotOffered
    }
    let (priority, verdict) = try terms.judged(
      request, at: start, prepaidMinutesLeft: prepaidMinutesLeft)
    let deadlines = terms.deadlines(
      priority: priority, site: request.site, group: request.group, from: start, pauses: [])
    var fields = request.fields
    fields["number"] = .integer(Int64(number))
    fields["priority"] = .text(priority)
    fields["contract_version"] = .integer(Int64(terms.version))
    fields["verdict"] = verdict.datum
    fields["deadlines"] = TicketFact.datum(deadlines)
    let subject = Subject(kind: .ticket, id: id.number, agreement: agreement)
    return try Change(from: [
      Fact(
        kind: TicketFact.opened, at: instant, actor: actor, subject: subject,
        body: .fields(fields))
    ])
  }

  /// When it came in; refused when that cannot be.
  private static func received(
    _ request: TicketRequest, by actor: Actor, at instant: Instant
  ) throws -> Instant {
    guard let receipt = request.receipt else { return instant }
    guard actor.side != .client, receipt.at <= instant, instant - receipt.at <= latestEntry else {
      throw TicketRefusal.receiptOutOfBounds
    }
    guard !receipt.reason.isBlank, receipt.reason.count <= 200 else {
      throw TicketRefusal.receiptReasonNeeded
    }
    return receipt.at
  }

  package func takenInCharge(by actor: Actor, at instant: Instant) throws -> Change<Ticket> {
    try refuseWhenResolved()
    guard takenInChargeAt == nil else { throw TicketRefusal.alreadyInCharge }
    return try change(TicketFact.takenInCharge, [:], by: actor, at: instant)
  }

  /// Stops every clock of this ticket, for a reason that its contract lists.
  package func paused(
    for reason: PauseReason, note: String, under terms: Terms, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    try refuseWhenResolved()
    guard currentPause == nil else { throw TicketRefusal.alreadyWaiting }
    guard terms.contract.serviceLevels.pauses.contains(reason) else {
      throw TicketRefusal.reasonNotInContract
    }
    let note = try bounded(note)
    // Deadlines that passed before the pause stay announced; the others wait for its end.
    let deadlines = terms.deadlines(
      priority: priority, site: request.site, group: request.group, from: openedAt,
      pauses: pauses + [Pause(reason: reason, start: instant)])
    return try change(
      TicketFact.paused,
      [
        "reason": .text(reason.rawValue), "note": .text(note),
        "deadlines": TicketFact.datum(deadlines),
      ], by: actor, at: instant)
  }

  /// Lets the clocks go on, and announces the new deadlines.
  package func resumed(under terms: Terms, by actor: Actor, at instant: Instant) throws
    -> Change<Ticket>
  {
    try refuseWhenResolved()
    guard currentPause != nil else { throw TicketRefusal.notWaiting }
    var ended = pauses
    ended[ended.count - 1].end = instant
    let deadlines = terms.deadlines(
      priority: priority, site: request.site, group: request.group, from: openedAt, pauses: ended)
    return try change(
      TicketFact.resumed, ["deadlines": TicketFact.datum(deadlines)], by: actor, at: instant)
  }

  /// Records that the client works again by a temporary means, and who mends the cause by when.
  package func workedAround(
    _ note: String, debt: WorkaroundDebt, in zone: Zone, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    try refuseWhenResolved()
    guard currentPause == nil else { throw TicketRefusal.waitingForAnswer }
    guard workedAroundAt == nil else { throw TicketRefusal.alreadyWorkedAround }
    let note = try required(note)
    try debt.check(on: zone.day(at: instant))
    return try change(
      TicketFact.workedAround, debt.fields.merging(["note": .text(note)]) { first, _ in first },
      by: actor, at: instant)
  }

  /// Records that the cause is mended.
  package func resolved(
    _ note: String, cause: FailureCause, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    try refuseWhenResolved()
    guard currentPause == nil else { throw TicketRefusal.waitingForAnswer }
    let note = try required(note)
    return try change(
      TicketFact.resolved, ["cause": .text(cause.rawValue), "note": .text(note)], by: actor,
      at: instant)
  }

  /// Records time spent, from one minute to one day at a time; `start` when it is known, within
  /// the last sixty days, with its end not after now.
  package func worked(
    minutes: Int, from start: Instant? = nil, place: Work.Place = .remote, note: String,
    by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    guard (1...1440).contains(minutes) else { throw TicketRefusal.minutesOutOfBounds }
    if let start {
      guard start + minutes * 60 <= instant, instant - start <= 60 * 86_400 else {
        throw TicketRefusal.timeOutOfBounds
      }
    }
    let note = try bounded(note)
    var fields: [String: Datum] = ["minutes": .integer(Int64(minutes)), "note": .text(note)]
    fields["from"] = start.map { .text($0.iso) }
    if place != .remote { fields["place"] = .text(place.rawValue) }
    return try change(TicketFact.worked, fields, by: actor, at: instant)
  }

  func refuseWhenResolved() throws {
    if !isOpen { throw TicketRefusal.resolved }
  }

  func bounded(_ note: String) throws -> String {
    guard note.count <= Ticket.longestText else { throw TicketRefusal.textTooLong }
    return note
  }

  func required(_ note: String) throws -> String {
    guard !note.isBlank else { throw TicketRefusal.emptyNote }
    return try bounded(note)
  }

  func change(
    _ kind: String, _ fields: [String: Datum], by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    let subject = Subject(kind: .ticket, id: id.number, agreement: agreement)
    return try Change(
      to: self,
      facts: [Fact(kind: kind, at: instant, actor: actor, subject: subject, body: .fields(fields))])
  }
}

extension Terms {
  /// The priority and the verdict of a request that came in at an instant.
  func judged(
    _ request: TicketRequest, at instant: Instant, prepaidMinutesLeft: Int?
  ) throws -> (priority: String, verdict: Verdict) {
    guard
      let priority = contract.serviceLevels.matrix.priority(
        impact: request.impact, urgency: request.urgency)
    else { throw TicketRefusal.unknownPriority }
    if let exclusion = request.exclusion,
      !contract.scope.exclusions.contains(where: { $0.id == exclusion })
    {
      throw TicketRefusal.unknownExclusion
    }
    let question = CoverageQuestion(
      at: instant, channel: request.channel, site: request.site, group: request.group,
      nature: request.nature, priority: priority, exclusion: request.exclusion,
      prepaidMinutesLeft: prepaidMinutesLeft)
    return (priority, try verdict(on: question, of: request.assets))
  }
}

extension String {
  /// A person's name, or refused.
  func checkedName() throws -> String {
    guard !isBlank, count <= 200 else { throw TicketRefusal.nameOutOfBounds }
    return self
  }

  /// Nothing but white space.
  var isBlank: Bool {
    allSatisfy(\.isWhitespace)
  }
}
