/// An accepted proposal whose work is done: due once, whatever happens to its ticket later.
package struct BillableProposal: Hashable, Sendable {
  package var ticket: ID<Ticket>
  package var ticketNumber: Int
  package var ticketTitle: String
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
        ticket: id, ticketNumber: number, ticketTitle: request.title, price: proposal.price,
        acceptedBy: answer.by, dueAt: dueAt)
    }
  }
}

extension Terms {
  /// One line a proposal that became due in the month.
  func proposalLines(_ month: Month, _ proposals: [BillableProposal]) -> [InvoiceLine] {
    proposals.compactMap { proposal -> InvoiceLine? in
      let day = contract.zone.day(at: proposal.dueAt)
      guard Month(containing: day) == month else { return nil }
      let number = proposal.ticketNumber
      return InvoiceLine(
        kind: .proposal,
        designation: "Proposition du ticket \(number), acceptée par \(proposal.acceptedBy)",
        citation: citation(
          "prix.devis", Reason(.proposalAccepted, [String(number), proposal.acceptedBy])),
        period: day...day, quantity: FixedPoint(1), unit: .piece("proposition"),
        unitPrice: proposal.price.euros, net: proposal.price, vat: contract.price.vatTreatment,
        references: [.ticket(proposal.ticket, number: number, title: proposal.ticketTitle)],
        claims: [
          BillingClaim("devis/\(proposal.ticket.text)/\(proposal.dueAt.iso)", day...day)
        ])
    }
  }
}
