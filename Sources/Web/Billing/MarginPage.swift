import Maintenance
import Operations

extension Frame {
  /// What a contract brought and what its work cost: for those who bill, and nobody else.
  func marginPage(_ reading: MarginReading) -> HTML {
    let words = self.words.margin
    let margin = reading.margin
    let percent = margin.percent.map { " (\($0)\u{A0}%)" } ?? ""
    return shell.page(
      title: words.title,
      trail: [
        Crumb(name: self.words.contracts.title, path: "/contrats"),
        Crumb(name: reading.agreement.clientName, path: "/contrats/\(reading.agreement.id)"),
      ],
      lead: """
        \(words.lead(formats.day(reading.days.lowerBound), formats.day(reading.days.upperBound)))
        """,
      actions: "<a class=\"button\" href=\"/facturation/couts\">\(words.costs)</a>",
      """
      \(when: !margin.isWhole, notice(.warning, words.partial))
      <dl class="facts wide"><dt>\(words.revenue)</dt><dd>\(formats.money(margin.revenue))</dd>
      <dt>\(words.cost)</dt><dd>\(formats.money(margin.cost))</dd>
      <dt>\(words.amount)</dt><dd><b>\(formats.money(margin.amount))</b>\(percent)</dd></dl>
      \(margin.shares.isEmpty ? "<p>\(words.none)</p>" : table(
        words.cost, [.text(words.person), .number(words.hours), .number(words.cost)],
        rows: "\(each: margin.shares, share)"))
      """)
  }

  private func share(_ share: ContractMargin.Share) -> HTML {
    """
    <tr><td>\(share.person)</td><td class="num">\(formats.duration(share.minutes * 60))</td>
    <td class="num">\(share.cost.map(formats.money) ?? words.margin.unknown)</td></tr>

    """
  }

  /// What an hour of each costs, and the form that sets it.
  func laborCostsPage(_ reading: LaborCostsReading, typed: [String: String] = [:]) -> HTML {
    let words = self.words.margin
    let roles: [(value: String, word: String)] =
      [(value: "", word: "–")]
      + Role.allCases.filter { $0.side == .provider }.map {
        (value: $0.rawValue, word: self.words.accounts.roles[$0] ?? $0.rawValue)
      }
    return shell.page(
      title: words.costs, trail: [Crumb(name: self.words.invoicing.title, path: "/factures")],
      lead: "\(words.costsLead)",
      """
      <div class="two"><div>\(table(
        words.costs, [.text(words.person), .text(words.from), .number(words.hourly)],
        rows: "\(each: reading.costs, cost)"))</div>
      <div class="beside"><section class="panel">\
      <form class="act" method="post" action="/facturation/couts">
      \(field(words.who, id: "personne", """
        <input name="personne" id="personne" maxlength="120" autocomplete="off" list="gens" \
        value="\(typed["personne"] ?? "")"><datalist id="gens">\(each: reading.people, { name in
          "<option value=\"\(name)\"></option>"
        })</datalist>
        """))
      \(field(words.role, id: "role", choice("role", id: "role", chosen: typed["role"], roles)))
      \(field(words.from, id: "depuis", """
        <input type="date" name="depuis" id="depuis" \
        value="\(typed["depuis"] ?? reading.today.iso)" required>
        """))
      \(field(words.hourly, id: "cout", """
        <input name="cout" id="cout" inputmode="decimal" maxlength="12" autocomplete="off" \
        value="\(typed["cout"] ?? "")" required>
        """))
      <button class="primary" type="submit">\(words.set)</button></form></section></div></div>
      """)
  }

  private func cost(_ cost: LaborCost) -> HTML {
    let name =
      switch cost.who {
      case .person(let name): name
      case .role(let role): words.accounts.roles[role] ?? role.rawValue
      }
    return """
      <tr><td>\(name)</td><td>\(formats.day(cost.from))</td>
      <td class="num">\(formats.money(cost.hourly))</td></tr>

      """
  }
}
