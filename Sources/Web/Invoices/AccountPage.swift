import Maintenance
import Operations

extension Frame {
  /// What the client owes under a contract, invoice by invoice and movement by movement; the
  /// client's people read the same page.
  func accountPage(_ reading: AccountReading) -> HTML {
    let ledger = words.ledger
    let id = reading.agreement.id
    return shell.page(
      title: ledger.title,
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: reading.agreement.clientName, path: "/contrats/\(id)"),
      ], lead: "\(lead(reading))",
      actions: reading.invoices.isEmpty
        ? nil
        : """
        <a class="button primary" href="/contrats/\(id)/compte/releve.pdf">\(ledger.pdf)</a>\
        <a class="button" href="/contrats/\(id)/compte/releve.csv">\(ledger.csv)</a>\
        \(when: !Visit.isClient && Visit.may(.bill), """
          <a class="button" href="/contrats/\(id)/marge">\(words.margin.title)</a>
          """)
        """,
      reading.invoices.isEmpty
        ? "<div class=\"empty\"><h2>\(ledger.none)</h2></div>"
        : """
        \(when: !reading.isWhole, notice(.warning, ledger.notWhole))
        \(ages(reading.account))
        <section aria-labelledby="factures"><h2 id="factures">\(ledger.invoices)</h2>
        \(accountInvoices(reading))</section>
        <section aria-labelledby="mouvements"><h2 id="mouvements">\(ledger.movements)</h2>
        \(movements(reading.account))</section>
        """)
  }

  private func lead(_ reading: AccountReading) -> String {
    let ledger = words.ledger
    let balance = reading.account.balance
    let said =
      balance.cents > 0
      ? ledger.owed(formats.money(balance))
      : balance.cents < 0 ? ledger.owing(formats.money(.zero - balance)) : ledger.even
    let late = reading.lateTotal
    return late == .zero ? said : said + " " + ledger.lateExtra(formats.money(late))
  }

  private func ages(_ account: ClientAccount) -> HTML {
    let ledger = words.ledger
    let ages = ClientAccount.Age.allCases.compactMap { age in
      account.ageing[age].map { (ledger.ages[age] ?? age.rawValue, $0) }
    }
    guard !ages.isEmpty else { return "" }
    return """
      <dl class="facts wide" aria-label="\(ledger.ageing)">\(each: ages, { age, amount in
        "<dt>\(age)</dt><dd>\(formats.money(amount))</dd>"
      })</dl>
      """
  }

  private func accountInvoices(_ reading: AccountReading) -> HTML {
    let invoicing = words.invoicing
    return table(
      words.ledger.invoices,
      [
        .text(invoicing.number), .text(invoicing.issued), .text(invoicing.due),
        .number(invoicing.gross), .number(invoicing.balance), .number(words.ledger.lateness),
        .text(invoicing.state),
      ],
      rows: "\(each: reading.invoices, { accountRow($0, reading) })")
  }

  private func accountRow(_ invoice: Invoice, _ reading: AccountReading) -> HTML {
    let content = invoice.content
    let isCredit = content.kind.isCredit
    return """
      <tr><td><a class="row" href="/factures/\(invoice.id)">\(content.number.text)</a></td>
      <td>\(formats.shortDay(content.issued))</td>
      <td>\(isCredit ? "–" : formats.shortDay(content.due))</td>
      <td class="num">\(formats.money(isCredit ? .zero - content.gross : content.gross))</td>
      <td class="num">\(isCredit ? "–" : formats.money(invoice.balance))</td>
      <td class="num">\(reading.late[invoice.id].map { formats.money($0.total) } ?? "–")</td>
      <td>\(invoiceStanding(invoice.standing(on: reading.today)))</td></tr>

      """
  }

  private func movements(_ account: ClientAccount) -> HTML {
    let ledger = words.ledger
    return table(
      ledger.movements,
      [
        .text(words.invoicing.day), .text(ledger.movement), .text(ledger.document),
        .number(ledger.debit), .number(ledger.credit), .number(ledger.balance),
      ],
      rows: "\(each: account.movements, movementRow)")
  }

  private func movementRow(_ movement: ClientAccount.Movement) -> HTML {
    func amount(_ amount: Money) -> String { amount == .zero ? "" : formats.money(amount) }
    return """
      <tr><td>\(formats.shortDay(movement.day))</td>
      <td>\(words.ledger.kinds[movement.kind] ?? movement.kind.rawValue)</td>
      <td>\(movement.number)<span class="sub">\(movement.reference)</span></td>
      <td class="num">\(amount(movement.debit))</td><td class="num">\(amount(movement.credit))</td>
      <td class="num">\(formats.money(movement.balance))</td></tr>

      """
  }

  /// Where the accountant's files are asked for, of some days.
  func exportPage(_ days: ClosedRange<Day>) -> HTML {
    let ledger = words.ledger
    return shell.page(
      title: ledger.exports, trail: [Crumb(name: words.invoicing.title, path: "/factures")],
      lead: "\(ledger.exportLead)",
      """
      <form class="panel sheet" method="get" action="/factures/exports/fichier">
      \(field(ledger.from, id: "du", """
        <input type="date" name="du" id="du" value="\(days.lowerBound.iso)" required>
        """))
      \(field(ledger.to, id: "au", """
        <input type="date" name="au" id="au" value="\(days.upperBound.iso)" required>
        """))
      <div class="actions">\(each: AccountingFile.allCases, { file in
        """
        <button type="submit" name="fichier" value="\(file.rawValue)"\
        \(when: file == .archive, " class=\"primary\"")>\
        \(ledger.files[file] ?? file.rawValue)</button>
        """
      })</div></form>
      """)
  }
}
