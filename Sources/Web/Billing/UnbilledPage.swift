import Maintenance
import Operations

extension Frame {
  /// What no invoice has billed yet, of one contract or of all, each with its reason.
  func unbilledPage(_ reading: UnbilledReading) -> HTML {
    let billing = words.billing
    let isOne = reading.agreement != nil
    let trail: [Crumb] =
      reading.agreement.map { agreement in
        [
          Crumb(name: words.contracts.title, path: "/contrats"),
          Crumb(name: agreement.clientName, path: "/contrats/\(agreement.id)"),
        ]
      } ?? [Crumb(name: words.invoicing.title, path: "/factures")]
    return shell.page(
      title: billing.title, trail: trail,
      lead: "\(billing.lead(formats.money(reading.toIssue), formats.money(reading.waiting)))",
      actions: !Visit.may(.bill)
        ? nil
        : """
        <a class="button" href="/factures/a-emettre">\(words.invoicing.toIssue)</a>
        """,
      reading.entries.isEmpty
        ? "<div class=\"empty\"><h2>\(billing.none)</h2></div>"
        : """
        \(table(
          billing.title,
          [
            .text(billing.month), .text(billing.what), .text(billing.why),
            .text(words.invoice.article), .number(billing.amount),
          ], rows: "\(each: reading.entries, { unbilledRow($0, isOne: isOne) })"))
        \(when: !reading.isWhole, """
          <p class="sub">\(billing.truncated(Operations.unbilledEntries))</p>
          """)
        """)
  }

  private func unbilledRow(_ entry: UnbilledEntry, isOne: Bool) -> HTML {
    let draft: Path = "/contrats/\(entry.agreement)/facture"
    return """
      <tr><td><a class="row" href="\(draft.asking("mois", entry.month.iso))">\
      \(formats.month(entry.month))</a>\
      \(when: !isOne, "<span class=\"sub\">\(entry.clientName)</span>")</td>
      <td>\(entry.designation.typesetInFrench)\
      \(when: !entry.references.tickets.isEmpty, counted(entry.references.tickets))</td>
      <td>\(why(entry))</td>
      <td>\(entry.citation.map { cite($0, in: entry.agreement) } ?? "–" as HTML)</td>
      <td class="num">\(entry.amount.map(formats.money) ?? "–")</td></tr>

      """
  }

  private func why(_ entry: UnbilledEntry) -> HTML {
    if let reason = entry.reason { return self.reason(reason, entry.detail) }
    if entry.isDue { return chip(words.billing.toIssue, .check, .good) }
    return chip(words.billing.monthNotOver(formats.day(entry.month.last)), .clock, .quiet)
  }

  private func reason(_ reason: LeftOut.Reason, _ detail: String?) -> HTML {
    let word = words.billing.reasons[reason] ?? reason.rawValue
    let more = detail.map { "<span class=\"sub\">\($0.typesetInFrench)</span>" as HTML }
    return switch reason {
    case .included, .alreadyBilled, .laterPeriod: "\(chip(word, .dot, .quiet))\(more)"
    case .missingIndex, .unpriced, .outsideContract: "\(chip(word, .alert, .bad))\(more)"
    default: "\(chip(word, .alert, .warning))\(more)"
    }
  }

  /// What a draft leaves out, below its lines.
  func leftOut(_ reading: InvoiceReading) -> HTML {
    let billing = words.billing
    let rows: [LeftOut] = Array(reading.draft.leftOut.prefix(Operations.unbilledEntries))
    guard !rows.isEmpty else { return "" }
    // What the flat fee covers is the rule: it stands folded, so that exceptions are seen.
    let covered = rows.filter { $0.reason == .included }
    let others = rows.filter { $0.reason != .included }
    return """
      <section aria-labelledby="reste"><h2 id="reste">\(billing.leftOut)</h2>
      \(when: !others.isEmpty, leftOutTable(others, in: reading.agreement.id))
      \(when: !covered.isEmpty, """
        <details class="fold"><summary>\(billing.covered(covered.count))</summary>\
        \(leftOutTable(covered, in: reading.agreement.id))</details>
        """)</section>
      """
  }

  private func leftOutTable(_ rows: [LeftOut], in agreement: ID<Agreement>) -> HTML {
    let billing = words.billing
    return table(
      billing.leftOut,
      [
        .text(billing.what), .text(billing.why), .text(words.invoice.article),
        .number(billing.amount),
      ],
      rows: "\(each: rows, { leftOutRow($0, in: agreement) })")
  }

  private func leftOutRow(_ left: LeftOut, in agreement: ID<Agreement>) -> HTML {
    let tickets = left.references.tickets
    return """
      <tr><td>\(left.designation.typesetInFrench)\
      \(when: !tickets.isEmpty, counted(tickets))</td>
      <td>\(reason(left.reason, left.detail))</td>
      <td>\(left.citation.map { cite($0, in: agreement) } ?? "–" as HTML)</td>
      <td class="num">\(left.amount.map(formats.money) ?? "–")</td></tr>

      """
  }

  /// What is left of the prepaid hours, and until when.
  func gauge(_ balance: PrepaidBalance) -> HTML {
    let said = said(balance)
    return """
      <p class="gauge"><meter min="0" max="\(balance.boughtMinutes)" \
      low="\(balance.boughtMinutes / 5)" value="\(max(0, balance.leftMinutes))" \
      aria-label="\(said)"></meter> <span>\(said)\
      \(balance.expires.map { " " + words.billing.expires(formats.day($0)) } ?? "")</span></p>
      """
  }

  /// What is left, or by how much more was drawn than was bought.
  private func said(_ balance: PrepaidBalance) -> String {
    let minutes = formats.duration(balance.leftMinutes * 60)
    guard balance.leftMinutes >= 0 else { return words.invoice.overdrawn(minutes) }
    return words.invoice.balance(minutes, formats.duration(balance.boughtMinutes * 60))
  }

  /// Tickets, each one click away.
  func counted(_ tickets: [(id: ID<Ticket>, number: Int, title: String)]) -> HTML {
    """
    <span class="sub">\(words.invoice.tickets)\(words.time.colon) \(each: tickets, { ticket in
      """
      <a href="/tickets/\(ticket.id)" title="\(ticket.title)">\
      \(words.tickets.ticket(ticket.number))</a> 
      """
    })</span>
    """
  }
}
