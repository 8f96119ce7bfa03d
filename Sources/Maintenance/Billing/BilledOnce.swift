extension BillableFacts {
  /// A draft without what an invoice has billed; each such line is told instead. Of a ticket's
  /// hours billed in part, the rest is priced anew.
  func withoutBilled(_ draft: InvoiceDraft) -> InvoiceDraft {
    guard !billed.isEmpty else { return draft }
    let bySubject = Dictionary(grouping: billed, by: \.subject)
    func isBilled(_ claim: BillingClaim) -> Bool {
      bySubject[claim.subject]?.contains(where: claim.overlaps) ?? false
    }
    var rest = draft
    rest.lines = []
    var resumed: Set<ID<Ticket>> = []
    for line in draft.lines {
      guard line.claims.contains(where: isBilled) else {
        rest.lines.append(line)
        continue
      }
      if line.kind == .time, !line.claims.allSatisfy(isBilled) {
        resumed.formUnion(line.tickets.map(\.id))
      }
      rest.leftOut.append(
        LeftOut(
          reason: .alreadyBilled, kind: line.kind, designation: line.designation,
          citation: line.citation, references: line.references, claims: line.claims,
          amount: line.net))
    }
    guard !resumed.isEmpty else { return rest }
    rest.lines.removeAll { line in
      line.kind == .time && line.tickets.contains { resumed.contains($0.id) }
    }
    do throws(RevisionRefusal) {
      let hourly = try hourlyWork(draft.month).filter {
        resumed.contains($0.ticket) && !isBilled($0.claim(in: zone))
      }
      for work in hourly.byTicket {
        rest.lines += try TimePricing(facts: self, month: draft.month).lines(of: work)
      }
    } catch {
      rest.leftOut.append(
        LeftOut(
          reason: .missingIndex, kind: .time, designation: "Travail du mois", detail: error.french))
    }
    return rest
  }

  /// Work of a month that is billed by the hour.
  private func hourlyWork(_ month: Month) throws(RevisionRefusal) -> [BillableWork] {
    let routing = WorkRouting(self, until: month.last)
    let packs = try PackPricing(self, month, routing.prepaid)
    return (routing.hourly + packs.hourly).filter { self.month(of: $0) == month }
  }
}

extension [BillableWork] {
  /// The works of each ticket, in the order of time.
  var byTicket: [[BillableWork]] {
    Dictionary(grouping: self, by: \.ticket).sorted { $0.key < $1.key }.map {
      $0.value.sorted { ($0.at, $0.index) < ($1.at, $1.index) }
    }
  }
}
