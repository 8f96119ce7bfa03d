/// Penalties of the month as credits on its price; what is no credit is told apart.
struct PenaltyCredits {
  private(set) var lines: [InvoiceLine] = []
  private(set) var leftOut: [LeftOut] = []

  init(_ facts: BillableFacts, _ month: Month) {
    let days = month.first...month.last
    for (index, reading) in facts.penalties.enumerated() where reading.due > .zero {
      let version = facts.governing(on: month.last)
      let citation =
        reading.lines.first?.citation
        ?? version.terms.citation("niveaux_de_service.penalites", Reason(.priced))
      var seen: Set<ID<Ticket>> = []
      let references = reading.lines.filter { seen.insert($0.ticket).inserted }.map {
        LineReference.ticket($0.ticket, number: $0.ticketNumber, title: "")
      }
      let id = reading.penalty.id.isEmpty ? String(index + 1) : reading.penalty.id
      let designation = "Pénalité de retard de \(month.french)"
      let reason: LeftOut.Reason? =
        if reading.needsFormalNotice { .formalNotice } else if reading.penalty.nature == .indemnity
        {
          .indemnity
        } else if reading.penalty.nature == nil { .unpriced } else { nil }
      let claims = [BillingClaim("penalite/\(id)", days)]
      if let reason {
        leftOut.append(
          LeftOut(
            reason: reason, kind: .penalty, designation: designation, citation: citation,
            references: references, claims: claims, amount: reading.due))
        continue
      }
      lines.append(
        InvoiceLine(
          kind: .penalty, designation: designation, citation: citation, period: days,
          quantity: FixedPoint(-1), unit: .piece("avoir"), unitPrice: reading.due.euros,
          net: .zero - reading.due, vat: version.terms.contract.price.vatTreatment,
          references: references, claims: claims))
    }
  }
}
