import Maintenance
import Operations

extension Frame {
  /// Open duties of every contract, the oldest first: so what is late comes first.
  func dutyListPage(_ lines: [DutyLine], _ bearer: Duty.Bearer?) -> HTML {
    let duties = words.duties
    let headings = duties.headings
    return shell.page(
      title: duties.title, lead: "\(dutyLead(lines.map(\.state)))",
      """
      \(filter(bearer))
      \(lines.isEmpty ? "<div class=\"empty\"><h2>\(duties.none)</h2></div>" : table(
        duties.title, kind: "duties",
        [
          .text(headings.due), .text(headings.duty), .text(words.shell.client),
          .text(headings.bearer), .text(headings.article), .text(headings.state),
        ], rows: "\(each: lines, dutyLine)"))
      """)
  }

  private func filter(_ bearer: Duty.Bearer?) -> HTML {
    let choices: [(String, Path, Bool)] =
      [
        (words.duties.everyone, "/echeances", bearer == nil)
      ]
      + [Duty.Bearer.provider, .client].map { side in
        let path: Path = "/echeances"
        return (
          words.duties.bearers[side] ?? side.rawValue, path.asking("partie", side.rawValue),
          bearer == side
        )
      }
    return """
      <nav class="actions" aria-label="\(words.duties.filter)">\(each: choices, { choice in
        """
        <a class="button\(when: choice.2, " primary")" href="\(choice.1)"\
        \(when: choice.2, " aria-current=\"true\"")>\(choice.0)</a>
        """
      })</nav>
      """
  }

  private func dutyLine(_ line: DutyLine) -> HTML {
    let duty = line.state.duty
    return """
      <tr><td>\(formats.day(duty.due))</td>
      <td><a class="row" href="/contrats/\(line.agreement.text)/echeances">\
      \(words.duties.name(duty, formats))</a></td>
      <td>\(line.clientName)<span class="sub">\(line.reference)</span></td>
      <td>\(words.duties.bearers[duty.bearer] ?? duty.bearer.rawValue)</td>
      <td>\(dutyArticle(duty, line.agreement))</td>
      <td>\(standing(line.state.standing))</td></tr>

      """
  }
}

extension Frame {
  /// What is late or comes soon, on the page of its contract.
  func duties(_ states: [DutyState], _ agreement: ID<Agreement>) -> HTML {
    """
    <section aria-labelledby="echeances"><h2 id="echeances">\(words.duties.title)</h2>
    <ul class="overview">\(each: states.prefix(8), { state in
      """
      <li>\(standing(state.standing))<a href="/contrats/\(agreement.text)/echeances">\
      \(words.duties.name(state.duty, formats))</a><span>\(formats.day(state.duty.due))</span></li>
      """
    })</ul></section>
    """
  }
}
