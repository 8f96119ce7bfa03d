import Maintenance
import Operations

extension Frame {
  /// A month's draft, each line with the article that makes it due and the tickets it counts.
  func invoicePage(_ reading: InvoiceReading) -> HTML {
    let invoice = words.invoice
    let draft = reading.draft
    let path: Path = "/contrats/\(reading.agreement.id)"
    let months: Path = "/contrats/\(reading.agreement.id)/facture"
    let isFirst = draft.month <= Month(containing: reading.terms.contract.term.start)
    return shell.page(
      title: invoice.title(formats.month(draft.month)),
      lead: """
        \(chip(invoice.draft, .dot, .warning)) <a href="\(path)">\(reading.agreement.clientName)\
        </a> · \
        \(invoice.lead(formats.money(draft.gross)))
        """,
      actions: """
        \(when: !isFirst, """
          <a class="button" href="\(months.asking("mois", draft.month.previous.iso))">\
          \(invoice.previous)</a>
          """)\
        <a class="button" href="\(months.asking("mois", draft.month.next.iso))">\(invoice.next)</a>
        """,
      """
      \(reading.balance.map(balance))
      \(draft.lines.isEmpty ? "<div class=\"empty\"><p>\(invoice.none)</p></div>" : lines(reading))
      """)
  }

  private func balance(_ balance: PrepaidBalance) -> HTML {
    let left = formats.duration(balance.leftMinutes * 60)
    let bought = formats.duration(balance.boughtMinutes * 60)
    return """
      <p class="gauge"><meter min="0" max="\(balance.boughtMinutes)" \
      low="\(balance.boughtMinutes / 5)" \
      value="\(max(0, balance.leftMinutes))">\(left)\
      </meter> \(words.invoice.balance(left, bought))</p>
      """
  }

  private func lines(_ reading: InvoiceReading) -> HTML {
    let invoice = words.invoice
    let draft = reading.draft
    return """
      <div class="scroll" role="region" aria-label="\(invoice.draft)" tabindex="0">\
      <table class="list">
      <thead><tr><th scope="col">\(invoice.line)</th><th scope="col">\(invoice.article)</th>\
      <th scope="col" class="num">\(invoice.quantity)</th>\
      <th scope="col" class="num">\(invoice.unitPrice)</th>\
      <th scope="col" class="num">\(invoice.amount)</th></tr></thead>
      <tbody>\(each: draft.lines, { line($0, reading) })</tbody>
      <tfoot>
      <tr><th scope="row" colspan="4">\(invoice.net)</th>\
      <td class="num">\(formats.money(draft.net))</td></tr>
      <tr><th scope="row" colspan="4">\(invoice.vat(formats.number(draft.vatRate)))</th>\
      <td class="num">\(formats.money(draft.vat))</td></tr>
      <tr class="total"><th scope="row" colspan="4">\(invoice.gross)</th>\
      <td class="num">\(formats.money(draft.gross))</td></tr>
      </tfoot></table></div>
      """
  }

  private func line(_ line: InvoiceLine, _ reading: InvoiceReading) -> HTML {
    """
    <tr><td>\(words.invoice.kind(line.kind, formats))\
    \(when: !line.tickets.isEmpty, counted(line.tickets))</td>
    <td>\(cite(line.citation, in: reading.agreement.id))</td>
    <td class="num">\(quantity(line))</td>
    <td class="num">\(formats.money(line.unitPrice))</td>
    <td class="num">\(formats.money(line.amount))</td></tr>

    """
  }

  private func quantity(_ line: InvoiceLine) -> String {
    switch line.kind {
    case .hours(let minutes), .prepaidDrawn(let minutes): formats.duration(minutes * 60)
    default: formats.number(line.quantity)
    }
  }

  /// The tickets that a line counts, each one click away.
  private func counted(_ work: [BillableWork]) -> HTML {
    var seen: Set<ID<Ticket>> = []
    let tickets = work.filter { seen.insert($0.ticket).inserted }
    return """
      <span class="sub">\(words.invoice.tickets) : \(each: tickets, { work in
        """
        <a href="/tickets/\(work.ticket.text)" title="\(work.ticketTitle)">\
        \(words.tickets.ticket(work.ticketNumber))</a> 
        """
      })</span>
      """
  }
}
