import Maintenance
import Operations

extension Frame {
  /// A month's draft, each line with the article that makes it due and the tickets it counts.
  func invoicePage(_ reading: InvoiceReading) -> HTML {
    let invoice = words.invoice
    let draft = reading.draft
    let months: Path = "/contrats/\(reading.agreement.id)/facture"
    let isFirst = draft.month <= Month(containing: reading.terms.contract.term.start)
    return shell.page(
      title: invoice.title(formats.month(draft.month)),
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: reading.agreement.clientName, path: "/contrats/\(reading.agreement.id)"),
      ],
      lead: "\(invoice.lead(formats.money(draft.gross)))",
      actions: """
        \(when: !isFirst, """
          <a class="button" href="\(months.asking("mois", draft.month.previous.iso))">\
          \(invoice.previous)</a>
          """)\
        <a class="button" href="\(months.asking("mois", draft.month.next.iso))">\(invoice.next)</a>
        """,
      """
      \(reading.balance.map(balance))
      \(when: leavesOutSurcharges(reading), notice(.warning, words.invoice.surchargesLeftOut))
      \(draft.lines.isEmpty ? "<div class=\"empty\"><p>\(invoice.none)</p></div>" : lines(reading))
      """)
  }

  /// Hours are billed at the plain rate although the contract has others.
  private func leavesOutSurcharges(_ reading: InvoiceReading) -> Bool {
    let rates = reading.terms.contract.price.timeAndMaterials
    let hasSurcharge = rates?.eveningSurcharge != nil || rates?.nightSurcharge != nil
    return hasSurcharge
      && reading.draft.lines.contains { line in
        if case .hours = line.kind { true } else { false }
      }
  }

  private func balance(_ balance: PrepaidBalance) -> HTML {
    let said = said(balance)
    return """
      <p class="gauge"><meter min="0" max="\(balance.boughtMinutes)" \
      low="\(balance.boughtMinutes / 5)" value="\(max(0, balance.leftMinutes))" \
      aria-label="\(said)"></meter> \(said)</p>
      """
  }

  /// What is left, or by how much more was drawn than was bought.
  private func said(_ balance: PrepaidBalance) -> String {
    let minutes = formats.duration(balance.leftMinutes * 60)
    guard balance.leftMinutes >= 0 else { return words.invoice.overdrawn(minutes) }
    return words.invoice.balance(minutes, formats.duration(balance.boughtMinutes * 60))
  }

  private func lines(_ reading: InvoiceReading) -> HTML {
    let invoice = words.invoice
    let draft = reading.draft
    return table(
      invoice.draft, kind: "lines",
      [
        .text(invoice.line), .text(invoice.article), .number(invoice.quantity),
        .number(invoice.unitPrice), .number(invoice.amount),
      ],
      rows: "\(each: draft.lines, { line($0, reading) })",
      totals: """
        \(total(invoice.net, draft.net))
        \(total(invoice.vat(formats.number(draft.vatRate)), draft.vat))
        \(total(invoice.gross, draft.gross, isLast: true))
        """)
  }

  /// The foot of a table of five columns, the last an amount.
  func total(_ word: String, _ amount: Money, isLast: Bool = false) -> HTML {
    """
    <tr\(when: isLast, " class=\"total\"")><th scope="row" colspan="4">\(word)</th>\
    <td class="num">\(formats.money(amount))</td></tr>
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
      <span class="sub">\(words.invoice.tickets)\(words.time.colon) \(each: tickets, { work in
        """
        <a href="/tickets/\(work.ticket)" title="\(work.ticketTitle)">\
        \(words.tickets.ticket(work.ticketNumber))</a> 
        """
      })</span>
      """
  }
}
