import Maintenance
import Operations

extension Frame {
  /// An invoice as it was issued, what was paid, and every act upon it with its receipt.
  ///
  /// `typed` is what a refused form held.
  func issuedInvoicePage(
    _ reading: InvoicePageReading, _ handover: HandoverReading, typed: [String: String] = [:]
  ) -> HTML {
    let invoicing = words.invoicing
    let invoice = reading.invoice
    let content = invoice.content
    let kind = invoicing.kinds[content.kind] ?? ""
    return shell.page(
      title: "\(kind) \(content.number.text)",
      trail: (Visit.isClient ? [] : [Crumb(name: invoicing.title, path: "/factures")]) + [
        Crumb(name: content.buyer.name, path: "/contrats/\(invoice.agreement)"),
        Crumb(name: words.ledger.title, path: "/contrats/\(invoice.agreement)/compte"),
      ],
      lead: """
        \(formats.money(content.gross)) · \(invoiceStanding(invoice.standing(on: reading.today)))
        """,
      actions: """
        <a class="button primary" href="/factures/\(invoice.id)/facture.pdf">\(invoicing.pdf)</a>\
        <a class="button" href="/factures/\(invoice.id)/facture.xml">\(invoicing.xml)</a>\
        <a class="button" href="/factures/\(invoice.id)/facture.ubl">\(invoicing.ubl)</a>
        """,
      """
      \(lateNotice(reading))
      <div class="two"><div>
      \(invoiceFacts(invoice))
      \(invoiceLines(invoice))
      <section aria-labelledby="historique"><h2 id="historique">\(invoicing.history)</h2>
      \(timeline(reading.facts, reading.entries, of: invoice.agreement))</section>
      </div><div class="beside">
      \(when: !content.kind.isCredit, payments(reading, typed))
      \(handoverPanel(handover, of: invoice.id))
      \(letters(invoice))
      \(when: Visit.may(.bill), invoiceForms(reading, typed))
      </div></div>
      """)
  }

  /// Letters of reminders that were sent.
  private func letters(_ invoice: Invoice) -> HTML {
    let kept = invoice.reminders.enumerated().filter { $0.element.letter != nil }
    guard !kept.isEmpty else { return "" }
    return """
      <section class="panel" aria-labelledby="lettres"><h2 id="lettres">\(words.ledger.letters)</h2>
      <ul class="plain-list">\(each: kept, { place, reminder in
        """
        <li><a href="/factures/\(invoice.id)/relances/\(place + 1)">\
        \(words.ledger.letter(formats.day(reminder.day)))</a> \
        <span class="soft">\(words.invoicing.tones[reminder.tone] ?? "")</span></li>
        """
      })</ul></section>
      """
  }

  private func lateNotice(_ reading: InvoicePageReading) -> HTML? {
    let invoicing = words.invoicing
    if let missing = reading.missingRate {
      return notice(.warning, invoicing.lateUnknown(missing.french))
    }
    guard let late = reading.late else { return nil }
    let stretches = late.stretches.map {
      invoicing.lateRate(
        formats.day($0.days.lowerBound), formats.day($0.days.upperBound),
        formats.money($0.balance), formats.number($0.rate) + "\u{A0}%")
    }
    return notice(
      .warning,
      invoicing.late(late.days, formats.money(late.interest), formats.money(late.indemnity)),
      stretches.joined(separator: " "))
  }

