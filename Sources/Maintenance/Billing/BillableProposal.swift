/// An accepted proposal whose work is done: due once, whatever happens to its ticket later.
package struct BillableProposal: Hashable, Sendable {
  package var ticket: ID<Ticket>
  package var ticketNumber: Int
  /// Before VAT.
  package var price: Money
  package var acceptedBy: String
  package var dueAt: Instant
}

extension Ticket {
  package var billableProposals: [BillableProposal] {
    proposals.compactMap { proposal in
      guard let dueAt = proposal.doneAt, let answer = proposal.answer else { return nil }
      return BillableProposal(
        ticket: id, ticketNumber: number, price: proposal.price, acceptedBy: answer.by,
        dueAt: dueAt)
    }
  }
}

extension Terms {
  /// One line a proposal that became due in the month.
  func proposalLines(_ month: Month, _ proposals: [BillableProposal]) -> [InvoiceLine] {
    proposals
      .filter { Month(containing: contract.zone.day(at: $0.dueAt)) == month }
      .map { proposal in
        InvoiceLine(
          kind: .proposal(proposal), quantity: FixedPoint(1), unitPrice: proposal.price,
          amount: proposal.price,
          citation: citation(
            "prix.devis",
            Reason(.proposalAccepted, [String(proposal.ticketNumber), proposal.acceptedBy])),
          tickets: [])
      }
  }
}
