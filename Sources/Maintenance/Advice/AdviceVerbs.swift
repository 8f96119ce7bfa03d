extension Advice {
  /// Silence may be told after so many reminders, a day or more after the last.
  package static let remindersBeforeSilence = 2
  private static let mostReminders = 100
  private static let daySeconds = 86_400

  /// A draft may lack anything but its thing: what lacks keeps it from being sent.
  package static func drafted(
    _ content: AdviceContent, from origin: Origin, id: ID<Advice>, number: Int,
    agreement: ID<Agreement>, by actor: Actor, at instant: Instant
  ) throws -> Change<Advice> {
    guard !content.thing.isBlank else { throw AdviceRefusal.noThing }
    guard origin.reference.count <= AdviceContent.longestText else {
      throw AdviceRefusal.textTooLong
    }
    try content.check()
    var body = content.datum
    body["number"] = Datum.integer(Int64(number))
    body["origin"] = Datum.text(origin.kind.rawValue)
    body["reference"] = Datum.text(origin.reference)
    return try Change(from: [
      Fact(
        kind: AdviceFact.drafted, at: instant, actor: actor,
        subject: Subject(kind: .advice, id: id.number, agreement: agreement),
        body: .fields(present: body))
    ])
  }

  package func revised(_ content: AdviceContent, by actor: Actor, at instant: Instant) throws
    -> Change<Advice>
  {
    try refuseWhenClosed()
    guard stage == .drafted else { throw AdviceRefusal.alreadySent }
    guard !content.thing.isBlank else { throw AdviceRefusal.noThing }
    try content.check()
    return try change(AdviceFact.revised, content.datum, by: actor, at: instant)
  }

  /// Puts it to the client; refused while something lacks, or when the words are another client's.
  package func sent(
    to recipient: String, by means: Means, isGeneric: Bool, under terms: Terms, actor: Actor,
    at instant: Instant
  ) throws -> Change<Advice> {
    try refuseWhenClosed()
    guard stage == .drafted else { throw AdviceRefusal.alreadySent }
    if let gap = content.gaps.first { throw gap }
    guard !isGeneric else { throw AdviceRefusal.generic }
    if let due = content.due {
      let today = terms.contract.zone.day(at: instant)
      guard due >= today, due <= today + 731 else { throw AdviceRefusal.dayOutOfBounds }
    }
    let clause = terms.citation("obligations_prestataire.conseil", Reason(.priced))
    return try change(
      AdviceFact.sent,
      [
        "to": .text(try checkedName(recipient)), "means": .text(means.rawValue),
        "clause": .text(clause.clause), "clause_number": .text(clause.number),
        "contract_version": .integer(Int64(clause.version)),
      ], by: actor, at: instant)
  }

  package func reminded(by means: Means, actor: Actor, at instant: Instant) throws
    -> Change<Advice>
  {
    let round = try awaited()
    guard round.reminders.count < Advice.mostReminders else {
      throw AdviceRefusal.tooManyReminders
    }
    guard instant - (round.reminders.last ?? round.sentAt) >= Advice.daySeconds else {
      throw AdviceRefusal.reminderTooEarly
    }
    return try change(
      AdviceFact.reminded, ["means": .text(means.rawValue)], by: actor, at: instant)
  }

  package func seen(by actor: Actor, at instant: Instant) throws -> Change<Advice> {
    guard stage == .sent else { throw AdviceRefusal.notAwaited }
    return try change(AdviceFact.seen, [:], by: actor, at: instant)
  }

  /// Records what the client said, or that it said nothing; refusing says why. `ticket` does what
  /// was accepted.
  package func answered(
    _ kind: ClientAnswer.Kind, from person: String, reason: String,
    ticket: TicketReference? = nil, by actor: Actor, at instant: Instant
  ) throws -> Change<Advice> {
    let round = try awaited()
    switch kind {
    case .silent:
      guard round.maySilenceBeTold(at: instant) else { throw AdviceRefusal.silenceTooEarly }
    case .declined:
      guard !reason.isBlank else { throw AdviceRefusal.reasonNeeded }
    case .accepted: break
    }
    guard reason.count <= AdviceContent.longestText else { throw AdviceRefusal.textTooLong }
    return try change(
      AdviceFact.answered,
      [
        "answer": .text(kind.rawValue),
        "answered_by": .text(kind == .silent ? "" : try checkedName(person)),
        "reason": .text(reason), "ticket": ticket.map { .text($0.id.text) },
        "ticket_number": ticket.map { .integer(Int64($0.number)) },
      ], by: actor, at: instant)
  }

  /// Puts it to the client once more, at a review, a renewal, or because the fact went on.
  package func raisedAgain(
    for occasion: Occasion, note: String, by actor: Actor, at instant: Instant
  ) throws -> Change<Advice> {
    try refuseWhenClosed()
    guard stage == .declined || stage == .silent else { throw AdviceRefusal.notRaisable }
    guard note.count <= AdviceContent.longestText else { throw AdviceRefusal.textTooLong }
    return try change(
      AdviceFact.raisedAgain, ["occasion": .text(occasion.rawValue), "note": .text(note)],
      by: actor, at: instant)
  }

  /// The fact is no more, or the draft was not needed.
  package func closed(_ reason: String, by actor: Actor, at instant: Instant) throws
    -> Change<Advice>
  {
    try refuseWhenClosed()
    guard !reason.isBlank else { throw AdviceRefusal.reasonNeeded }
    guard reason.count <= AdviceContent.longestText else { throw AdviceRefusal.textTooLong }
    return try change(AdviceFact.closed, ["reason": .text(reason)], by: actor, at: instant)
  }

  private func awaited() throws -> Round {
    guard stage.isAwaited, let round = rounds.last else { throw AdviceRefusal.notAwaited }
    return round
  }

  private func refuseWhenClosed() throws {
    if closure != nil { throw AdviceRefusal.closed }
  }

  private func checkedName(_ name: String) throws -> String {
    guard !name.isBlank, name.count <= 200 else { throw AdviceRefusal.nameOutOfBounds }
    return name
  }

  private func change(
    _ kind: String, _ body: [String: Datum?], by actor: Actor, at instant: Instant
  ) throws -> Change<Advice> {
    try Change(
      to: self,
      facts: [
        Fact(
          kind: kind, at: instant, actor: actor,
          subject: Subject(kind: .advice, id: id.number, agreement: agreement),
          body: .fields(present: body))
      ])
  }
}

extension Advice.Round {
  package func maySilenceBeTold(at instant: Instant) -> Bool {
    guard let last = reminders.last else { return false }
    return reminders.count >= Advice.remindersBeforeSilence && instant - last >= 86_400
  }
}