  private func invoiceFacts(_ invoice: Invoice) -> HTML {
    let invoicing = words.invoicing
    let content = invoice.content
    let corrections = invoice.credits.map { ($0.note, $0.number) }
    return """
      <dl class="facts wide"><dt>\(invoicing.issued)</dt><dd>\(formats.day(content.issued))</dd>
      \(when: !content.kind.isCredit, """
        <dt>\(invoicing.due)</dt><dd>\(formats.day(content.due))</dd>
        """)\
      <dt>\(words.shell.client)</dt><dd>\(content.buyer.name)</dd>
      \(invoice.corrected.map { corrected in
        """
        <dt>\(invoicing.corrects)</dt><dd><a href="/factures/\(corrected)">\
        \(content.preceding.first?.number ?? "")</a></dd>
        """
      })\(when: content.settlesDeposit && invoice.corrected == nil, """
        <dt>\(words.credits.settles)</dt>\
        <dd>\(content.preceding.map(\.number).joined(separator: ", "))</dd>
        """)\(invoice.replacement.map { other in
        """
        <dt>\(words.credits.replacedBy)</dt>\
        <dd><a href="/factures/\(other.invoice)">\(other.number)</a></dd>
        """
      })\(each: corrections, { note, number in
        """
        <dt>\(invoicing.corrected)</dt><dd><a href="/factures/\(note)">\(number)</a></dd>
        """
      })</dl>
      """
  }

  private func invoiceLines(_ invoice: Invoice) -> HTML {
    let content = invoice.content
    let word = words.invoice
    return table(
      word.draft, kind: "lines",
      [
        .text(word.line), .text(word.article), .number(word.quantity), .number(word.unitPrice),
        .number(word.amount),
      ],
      rows: "\(each: content.lines, { line($0, invoice.agreement) })",
      totals: """
        \(total(word.net, content.net))
        \(each: content.vatTotals, { vat in
          total(word.vat(formats.number(vat.treatment.rate)), vat.vat)
        })\(total(word.gross, content.gross, isLast: true))
        """)
  }

  private func line(_ line: InvoiceContent.Line, _ agreement: ID<Agreement>) -> HTML {
    """
    <tr><td>\(line.name)<span class="sub">\(line.detail)</span></td>
    <td>\(cite(line.citation, in: agreement))</td>
    <td class="num">\(quantity(line))</td><td class="num">\(unitPrice(line))</td>
    <td class="num">\(formats.money(line.net))</td></tr>

    """
  }

  private func quantity(_ line: InvoiceContent.Line) -> String {
    guard line.unit.code == "MIN" else { return formats.number(line.quantity) }
    return formats.duration(Int(line.quantity.millionths / 1_000_000) * 60)
  }

  private func unitPrice(_ line: InvoiceContent.Line) -> String {
    let price =
      line.unitPrice.millionths % 10_000 == 0
      ? formats.money(Money(cents: line.unitPrice.millionths / 10_000))
      : formats.number(line.unitPrice) + "\u{A0}€"
    guard line.priceBase != 1 else { return price }
    return line.unit.code == "MIN" && line.priceBase == 60
      ? "\(price)\u{A0}/\u{A0}h" : "\(price)\u{A0}/\u{A0}\(line.priceBase)"
  }

  private func payments(_ reading: InvoicePageReading, _ typed: [String: String]) -> HTML {
    let invoicing = words.invoicing
    let invoice = reading.invoice
    return """
      <section class="panel" aria-labelledby="paiements"><h2 id="paiements">\
      \(invoicing.payments)</h2>
      <dl class="facts"><dt>\(invoicing.balance)</dt><dd>\(formats.money(invoice.balance))</dd></dl>
      \(invoice.payments.isEmpty ? "<p>\(invoicing.noPayment)</p>" : """
        <ul class="plain-list">\(each: invoice.payments, { payment in
          """
          <li>\(formats.day(payment.day)) · \(formats.money(payment.amount)) · \
          \(invoicing.meansNames[payment.means] ?? payment.means) \
          <span class="soft">\(payment.reference)</span></li>
          """
        })</ul>
        """)
      \(when: invoice.balance.cents > 0 && Visit.may(.bill), paymentForm(reading, typed))\
      \(when: invoice.balance.cents < 0 && invoice.paid.cents > 0 && Visit.may(.bill),
        refundForm(reading, typed))\
      </section>
      """
  }
}
