import Maintenance
import Store

extension Operations {
  /// Tickets looked at in one round, so that a long silence does not hold up the schedule.
  private static let escalatedAtOnce = 500
  private static let batch = 50

  /// Records who is told of the delays that near their end or are over: each step once, whichever
  /// node comes first and whenever it was started. Late steps are told late, never left out.
  func escalateDue() async throws {
    try await planEscalations()
    let instant = now()
    let due = try await database.read {
      try $0.escalationsDue(at: instant, limit: Operations.escalatedAtOnce)
    }
    for id in due { try await escalate(id, at: instant) }
  }

  /// Finds the next step of tickets that changed since it was last found.
  private func planEscalations() async throws {
    let ids = try await database.read {
      try $0.ticketsToEscalate(limit: Operations.escalatedAtOnce)
    }
    for start in stride(from: 0, to: ids.count, by: Operations.batch) {
      let some = ids[start..<min(start + Operations.batch, ids.count)]
      try await database.write { transaction in
        for id in some {
          let (ticket, terms) = try escalated(id, in: transaction.reader)
          try transaction.noteEscalation(
            of: ticket, due: terms.escalationSteps(of: ticket).first?.due)
        }
      }
    }
  }

  private func escalate(_ id: ID<Ticket>, at instant: Instant) async throws {
    try await database.write { transaction in
      // Another node at the same ticket waits, and then finds its steps told.
      try transaction.lock(try transaction.reader.existing(id).agreement)
      let (read, terms) = try escalated(id, in: transaction.reader)
      var ticket = read
      let steps = terms.escalationSteps(of: ticket).filter { $0.due <= instant }
      if !steps.isEmpty {
        let change = try ticket.escalated(
          steps, under: terms, onCall: try onCall(at: instant, in: transaction.reader),
          by: .system, at: instant)
        try transaction.save(change)
        ticket = change.state
        try tellEscalations(
          Array(ticket.escalations.suffix(steps.count)), of: ticket, under: terms,
          in: transaction, at: instant)
      }
      try transaction.noteEscalation(
        of: ticket, due: terms.escalationSteps(of: ticket).first?.due)
    }
  }

  private func escalated(_ id: ID<Ticket>, in reader: Reader) throws -> (Ticket, Terms) {
    let ticket = try reader.existing(id)
    let agreement = try reader.existing(ticket.agreement)
    return (ticket, try terms(of: agreement, version: ticket.contractVersion, in: reader))
  }

  private func onCall(at instant: Instant, in reader: Reader) throws -> ToldPerson? {
    guard let shift = try reader.shift(at: instant) else { return nil }
    let email = try reader.account(shift.account)?.email
    return ToldPerson(name: shift.name, ground: .onCall, email: email)
  }
}
