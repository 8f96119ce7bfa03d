import Maintenance
import Operations
import Store

extension Frame {
  /// Invoices, the newest first; those to be paid by their last day.
  func invoiceListPage(_ reading: InvoiceListReading) -> HTML {
    let invoicing = words.invoicing
    let journal: Path = "/factures/journal"
    let lead =
      reading.openCount == 0
      ? invoicing.nothingOpen
      : invoicing.lead(
        formats.money(reading.open), formats.money(reading.late), reading.openCount)
    return shell.page(
      title: invoicing.title, lead: "\(lead)",
      actions: """
        \(when: Visit.may(.bill), """
          <a class="button primary" href="/factures/a-emettre">\(invoicing.toIssue)</a>
          """)\
        <a class="button" href="/facturation/reste">\(words.billing.link)</a>\
        \(when: reading.openCount > 0 && Visit.may(.bill), """
          <a class="button" href="/factures/rapprochement">\(words.bank.title)</a>
          """)\
        \(when: !reading.lines.isEmpty, """
          <a class="button" href="/factures/plateforme">\(words.handover.title)</a>\
          <a class="button" href="/achats">\(words.purchases.title)</a>\
          <a class="button" href="\(journal.asking("annee", String(reading.today.year)))">\
          \(invoicing.journal(reading.today.year))</a>\
          <a class="button" href="/factures/exports">\(words.ledger.exports)</a>
          """)
        """,
      """
      \(invoiceFilter(reading.filter))
      \(reading.lines.isEmpty
        ? "<div class=\"empty\"><h2>\(invoicing.none)</h2></div>" : invoiceTable(reading))
      \(reading.next.map { key in
        """
        <p class="pager"><a class="button" href="\(Path("/factures").asking("apres", key.text))">\
        \(words.shell.older)</a></p>
        """
      })
      """)
  }

  private func invoiceFilter(_ filter: InvoiceFilter) -> HTML {
    let path: Path = "/factures"
    let standings = words.invoicing.standings
    return tabs(
      words.invoicing.state,
      [
        Tab(word: words.invoicing.all, path: path, isHere: filter.standing == nil),
        Tab(
          word: standings[.due] ?? "", path: path.asking("etat", "a_payer"),
          isHere: filter.standing == .open),
        Tab(
          word: standings[.late] ?? "", path: path.asking("etat", "en_retard"),
          isHere: filter.standing == .late),
      ])
  }

  private func invoiceTable(_ reading: InvoiceListReading) -> HTML {
    let invoicing = words.invoicing
    return table(
      invoicing.title,
      [
        .text(invoicing.number), .text(words.shell.client), .text(invoicing.issued),
        .text(invoicing.due), .number(invoicing.gross), .number(invoicing.balance),
        .text(invoicing.state),
      ],
      rows: "\(each: reading.lines, { invoiceRow($0, on: reading.today) })")
  }

  private func invoiceRow(_ line: InvoiceListLine, on today: Day) -> HTML {
    """
    <tr><td><a class="row" href="/factures/\(line.id)">\(line.number)</a></td>
    <td>\(line.clientName)</td><td>\(formats.shortDay(line.issued))</td>
    <td>\(line.kind.isCredit ? "–" : formats.shortDay(line.due))</td>
    <td class="num">\(formats.money(line.gross))</td>
    <td class="num">\(line.kind.isCredit ? "–" : formats.money(line.balance))</td>
    <td>\(invoiceStanding(line.standing(on: today)))</td></tr>

    """
  }

  func invoiceStanding(_ standing: Invoice.Standing) -> HTML {
    let word = words.invoicing.standings[standing] ?? standing.rawValue
    return switch standing {
    case .due: chip(word, .clock, .info)
    case .late: chip(word, .alert, .bad)
    case .paid: chip(word, .check, .good)
    case .refundable: chip(word, .alert, .warning)
    case .credited, .correction, .replaced: chip(word, .out, .quiet)
    }
  }

  /// The month's run: what keeps an invoice from being issued comes first.
  func invoiceRunPage(_ lines: [UnbilledLine]) -> HTML {
    let invoicing = words.invoicing
    let ready = lines.filter { $0.refusal == nil }
    let sum = ready.reduce(Money.zero) { $0 + $1.net }
    return shell.page(
      title: invoicing.toIssue, trail: [Crumb(name: invoicing.title, path: "/factures")],
      lead: ready.isEmpty
        ? "\(invoicing.runNothing)" : "\(invoicing.runLead(ready.count, formats.money(sum)))",
      actions: """
        <a class="button" href="/factures/passages">\(words.runs.title)</a>\
        \(when: !ready.isEmpty, """
        <form method="post" action="\(shell.once("/factures/a-emettre"))">\
        <button class="primary" type="submit">\(invoicing.issueAll(ready.count))</button></form>
        """)
        """,
      lines.isEmpty
        ? "<div class=\"empty\"><h2>\(invoicing.runNothing)</h2></div>"
        : table(
          invoicing.toIssue,
          [
            .text(invoicing.month), .text(words.shell.client), .number(invoicing.lines),
            .number(invoicing.ready), .number(invoicing.waiting), .text(invoicing.remark),
          ], rows: "\(each: ordered(lines), runRow)"))
  }

  /// Exceptions first; a month that is only not over is none.
  private func ordered(_ lines: [UnbilledLine]) -> [UnbilledLine] {
    func rank(_ line: UnbilledLine) -> Int {
      switch line.refusal {
      case nil: 1
      case .monthNotOver: 2
      default: 0
      }
    }
    return [0, 1, 2].flatMap { wanted in lines.filter { rank($0) == wanted } }
  }

  private func runRow(_ line: UnbilledLine) -> HTML {
    let draft: Path = "/contrats/\(line.agreement)/facture"
    let isBlocked =
      switch line.refusal {
      case nil, .monthNotOver: false
      default: true
      }
    return """
      <tr><td><a class="row" href="\(draft.asking("mois", line.month.iso))">\
      \(formats.month(line.month))</a></td>
      <td>\(line.clientName)<span class="sub">\(line.reference)</span></td>
      <td class="num">\(String(line.lineCount))</td>
      <td class="num">\(formats.money(line.net))</td>
      <td class="num">\(line.waiting == .zero ? "–" : formats.money(line.waiting))</td>
      <td>\(when: isBlocked, Icon.alert.html) \
      \(line.refusal.map { words.invoicing.refusal($0, formats) } ?? "")</td></tr>

      """
  }
}

extension InvoiceListLine {
  fileprivate func standing(on today: Day) -> Invoice.Standing {
    if kind.isCredit { return .correction }
    if balance.cents > 0 { return today > due ? .late : .due }
    return balance.cents < 0 ? .refundable : .paid
  }
}
