import Maintenance
import Operations

extension Frame {
  /// A month's draft, each line with the article that makes it due and the tickets it counts.
  func invoicePage(_ reading: InvoiceReading) -> HTML {
    let invoice = words.invoice
    let draft = reading.draft
    let months: Path = "/contrats/\(reading.agreement.id)/facture"
    let isFirst = draft.month <= reading.agreement.firstBilledMonth(under: reading.terms)
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
        <a class="button" href="\(months.asking("mois", draft.month.next.iso))">\(invoice.next)</a>\
        <a class="button" href="/contrats/\(reading.agreement.id)/reste">\(words.billing.link)</a>\
        <a class="button" href="/contrats/\(reading.agreement.id)/parc">\(words.counts.title)</a>\
        \(when: draft.isWorthBilling && Visit.may(.bill), issueForm(reading))
        """,
      """
      \(reading.balance.map(gauge))
      \(draft.lines.isEmpty ? "<div class=\"empty\"><p>\(invoice.none)</p></div>" : lines(reading))
      \(leftOut(reading))
      """)
  }

  private func issueForm(_ reading: InvoiceReading) -> HTML {
    """
    <form method="post" action="\(shell.once("/factures"))">\
    <input type="hidden" name="contrat" value="\(reading.agreement.id.text)">\
    <input type="hidden" name="mois" value="\(reading.draft.month.iso)">\
    <button class="primary" type="submit">\(words.invoicing.issue)</button></form>
    """
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
        \(each: draft.vatTotals, { vat($0) })
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

  /// One for each treatment, with the mention that the law asks for where there is no VAT.
  private func vat(_ vat: VATTotal) -> HTML {
    total(
      vat.treatment.exemption?.typesetInFrench
        ?? words.invoice.vat(formats.number(vat.treatment.rate)), vat.vat)
  }

  private func line(_ line: InvoiceLine, _ reading: InvoiceReading) -> HTML {
    """
    <tr><td>\(line.designation.typesetInFrench)\
    <span class="sub">\(words.invoice.period(days(line.period)))</span>\
    \(when: !line.tickets.isEmpty, counted(line.tickets))</td>
    <td>\(cite(line.citation, in: reading.agreement.id))</td>
    <td class="num">\(quantity(line))</td>
    <td class="num">\(formats.price(line.unitPrice))</td>
    <td class="num">\(formats.money(line.net))</td></tr>

    """
  }

  private func days(_ period: ClosedRange<Day>) -> String {
    let month = Month(containing: period.lowerBound)
    if period == month.first...month.last { return formats.month(month) }
    if period.days == 1 { return formats.day(period.lowerBound) }
    return words.invoice.days(formats.day(period.lowerBound), formats.day(period.upperBound))
  }

  /// Hours for minutes; in proportion, so many of the days of the period.
  private func quantity(_ line: InvoiceLine) -> String {
    if line.unit == .minute {
      return formats.duration(Int(line.quantity.millionths / 1_000_000) * 60)
    }
    guard line.priceBase > 1 else { return formats.number(line.quantity) }
    return "\(formats.number(line.quantity))\u{A0}/\u{A0}\(line.priceBase)"
  }
}
