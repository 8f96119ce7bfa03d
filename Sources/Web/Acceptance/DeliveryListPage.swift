import Maintenance
import Operations
import Store

extension Frame {
  /// What awaits a decision under every contract, the first due first.
  func deliveryOverviewPage(_ lines: [DeliveryLine]) -> HTML {
    shell.page(
      title: words.deliveries.title, lead: "\(deliveryLead(lines))",
      lines.isEmpty ? noDelivery : deliveryTable(lines, ofAll: true))
  }

  /// One contract's deliveries, the last first, and the form that notifies one.
  func deliveryListPage(_ list: DeliveryList, refused: RefusedForm? = nil) -> HTML {
    let words = words.deliveries
    let kinds = list.terms.acceptanceKinds
    return shell.page(
      title: words.title,
      trail: [
        Crumb(name: self.words.contracts.title, path: "/contrats"),
        Crumb(name: list.agreement.clientName, path: "/contrats/\(list.agreement.id)"),
      ], lead: "\(deliveryLead(list.lines))",
      """
      \(refused.map { notice(.bad, $0.message, self.words.faults.kept) })
      \(list.lines.isEmpty ? noDelivery : deliveryTable(list.lines, ofAll: false))
      \(when: Visit.may(.workTickets) && !kinds.isEmpty, notifyForm(list, kinds, refused))
      """)
  }

  private func deliveryLead(_ lines: [DeliveryLine]) -> String {
    let awaited = lines.filter { $0.stage == .awaited }
    return words.deliveries.lead(awaited.count, awaited.count { isOver($0.due) })
  }

  private func isOver(_ due: Day?) -> Bool {
    due.map { $0 < formats.zone.day(at: formats.now) } ?? false
  }

  private var noDelivery: HTML {
    """
    <div class="empty"><h2>\(words.deliveries.none)</h2><p>\(words.deliveries.noneHint)</p></div>
    """
  }

  private func deliveryTable(_ lines: [DeliveryLine], ofAll: Bool) -> HTML {
    let words = words.deliveries
    return table(
      words.title,
      [.text(words.what)] + (ofAll ? [.text(self.words.shell.client)] : []) + [
        .text(words.state), .text(words.notified), .text(words.due),
      ], rows: "\(each: lines, { deliveryRow($0, ofAll: ofAll) })")
  }

  private func deliveryRow(_ line: DeliveryLine, ofAll: Bool) -> HTML {
    let words = words.deliveries
    let isLate = line.stage == .awaited && isOver(line.due)
    return """
      <tr><td><a class="row" href="/contrats/\(line.agreement)/recettes/\(line.id)">\(line.title)\
      </a><span class="sub">\(words.one(line.number)) · \(words.kinds[line.kind] ?? "")</span></td>
      \(when: ofAll, """
        <td>\(line.clientName)<span class="sub">\(line.reference)</span></td>
        """)
      <td>\(deliveryStage(line.stage))\(when: line.openReservations > 0, """
        <span class="sub">\(words.openReservations(line.openReservations))</span>
        """)</td>
      <td>\(formats.shortDay(line.notified))</td>
      <td>\(when: isLate, Icon.alert.html)\(line.due.map { formats.day($0) } ?? words.noDue)</td>
      </tr>

      """
  }

  func deliveryStage(_ stage: Delivery.Stage) -> HTML {
    let word = words.deliveries.stages[stage] ?? stage.rawValue
    return switch stage {
    case .awaited: chip(word, .clock, .info)
    case .accepted: chip(word, .check, .good)
    case .reserved, .partial, .reduced: chip(word, .alert, .warning)
    case .postponed: chip(word, .pause, .warning)
    case .refused: chip(word, .cross, .bad)
    }
  }

  /// On the page of today: what is to be decided, the first due first.
  func awaitedDeliveries(_ lines: [DeliveryLine]) -> HTML {
    """
    <section class="panel" aria-labelledby="recettes">\
    <h2 id="recettes">\(words.deliveries.awaited)</h2>
    <ul class="plain-list">\(each: lines, { line in
      """
      <li><a href="/contrats/\(line.agreement)/recettes/\(line.id)">\(line.title)</a> \
      <span class="sub">\(line.clientName) · </span>\
      <span class="due\(when: isOver(line.due), " late")">\
      \(line.due.map { formats.day($0) } ?? "")</span></li>
      """
    })</ul></section>
    """
  }

  private func notifyForm(
    _ list: DeliveryList, _ kinds: [Delivery.Kind], _ refused: RefusedForm?
  ) -> HTML {
    let words = words.deliveries
    let typed = refused?.fields ?? [:]
    let checks: [(value: String, word: String)] = kinds.map {
      ($0.rawValue, words.kinds[$0] ?? $0.rawValue)
    }
    let operations: [(value: String, word: String)] =
      [("", words.otherDelivery)]
      + list.terms.contract.operations.map { ($0.id, formats.label($0.id)) }
    return """
      <details class="fold"\(when: refused != nil, " open")><summary>\(words.notify)</summary>
      <form class="act" method="post"
      action="\(shell.once("/contrats/\(list.agreement.id)/recettes"))">
      <p class="hint">\(words.notifyHint)</p><div class="columns">
      \(field(words.what, id: "objet", """
        <input name="objet" id="objet" maxlength="200" required value="\(typed["objet"] ?? "")">
        """))
      \(field(words.kind, id: "nature", choice(
        "nature", id: "nature", chosen: typed["nature"], checks)))
      \(field(words.operation, id: "operation", choice(
        "operation", id: "operation", chosen: typed["operation"], operations)))
      \(field(words.day, id: "jour", """
        <input type="date" name="jour" id="jour" required max="\(list.today.iso)" \
        value="\(typed["jour"] ?? list.today.iso)">
        """))</div>
      \(field(words.criteria, id: "criteres", hint: words.criteriaHint, """
        <textarea name="criteres" id="criteres" rows="3" maxlength="10000" \
        aria-describedby="criteres-aide">\(typed["criteres"] ?? "")</textarea>
        """))
      <button class="primary" type="submit">\(words.notify)</button></form></details>
      """
  }
}
