import Maintenance
import Operations

extension Frame {
  /// Where counts of machines and orders of hours are told, and what was told so far.
  func countsPage(_ reading: CountsReading, typed: [String: String] = [:]) -> HTML {
    let counts = words.counts
    let agreement = reading.agreement
    let contract = reading.terms.contract
    return shell.page(
      title: counts.title,
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: agreement.clientName, path: "/contrats/\(agreement.id)"),
      ], lead: "\(counts.lead)",
      """
      <div class="two"><div>
      <section class="panel" aria-labelledby="note"><h2 id="note">\(counts.told)</h2>
      \(told(reading))</section></div>
      <div class="beside">
      \(when: Visit.may(.bill) && contract.scope.fleetChange != nil, countForm(reading, typed))
      \(when: Visit.may(.bill) && contract.price.prepaid != nil, packForm(reading, typed))
      </div></div>
      """)
  }

  /// What was told, the latest first, then what the version in force says.
  private func told(_ reading: CountsReading) -> HTML {
    let (counts, agreement) = (words.counts, reading.agreement)
    let groups = reading.terms.contract.scope.groups.filter { $0.count > 0 }
    guard !agreement.fleet.isEmpty || !agreement.packOrders.isEmpty || !groups.isEmpty else {
      return "<p>\(counts.none)</p>"
    }
    return table(
      counts.told, [.text(counts.group), .number(counts.count), .text(counts.from)],
      rows: """
        \(each: agreement.fleet.sorted { $0.from > $1.from }, { count in
          """
          <tr><td>\(formats.label(count.group))</td><td class="num">\(String(count.count))</td>
          <td>\(formats.day(count.from))</td></tr>
          """
        })\(each: agreement.packOrders.sorted(by: >), { day in
          """
          <tr><td>\(counts.pack)</td><td class="num">1</td><td>\(formats.day(day))</td></tr>
          """
        })\(each: groups, { group in
          """
          <tr><td>\(formats.label(group.id))</td><td class="num">\(String(group.count))</td>
          <td class="soft">\(counts.agreed)</td></tr>
          """
        })
        """)
  }

  private func countForm(_ reading: CountsReading, _ typed: [String: String]) -> HTML {
    let counts = words.counts
    let groups = reading.terms.contract.scope.groups.map {
      (
        value: $0.id,
        word: "\(formats.label($0.id)) (\(counts.agreed)\(words.time.colon) \($0.count))"
      )
    }
    return """
      <section class="panel acts" aria-labelledby="parc"><h2 id="parc">\(counts.record)</h2>
      <form class="act" method="post" \
      action="\(shell.once("/contrats/\(reading.agreement.id)/parc"))">
      \(field(counts.group, id: "groupe", choice(
        "groupe", id: "groupe", chosen: typed["groupe"], groups)))
      \(field(counts.count, id: "nombre", """
        <input name="nombre" id="nombre" inputmode="numeric" maxlength="6" autocomplete="off" \
        value="\(typed["nombre"] ?? "")" required>
        """))
      \(field(counts.from, id: "depuis", """
        <input type="date" name="depuis" id="depuis" \
        value="\(typed["depuis"] ?? reading.today.iso)" required>
        """))
      <button class="primary" type="submit">\(counts.record)</button></form></section>
      """
  }

  private func packForm(_ reading: CountsReading, _ typed: [String: String]) -> HTML {
    let counts = words.counts
    return """
      <section class="panel acts" aria-labelledby="carnet"><h2 id="carnet">\(counts.pack)</h2>
      <form class="act" method="post" \
      action="\(shell.once("/contrats/\(reading.agreement.id)/carnets"))">
      \(field(counts.packDay, id: "jour", """
        <input type="date" name="jour" id="jour" value="\(typed["jour"] ?? reading.today.iso)" \
        required>
        """))
      <button class="secondary" type="submit">\(counts.order)</button></form></section>
      """
  }
}
