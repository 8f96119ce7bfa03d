import Maintenance
import Operations

extension Frame {
  /// Where a bank's file is given, and what its lines pay.
  func bankPage(
    _ matches: [BankMatch]? = nil, unread: [Int] = [], fault: BankStatement.Fault? = nil
  ) -> HTML {
    let bank = words.bank
    return shell.page(
      title: bank.title, trail: [Crumb(name: words.invoicing.title, path: "/factures")],
      lead: "\(bank.lead)",
      """
      \(fault.map { notice(.bad, bank.faults[$0] ?? "") })
      \(when: !unread.isEmpty, notice(
        .warning, bank.unread(unread.prefix(20).map(String.init).joined(separator: ", "))))
      <form class="panel sheet" method="post" action="/factures/rapprochement" \
      enctype="multipart/form-data">
      \(field(bank.file, id: "fichier", hint: bank.hint, """
        <input type="file" name="fichier" id="fichier" accept=".csv,.txt" \
        aria-describedby="fichier-aide" required>
        """))
      <button class="primary" type="submit">\(bank.read)</button></form>
      \(matches.map(bankTable))
      """)
  }

  private func bankTable(_ matches: [BankMatch]) -> HTML {
    let bank = words.bank
    guard !matches.isEmpty else { return "<p>\(bank.nothing)</p>" }
    return table(
      bank.title,
      [
        .text(words.invoicing.day), .text(bank.label), .number(words.invoicing.amount),
        .text(words.invoicing.number), .text(""),
      ], rows: "\(each: matches, bankRow)")
  }

  private func bankRow(_ match: BankMatch) -> HTML {
    let line = match.line
    let ground = words.bank.grounds[match.ground] ?? match.ground.rawValue
    let isOffered = match.ground == .number || match.ground == .amount
    return """
      <tr><td>\(formats.shortDay(line.day))</td><td>\(line.label)</td>
      <td class="num">\(formats.money(line.amount))</td>
      <td>\(match.invoice.map { invoice in
        """
        <a href="/factures/\(invoice.id)">\(invoice.content.number.text)</a> \
        <span class="sub">\(invoice.content.buyer.name)</span>
        """
      })<span class="sub">\(ground)</span></td>
      <td>\(when: isOffered, match.invoice.map { confirm(line, $0) } ?? "")</td></tr>

      """
  }

  /// Records the payment as its own form would; the reference is the bank's label.
  private func confirm(_ line: BankStatement.Line, _ invoice: Invoice) -> HTML {
    let amount = "\(line.amount.cents / 100),\(padded(Int(line.amount.cents % 100), 2))"
    return """
      <form method="post" action="/factures/\(invoice.id)/paiements">\
      <input type="hidden" name="jour" value="\(line.day.iso)">\
      <input type="hidden" name="montant" value="\(amount)">\
      <input type="hidden" name="moyen" value="virement">\
      <input type="hidden" name="reference" value="\(line.label)">\
      <button type="submit">\(words.invoicing.recordPayment)</button></form>
      """
  }
}
