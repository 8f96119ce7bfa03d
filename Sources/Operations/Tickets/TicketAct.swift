package import Maintenance

/// What somebody does to a ticket.
package enum TicketAct: Hashable, Sendable {
  case takeCharge
  case assign(to: String)
  case qualify(Qualification, accord: String, reason: String)
  /// All the assets that it is about from now on.
  case concern([String], reason: String)
  case override(Verdict.Decision, reason: String)
  case pause(PauseReason, note: String)
  case resume
  case workAround(note: String, debt: WorkaroundDebt)
  case moveDebt(WorkaroundDebt, reason: String)
  case resolve(FailureCause, note: String)
  case reopen(reason: String)
  case confirm(from: String)
  case work(minutes: Int, from: WallTime? = nil, place: Ticket.Work.Place = .remote, note: String)
  /// To the ticket of that number of the same agreement.
  case link(Int, TicketLink.Kind)
  case write(String, to: Audience)
  case propose(String, price: Money, until: Day)
  case answerProposal(Int, ClientAnswer.Kind, from: String, reason: String)
  case warn(risk: String, consequence: String, recommendation: String, price: Money?)
  case remind(Int)
  case answerWarning(Int, ClientAnswer.Kind, from: String, reason: String)

  /// Judges the coverage again.
  var isJudged: Bool {
    switch self {
    case .qualify, .concern: true
    default: false
    }
  }

  /// Under which terms, by whom and when.
  struct Circumstances {
    var terms: Terms
    var actor: Actor
    var instant: Instant
    var prepaidMinutesLeft: Int?

    var zone: Zone { terms.contract.zone }
  }
}

extension Ticket {
  func change(by act: TicketAct, _ now: TicketAct.Circumstances) throws -> Change<Ticket> {
    let (terms, actor, instant) = (now.terms, now.actor, now.instant)
    switch act {
    case .takeCharge: return try takenInCharge(by: actor, at: instant)
    case .assign(let person): return try assigned(to: person, by: actor, at: instant)
    case .qualify(let qualification, let accord, let reason):
      return try qualified(
        qualification, accord: accord, reason: reason, under: terms,
        prepaidMinutesLeft: now.prepaidMinutesLeft, by: actor, at: instant)
    case .concern(let assets, let reason):
      return try concerning(
        assets, reason: reason, under: terms, prepaidMinutesLeft: now.prepaidMinutesLeft,
        by: actor, at: instant)
    case .override(let decision, let reason):
      return try overridden(to: decision, reason: reason, under: terms, by: actor, at: instant)
    case .pause(let reason, let note):
      return try paused(for: reason, note: note, under: terms, by: actor, at: instant)
    case .resume: return try resumed(under: terms, by: actor, at: instant)
    case .workAround(let note, let debt):
      return try workedAround(note, debt: debt, in: now.zone, by: actor, at: instant)
    case .moveDebt(let debt, let reason):
      return try movingDebt(to: debt, reason: reason, in: now.zone, by: actor, at: instant)
    case .resolve(let cause, let note):
      return try resolved(note, cause: cause, by: actor, at: instant)
    case .reopen(let reason): return try reopened(reason, under: terms, by: actor, at: instant)
    case .confirm(let person): return try confirmed(from: person, by: actor, at: instant)
    case .work(let minutes, let start, let place, let note):
      return try worked(
        minutes: minutes, from: start?.instant(in: now.zone), place: place, note: note, by: actor,
        at: instant)
    case .link: throw TicketRefusal.unknownTicket
    default: return try dealing(act, now)
    }
  }

  /// What passes between the two sides.
  private func dealing(_ act: TicketAct, _ now: TicketAct.Circumstances) throws -> Change<Ticket> {
    let (actor, instant) = (now.actor, now.instant)
    switch act {
    case .write(let text, let audience):
      return try written(text, to: audience, by: actor, at: instant)
    case .propose(let text, let price, let day):
      return try proposing(text, price: price, until: day, in: now.zone, by: actor, at: instant)
    case .answerProposal(let number, let kind, let person, let reason):
      return try answering(
        proposal: number, kind, from: person, reason: reason, in: now.zone, by: actor,
        at: instant)
    case .warn(let risk, let consequence, let recommendation, let price):
      return try warning(
        of: risk, consequence: consequence, recommendation: recommendation, price: price,
        by: actor, at: instant)
    case .remind(let number): return try reminding(of: number, by: actor, at: instant)
    case .answerWarning(let number, let kind, let person, let reason):
      return try answering(
        warning: number, kind, from: person, reason: reason, by: actor, at: instant)
    default: throw TicketRefusal.nothingChanges
    }
  }
}
