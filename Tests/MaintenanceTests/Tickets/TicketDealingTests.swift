import Maintenance
import Testing

struct TicketDealingTests {
  private let agent = SampleContract.technician
  private let opening = paris("2026-11-23 09:00")

  private func proposed() throws -> Ticket {
    try SampleContract.opened(SampleContract.request(exclusion: "tiers"), at: opening).proposing(
      "Reprise du paramétrage", price: Money(cents: 24_000), until: day("2026-11-30"), in: .paris,
      by: agent, at: opening + 60
    ).state
  }

  private func answered(
    _ ticket: Ticket, _ kind: ClientAnswer.Kind, reason: String = "", at instant: Instant
  ) throws -> Ticket {
    try ticket.answering(
      proposal: 1, kind, from: "Jeanne Morel", reason: reason, in: .paris, by: agent, at: instant
    ).state
  }

  @Test func `an accepted proposal is due once, at the resolution that follows`() throws {
    let accepted = try answered(proposed(), .accepted, at: opening + 120)
    #expect(accepted.awaitedAnswers == 0)
    #expect(accepted.billableProposals.isEmpty)
    let resolved = try accepted.resolved("Fait", cause: .other, by: agent, at: opening + 600).state
    let due = try #require(resolved.billableProposals.first)
    #expect(due.price == Money(cents: 24_000))
    #expect(due.acceptedBy == "Jeanne Morel")
    #expect(due.dueAt == opening + 600)
    let again = try resolved.reopened(
      "Pas tout à fait", under: SampleContract.terms, by: agent, at: opening + 700
    ).state.resolved("Fait", cause: .other, by: agent, at: opening + 40 * 86_400).state
    #expect(again.billableProposals == resolved.billableProposals)
    let draft = SampleContract.terms.invoiceDraft(
      for: Month(containing: day("2026-11-23")), work: [], proposals: again.billableProposals)
    #expect(draft.lines.last?.net == Money(cents: 24_000))
    let next = SampleContract.terms.invoiceDraft(
      for: Month(containing: day("2026-12-23")), work: [], proposals: again.billableProposals)
    #expect(next.net == draft.net - Money(cents: 24_000))
  }

  @Test func `a proposal is answered once, in time, and a refusal says why`() throws {
    let ticket = try proposed()
    #expect(ticket.awaitedAnswers == 1)
    #expect(throws: TicketRefusal.proposalExpired) {
      try answered(ticket, .accepted, at: paris("2026-12-01 00:00"))
    }
    #expect(throws: TicketRefusal.reasonNeeded) { try answered(ticket, .declined, at: opening) }
    #expect(throws: TicketRefusal.unknownProposal) { try answered(ticket, .silent, at: opening) }
    let declined = try answered(ticket, .declined, reason: "Trop cher", at: opening + 90)
    #expect(throws: TicketRefusal.alreadyAnswered) {
      try answered(declined, .accepted, at: opening + 100)
    }
    #expect(
      try declined.resolved("Clos", cause: .other, by: agent, at: opening + 200).state
        .billableProposals.isEmpty)
    for cents: Int64 in [0, -1, 100_000_001] {
      #expect(throws: TicketRefusal.priceOutOfBounds) {
        try ticket.proposing(
          "x", price: Money(cents: cents), until: day("2026-12-01"), in: .paris, by: agent,
          at: opening)
      }
    }
  }

  @Test func `silence after a warning is told only after two reminders and a day`() throws {
    var ticket = try SampleContract.opened(at: opening).warning(
      of: "Plus de sauvegarde", consequence: "Perte des plans", recommendation: "Un disque",
      price: Money(cents: 18_000), by: agent, at: opening
    ).state
    func answer(_ kind: ClientAnswer.Kind, at instant: Instant) throws -> Ticket {
      try ticket.answering(
        warning: 1, kind, from: "", reason: "", by: agent, at: instant
      ).state
    }
    ticket = try ticket.reminding(of: 1, by: agent, at: opening + 86_400).state
    #expect(throws: TicketRefusal.silenceTooEarly) {
      try answer(.silent, at: opening + 10 * 86_400)
    }
    ticket = try ticket.reminding(of: 1, by: agent, at: opening + 3 * 86_400).state
    #expect(throws: TicketRefusal.silenceTooEarly) {
      try answer(.silent, at: opening + 345_599)
    }
    #expect(throws: TicketRefusal.nameOutOfBounds) { try answer(.accepted, at: opening) }
    let silent = try answer(.silent, at: opening + 4 * 86_400)
    #expect(silent.warnings.first?.answer?.kind == .silent)
    #expect(silent.awaitedAnswers == 0)
    #expect(throws: TicketRefusal.unknownWarning) {
      try ticket.reminding(of: 2, by: agent, at: opening)
    }
  }

  @Test func `tickets of one agreement are tied once, each by its side of the tie`() throws {
    let ticket = try SampleContract.opened(at: opening)
    let other = try Ticket.opened(
      SampleContract.request(), id: ID(number: 43), number: 2, agreement: SampleContract.agreement,
      under: SampleContract.terms, prepaidMinutesLeft: nil, by: agent, at: opening
    ).state
    let tied = try ticket.linked(to: other, as: .causedBy, by: agent, at: opening).state
    #expect(tied.links.map(\.number) == [2])
    #expect(throws: TicketRefusal.alreadyLinked) {
      try tied.linked(to: other, as: .related, by: agent, at: opening)
    }
    #expect(throws: TicketRefusal.unknownTicket) {
      try tied.linked(to: tied, as: .related, by: agent, at: opening)
    }
    for kind in TicketLink.Kind.allCases { #expect(kind.inverse.inverse == kind) }
  }
}
