import Maintenance
import Operations

extension Frame {
  /// Lines that one page offers: each sends one field.
  static let creditLines = 40

  /// An invoice's lines from one on, each with what is left of it and a field to take it back.
  func creditPage(
    _ reading: InvoicePageReading, from first: Int = 1, typed: [String: String] = [:]
  ) -> HTML {
    let credits = words.credits
    let invoice = reading.invoice
    let lines = invoice.content.lines
    let last = min(lines.count, first + Frame.creditLines - 1)
    let number = invoice.content.number.text
    return shell.page(
      title: credits.title(number),
      trail: [
        Crumb(name: words.invoicing.title, path: "/factures"),
        Crumb(name: number, path: "/factures/\(invoice.id)"),
      ], lead: "\(credits.lead)",
      """
      <form class="sheet" method="post" \
      action="\(shell.once("/factures/\(invoice.id)/avoirs"))">
      <input type="hidden" name="depuis" value="\(first)">
      \(table(
        credits.title(number),
        [
          .text(words.invoice.line), .number(words.invoice.amount), .number(credits.left),
          .text(credits.credit),
        ],
        rows: "\(each: Array(first...max(first, last)), { creditRow($0, invoice, typed) })"))
      <p class="soft" id="reprise-aide">\(credits.hint)</p>
      \(textField(words.invoicing.reason, "motif", typed))
      <p><label><input type="checkbox" name="refacturer" value="oui"\
      \(when: typed.isEmpty || typed["refacturer"] != nil, " checked")> \
      \(credits.billedAgain)</label></p>
      <button class="primary" type="submit">\(words.invoicing.credit)</button></form>
      \(when: last < lines.count, """
        <p class="pager"><a class="button" href="\(Path("/factures/\(invoice.id)/avoir")
          .asking("depuis", String(last + 1)))">\(credits.next)</a></p>
        """)
      """)
  }

  private func creditRow(_ rank: Int, _ invoice: Invoice, _ typed: [String: String]) -> HTML {
    let line = invoice.content.lines[rank - 1]
    let left = invoice.left(ofLine: rank)
    let name = "ligne-\(rank)"
    return """
      <tr><td>\(line.name)<span class="sub">\(line.detail)</span></td>
      <td class="num">\(formats.money(line.net))</td><td class="num">\(formats.money(left))</td>
      <td>\(when: left != .zero, """
        <input name="\(name)" inputmode="decimal" maxlength="20" autocomplete="off" \
        aria-label="\(words.credits.amountOf(rank))" aria-describedby="reprise-aide" \
        value="\(typed[name] ?? "")">
        """)</td></tr>

      """
  }
}

extension Form {
  /// What the fields of the page ask to take back; nothing typed is all that is left.
  ///
  /// Throws `InvoiceRefusal.amountOutOfBounds` on what is no amount.
  func creditRequest(of invoice: Invoice) throws -> CreditRequest {
    var parts: [CreditRequest.Part] = []
    for rank in invoice.content.lines.indices.map({ $0 + 1 }) {
      let typed = (self["ligne-\(rank)"] ?? "").lowercased().filter { !$0.isWhitespace }
      if typed.isEmpty { continue }
      if [Words.french, .english].contains(where: { $0.credits.all == typed }) {
        parts.append(CreditRequest.Part(line: rank))
        continue
      }
      guard let amount = amount("ligne-\(rank)") else { throw InvoiceRefusal.amountOutOfBounds }
      let isNegative = invoice.content.lines[rank - 1].net.cents < 0
      parts.append(CreditRequest.Part(line: rank, amount: isNegative ? .zero - amount : amount))
    }
    // The page of one invoice as a whole has no such box: what it takes back is billed again.
    return CreditRequest(
      parts, reason: self["motif"] ?? "",
      isBilledAgain: self["depuis"] == nil || self["refacturer"] != nil)
  }
}
