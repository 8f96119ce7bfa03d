import Maintenance
import Operations
import Store

extension Frame {
  /// An invoice's way through the platform: how far it is, what was said of it.
  func handoverPanel(_ reading: HandoverReading, of invoice: ID<Invoice>) -> HTML? {
    let word = words.handover
    guard reading.platform != nil || reading.handover != nil else { return nil }
    return """
      <section class="panel" aria-labelledby="plateforme"><h2 id="plateforme">\(word.title)</h2>
      \(reading.handover.map(handoverState) ?? "<p>\(word.none)</p>")
      \(reading.failed.map { failed in
        notice(.warning, word.failed(failed.fault, formats.instant(failed.next)))
      })
      \(when: reading.platform != nil && mayHandOver(reading.handover), """
        <form method="post" action="\(shell.once("/factures/\(invoice)/remises"))">\
        <button class="secondary" type="submit">\
        \(reading.handover == nil ? word.handOver : word.again)</button></form>
        """)</section>
      """
  }

  /// Invoices that the platform or the buyer turned down, each with its reason.
  func handoverListPage(_ handovers: [Handover]) -> HTML {
    let word = words.handover
    return shell.page(
      title: word.title, trail: [Crumb(name: words.invoicing.title, path: "/factures")],
      lead: handovers.isEmpty ? "\(word.nothing)" : "\(word.lead(handovers.count))",
      handovers.isEmpty
        ? "<div class=\"empty\"><h2>\(word.nothing)</h2></div>"
        : table(
          word.title,
          [.text(words.invoicing.number), .text(word.state), .text(word.why)],
          rows: "\(each: handovers, handoverRow)"))
  }

  private func handoverRow(_ handover: Handover) -> HTML {
    """
    <tr><td><a class="row" href="/factures/\(handover.invoice)">\(handover.number)</a></td>
    <td>\(handoverChip(handover))</td><td>\(reasons(handover).joined(separator: " · "))</td></tr>

    """
  }

  private func mayHandOver(_ handover: Handover?) -> Bool {
    guard let handover else { return true }
    return handover.refusal != nil || handover.acknowledgement?.isAccepted == false
  }

  private func handoverState(_ handover: Handover) -> HTML {
    let word = words.handover
    let reasons = reasons(handover)
    return """
      <p>\(handoverChip(handover))</p>
      \(when: !reasons.isEmpty, "<p>\(reasons.joined(separator: " · "))</p>")
      \(when: !handover.statuses.isEmpty, """
        <ul class="plain-list">\(each: handover.statuses, { status in
          """
          <li>\(formats.instant(status.at)) · \(name(of: status.code))\
          \(when: status.reason != nil || status.reasonCode != nil, """
             <span class="soft">\([status.reasonCode, status.reason].compactMap { $0 }
              .joined(separator: " – "))</span>
            """)</li>
          """
        })</ul>
        """)
      \(when: !handover.collections.isEmpty, """
        <h3>\(word.collections)</h3>
        <ul class="plain-list">\(each: handover.collections, collection)</ul>
        """)
      """
  }

  private func collection(_ collection: Handover.Collection) -> HTML {
    let word = words.handover
    let shares = collection.shares.map {
      word.share(formats.money($0.amount), formats.number($0.rate) + "\u{A0}%")
    }
    let standing: HandoverStanding =
      collection.refusal != nil ? .turnedDown : collection.flow != nil ? .taken : .waiting
    return """
      <li>\(formats.day(collection.day)) · \(shares.joined(separator: ", ")) \
      <span class="soft">\(collection.flow == nil
        ? word.standings[standing] ?? "" : name(of: LifeCycle.collected.rawValue))\
      \(collection.refusal.map { " – \($0)" } ?? "")</span></li>
      """
  }

  private func reasons(_ handover: Handover) -> [String] {
    let said = handover.latest.flatMap { status in
      LifeCycle(rawValue: status.code)?.isAgainst == true
        ? [status.reasonCode, status.reason].compactMap { $0 } : nil
    }
    return
      ([handover.refusal].compactMap { $0 } + (handover.acknowledgement?.reasons ?? [])
      + (said ?? []))
  }

  private func handoverChip(_ handover: Handover) -> HTML {
    let word = words.handover
    if let latest = handover.latest {
      let isAgainst = LifeCycle(rawValue: latest.code)?.isAgainst ?? false
      return chip(
        name(of: latest.code), isAgainst ? .alert : .check, isAgainst ? .bad : .good)
    }
    let standing: HandoverStanding =
      if handover.refusal != nil || handover.acknowledgement?.isAccepted == false {
        .turnedDown
      } else if handover.acknowledgement != nil {
        .accepted
      } else {
        handover.flow == nil ? .waiting : .taken
      }
    let name = word.standings[standing] ?? ""
    return switch standing {
    case .waiting, .taken: chip(name, .clock, .info)
    case .accepted: chip(name, .check, .good)
    case .turnedDown: chip(name, .alert, .bad)
    }
  }

  private func name(of code: Int) -> String {
    LifeCycle(rawValue: code).flatMap { words.handover.statuses[$0] }
      ?? words.handover.status(code)
  }
}
