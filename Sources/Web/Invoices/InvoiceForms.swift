import Maintenance
import Operations

/// The forms of one invoice: each opens on demand, without a script.
extension Frame {
  func paymentForm(_ reading: InvoicePageReading, _ typed: [String: String]) -> HTML {
    let invoicing = words.invoicing
    let invoice = reading.invoice
    let means = ["virement", "prelevement", "cheque", "carte", "especes"].map {
      (value: $0, word: invoicing.meansNames[$0] ?? $0)
    }
    let day = typed["jour"] ?? reading.today.iso
    let amount = typed["montant"] ?? plain(invoice.balance)
    return invoiceForm(
      invoice, "paiements", invoicing.recordPayment, isOpen: typed["montant"] != nil,
      """
      \(field(invoicing.day, id: "jour", """
        <input type="date" name="jour" id="jour" value="\(day)" required>
        """))
      \(field(invoicing.amount, id: "montant", """
        <input name="montant" id="montant" inputmode="decimal" maxlength="20" \
        autocomplete="off" value="\(amount)" required>
        """))
      \(field(invoicing.means, id: "moyen", choice(
        "moyen", id: "moyen", chosen: typed["moyen"], means)))
      \(textField(invoicing.reference, "reference", typed))
      """)
  }

  /// What was paid beyond what is owed, to be given back.
  func refundForm(_ reading: InvoicePageReading, _ typed: [String: String]) -> HTML {
    let invoicing = words.invoicing
    let invoice = reading.invoice
    let owed = Money(cents: min(-invoice.balance.cents, invoice.paid.cents))
    return """
      <p>\(words.credits.refundLead(formats.money(owed)))</p>
      \(invoiceForm(
        invoice, "remboursements", words.credits.refund, isOpen: typed["rendu"] != nil,
        """
        \(field(invoicing.day, id: "jour", """
          <input type="date" name="jour" id="jour" value="\(typed["jour"] ?? reading.today.iso)" \
          required>
          """))
        \(field(invoicing.amount, id: "rendu", """
          <input name="rendu" id="rendu" inputmode="decimal" maxlength="20" autocomplete="off" \
          value="\(typed["rendu"] ?? plain(owed))" required>
          """))
        \(textField(invoicing.reference, "reference", typed))
        """))
      """
  }

  func invoiceForms(_ reading: InvoicePageReading, _ typed: [String: String]) -> HTML {
    let invoicing = words.invoicing
    let invoice = reading.invoice
    let isCredit = invoice.content.kind.isCredit
    let tones = Invoice.Reminder.Tone.allCases.map {
      (value: $0.rawValue, word: invoicing.tones[$0] ?? $0.rawValue)
    }
    let isLate = invoice.standing(on: reading.today) == .late
    return """
      <section class="panel acts">
      \(invoiceForm(
        invoice, "envois", invoicing.send,
        isOpen: typed["destinataire"] != nil && typed["ton"] == nil,
        textField(invoicing.sentTo, "destinataire", typed, hint: invoicing.sendHint)))
      \(when: isLate, invoiceForm(
        invoice, "relances", invoicing.remind, isOpen: typed["ton"] != nil,
        """
        \(field(invoicing.tone, id: "ton", choice("ton", id: "ton", chosen: typed["ton"], tones)))
        \(field(invoicing.sentTo, id: "relance", hint: words.ledger.remindHint, """
          <input name="destinataire" id="relance" maxlength="200" \
          value="\(invoice.content.buyer.email ?? "")" autocomplete="off" \
          aria-describedby="relance-aide" required>
          """))
        <p>\(words.ledger.preview)\(words.time.colon) \(each: tones, { tone in
          """
          <a href="\(Path("/factures/\(invoice.id)/lettre").asking("ton", tone.value))">\
          \(tone.word)</a> 
          """
        })</p>
        """))
      \(when: !isCredit && invoice.replacement == nil, invoiceForm(
        invoice, "avoirs", invoicing.credit, isOpen: typed["motif"] != nil,
        """
        \(textField(invoicing.reason, "motif", typed, hint: invoicing.creditHint))
        <p><a href="/factures/\(invoice.id)/avoir">\(words.credits.link)</a></p>
        """))
      \(when: invoice.isReplaceable, invoiceForm(
        invoice, "remplacements", words.credits.replace, isOpen: typed["erreur"] != nil,
        textField(invoicing.reason, "erreur", typed, hint: words.credits.replaceHint)))
      </section>
      """
  }

  func textField(
    _ label: String, _ name: String, _ typed: [String: String], hint: String? = nil
  ) -> HTML {
    field(
      label, id: name, hint: hint,
      """
      <input name="\(name)" id="\(name)" maxlength="200" autocomplete="off" \
      value="\(typed[name] ?? "")"\(when: hint != nil, " aria-describedby=\"\(name)-aide\"") \
      required>
      """)
  }

  private func invoiceForm(
    _ invoice: Invoice, _ act: String, _ title: String, isOpen: Bool, _ fields: HTML
  ) -> HTML {
    """
    <details class="fold"\(when: isOpen, " open")><summary>\(title)</summary>\
    <form class="act" method="post" action="\(shell.once("/factures/\(invoice.id)/\(act)"))">\
    \(fields)<button class="secondary" type="submit">\(title)</button></form></details>
    """
  }

  /// As people type it: `1234,50`.
  func plain(_ amount: Money) -> String {
    "\(amount.cents / 100),\(padded(Int(amount.cents % 100), 2))"
  }
}
