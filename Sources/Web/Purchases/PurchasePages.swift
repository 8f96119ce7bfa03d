import Maintenance
import Operations
import Store

extension Frame {
  /// What suppliers sent, and where the next one is given. `typed` is what a refused form held.
  func purchaseListPage(
    _ lines: [PurchaseLine], next: ID<Purchase>?, contracts: [AgreementLine],
    typed: [String: String] = [:]
  ) -> HTML {
    let word = words.purchases
    return shell.page(
      title: word.title, trail: [Crumb(name: words.invoicing.title, path: "/factures")],
      lead: "\(word.lead)",
      """
      \(when: Visit.may(.bill), keepForm(contracts, typed))
      \(lines.isEmpty
        ? "<div class=\"empty\"><h2>\(word.none)</h2></div>"
        : table(
          word.title,
          [
            .text(words.invoicing.number), .text(word.seller), .text(words.invoicing.issued),
            .number(words.invoicing.gross),
          ], rows: "\(each: lines, purchaseRow)"))
      \(next.map { key in
        """
        <p class="pager"><a class="button" href="\(Path("/achats").asking("apres", key.text))">\
        \(words.shell.older)</a></p>
        """
      })
      """)
  }

  private func keepForm(_ contracts: [AgreementLine], _ typed: [String: String]) -> HTML {
    let word = words.purchases
    return """
      <form class="panel sheet" method="post" action="\(shell.once("/achats"))" \
      enctype="multipart/form-data">
      \(field(word.file, id: "fichier", hint: word.hint, """
        <input type="file" name="fichier" id="fichier" accept=".pdf,.xml" \
        aria-describedby="fichier-aide" required>
        """))
      \(field(word.contract, id: "contrat", choice(
        "contrat", id: "contrat", chosen: typed["contrat"],
        contracts.map { (value: $0.id.text, word: "\($0.clientName) – \($0.reference)") })))
      \(field(word.note, id: "objet", """
        <input name="objet" id="objet" maxlength="500" autocomplete="off" \
        value="\(typed["objet"] ?? "")">
        """))
      <button class="primary" type="submit">\(word.keep)</button></form>
      """
  }

  private func purchaseRow(_ line: PurchaseLine) -> HTML {
    """
    <tr><td><a class="row" href="/achats/\(line.id)">\(line.number)</a></td>
    <td>\(line.seller)</td><td>\(formats.shortDay(line.issued))</td>
    <td class="num">\(amount(line.gross, line.currency))</td></tr>

    """
  }

  func purchasePage(_ reading: PurchaseReading) -> HTML {
    let word = words.purchases
    let said = reading.purchase.said
    return shell.page(
      title: said.number, trail: [Crumb(name: word.title, path: "/achats")],
      lead: "\(said.seller) · \(amount(said.gross, said.currency))",
      actions: """
        <a class="button" href="/achats/\(reading.purchase.id)/fichier">\(word.original)</a>
        """,
      """
      \(reading.doubts.isEmpty
        ? "<p>\(word.noDoubt)</p>"
        : notice(
          .warning, word.doubtTitle,
          reading.doubts.map { word.doubts[$0] ?? "" }.joined(separator: " ")))
      \(purchaseFacts(reading))
      \(when: !said.lines.isEmpty, purchaseLines(said))
      """)
  }

  private func purchaseLines(_ said: Purchase.Said) -> HTML {
    table(
      words.invoice.draft, [.text(words.invoice.line), .number(words.invoice.amount)],
      rows: "\(each: said.lines, { purchaseLine($0, said.currency) })")
  }

  private func purchaseLine(_ line: Purchase.Line, _ currency: String) -> HTML {
    """
    <tr><td>\(line.name)</td><td class="num">\(amount(line.net, currency))</td></tr>

    """
  }

  private func purchaseFacts(_ reading: PurchaseReading) -> HTML {
    let word = words.purchases
    let purchase = reading.purchase
    let said = purchase.said
    let identity = [said.sellerSIREN, said.sellerVAT].compactMap { $0 }.joined(separator: " · ")
    let facts: [(String, HTML)] = [
      (words.invoicing.issued, "\(formats.day(said.issued))"),
      (words.invoicing.due, said.due.map { "\(formats.day($0))" } ?? "–"),
      (word.seller, "\(said.seller) <span class=\"soft\">\(identity)</span>"),
      (word.buyer, "\(said.buyer)"),
      (
        word.contract,
        """
        <a href="/contrats/\(purchase.agreement)">\(reading.agreement.reference)</a>
        """
      ),
      (word.note, "\(purchase.note.isEmpty ? "–" : purchase.note)"),
      (words.invoice.net, "\(amount(said.net, said.currency))"),
      (words.invoice.gross, "\(amount(said.gross, said.currency))"),
      ("SHA-256", "<span class=\"hash\">\(purchase.sha256)</span>"),
    ]
    return """
      <dl class="facts wide">\(each: facts, { name, value in
        "<dt>\(name)</dt><dd>\(value)</dd>"
      })</dl>
      """
  }

  /// Another currency by its code: nothing is converted.
  private func amount(_ money: Money, _ currency: String) -> String {
    let text = formats.money(money)
    guard currency != "EUR" else { return text }
    return text.replacing("€", with: currency)
  }
}
