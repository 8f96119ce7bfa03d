package import Maintenance
import Store

/// One thing done to several tickets, as an act of its own on each.
package enum BatchAct: Hashable, Sendable {
  case assign(to: String)
  case note(String)
  case confirm(from: String)
  /// Impact and urgency said anew; what else a request is stays.
  case reclassify(impact: String, urgency: String, accord: String, reason: String)
}

/// What became of one ticket of a batch.
package struct BatchOutcome: Sendable {
  package enum Result: Sendable {
    /// Done; where its entry stands in the agreement's log.
    case done(entry: Int64)
    /// Sent again: it was done the first time.
    case doneBefore
    case refused(TicketRefusal)
    /// What went wrong otherwise; the ticket may be tried again.
    case failed(any Error)
  }

  package var ticket: Ticket
  package var result: Result
}

extension Operations {
  /// Some tickets as their pages show them, in that order.
  package func tickets(_ ids: [ID<Ticket>]) async throws -> [TicketReading] {
    let instant = now()
    return try await database.read { reader in
      try ids.map { try ticketReading($0, at: instant, in: reader) }
    }
  }

  /// Does one thing to each ticket, in its own transaction: what one refuses stops no other.
  ///
  /// `identity` is that of the whole: sent again, each ticket is changed once all the same.
  package func act(
    on ids: [ID<Ticket>], by actor: Actor, _ act: BatchAct, as identity: String?
  ) async throws -> [BatchOutcome] {
    let tickets = try await tickets(ids).map(\.ticket)
    var outcomes: [BatchOutcome] = []
    for ticket in tickets {
      let command = identity.map {
        Command(identity: "\($0)/\(ticket.id.text)", content: Array("\(act)".utf8))
      }
      let result = try await Command.$current.withValue(command) {
        try await trying(act, on: ticket, by: actor)
      }
      outcomes.append(BatchOutcome(ticket: ticket, result: result))
    }
    return outcomes
  }

  private func trying(
    _ act: BatchAct, on ticket: Ticket, by actor: Actor
  ) async throws -> BatchOutcome.Result {
    do {
      let changed = try await self.act(
        on: ticket.id, by: actor, seen: act.isAboutWhatWasRead ? ticket.version : nil,
        act.single(for: ticket))
      let entries = try await database.read { try $0.entryNumbers(of: .ticket, ticket.id.number) }
      // A ticket's version counts its facts.
      return .done(entry: entries[min(changed.version, entries.count) - 1])
    } catch let refusal as TicketRefusal {
      return .refused(refusal)
    } catch is RepeatedCommand {
      return .doneBefore
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      return .failed(error)
    }
  }
}

extension BatchAct {
  fileprivate var isAboutWhatWasRead: Bool {
    if case .reclassify = self { true } else { false }
  }

  fileprivate func single(for ticket: Ticket) -> TicketAct {
    switch self {
    case .assign(let person): return .assign(to: person)
    case .note(let text): return .write(text, to: .provider)
    case .confirm(let person): return .confirm(from: person)
    case .reclassify(let impact, let urgency, let accord, let reason):
      var qualification = Qualification(ticket.request)
      qualification.impact = impact
      qualification.urgency = urgency
      return .qualify(qualification, accord: accord, reason: reason)
    }
  }
}
