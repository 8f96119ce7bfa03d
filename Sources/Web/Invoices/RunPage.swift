import Maintenance
import Operations
import Store

extension Frame {
  /// How far a run is: what is refused or failed comes first.
  func runPage(_ reading: BillingRunReading) -> HTML {
    let runs = words.runs
    let id = reading.run.id
    let isStuck = reading.isEnded && !(reading.refused + reading.failed).isEmpty
    return shell.page(
      title: runs.one(formats.instant(reading.run.started)),
      trail: [
        Crumb(name: words.invoicing.title, path: "/factures"),
        Crumb(name: runs.title, path: "/factures/passages"),
      ], lead: "\(lead(reading))",
      actions: isStuck
        ? retryForm(id)
        : reading.isEnded
          ? nil : "<a class=\"button\" href=\"/factures/passages/\(id)\">\(runs.refresh)</a>",
      """
      \(when: !reading.isEnded, """
        <p><progress max="\(max(1, reading.total))" value="\(reading.done)" \
        aria-label="\(lead(reading))"></progress></p><p class="soft">\(runs.leave)</p>
        """)
      \(items(runs.failed, reading.failed, lead: runs.failedLead))
      \(items(runs.refused, reading.refused))
      \(items(runs.issued, reading.issued))
      """)
  }

  private func lead(_ reading: BillingRunReading) -> String {
    let runs = words.runs
    func count(_ state: BillingRun.Item.State) -> Int { reading.counts[state, default: 0] }
    if reading.isEnded {
      return reading.total == 0
        ? runs.nothing : runs.ended(count(.issued), count(.refused), count(.failed))
    }
    return reading.run.prepared == nil
      ? runs.preparing : runs.progress(reading.done, reading.total)
  }

  private func retryForm(_ id: ID<BillingRun>) -> HTML {
    """
    <form method="post" action="/factures/passages/\(id)/reprise">\
    <button class="primary" type="submit">\(words.runs.retry)</button></form>
    """
  }

  private func items(_ title: String, _ items: [BillingRun.Item], lead: String? = nil) -> HTML {
    guard let state = items.first?.state else { return "" }
    return """
      <section aria-labelledby="\(state.rawValue)"><h2 id="\(state.rawValue)">\(title)</h2>
      \(lead.map { "<p>\($0)</p>" })
      \(table(
        title,
        [
          .text(words.invoicing.month), .text(words.shell.client), .number(words.invoicing.ready),
          .text(state == .issued ? words.invoicing.number : words.runs.reason),
        ], rows: "\(each: items, runItem)"))</section>
      """
  }

  private func runItem(_ item: BillingRun.Item) -> HTML {
    let draft = Path("/contrats/\(item.agreement)/facture").asking("mois", item.month.iso)
    return """
      <tr><td><a class="row" href="\(draft)">\(formats.month(item.month))</a></td>
      <td>\(item.clientName)</td><td class="num">\(formats.money(item.net))</td>
      <td>\(item.invoice.map { invoice in
        "<a href=\"/factures/\(invoice)\">\(words.invoicing.pdf)</a> "
      })\(reason(item))</td></tr>

      """
  }

  private func reason(_ item: BillingRun.Item) -> String {
    switch item.state {
    case .refused:
      InvoiceRefusal(stored: item.detail).map { words.invoicing.refusal($0, formats) }
        ?? item.detail
    case .failed: item.detail
    case .waiting, .issued: ""
    }
  }

  /// The runs of late, and what failed in any of them.
  func runsPage(_ reading: BillingRunsReading) -> HTML {
    let runs = words.runs
    return shell.page(
      title: runs.title, trail: [Crumb(name: words.invoicing.title, path: "/factures")],
      """
      \(items(runs.failed, reading.failed.map(\.item), lead: runs.failedLead))
      \(each: Array(Set(reading.failed.map(\.run))).sorted(by: >), retryForm)
      \(reading.runs.isEmpty ? "<p>\(runs.none)</p>" : table(
        runs.title,
        [.text(words.invoicing.day), .text(words.shell.who), .text(runs.state), .text("")],
        rows: "\(each: reading.runs, runRow)"))
      """)
  }

  private func runRow(_ reading: BillingRunReading) -> HTML {
    let run = reading.run
    return """
      <tr><td><a class="row" href="/factures/passages/\(run.id)">\
      \(formats.instant(run.started))</a></td><td>\(run.actor.name)</td>
      <td>\(reading.isEnded
        ? chip(words.runs.over, .check, .quiet) : chip(words.runs.running, .clock, .info))</td>
      <td>\(lead(reading))</td></tr>

      """
  }
}
