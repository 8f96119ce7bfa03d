import Maintenance
import Store

extension Frame {
  func contractListPage(_ lines: [AgreementLine]) -> HTML {
    let contracts = words.contracts
    let content: HTML =
      lines.isEmpty
      ? """
      <div class="empty"><h2>\(contracts.none)</h2><p>\(contracts.noneHint)</p></div>
      """ : contractTable(lines)
    return shell.page(
      title: contracts.title, lead: lines.isEmpty ? nil : "\(contracts.lead(lines.count))",
      actions: !Visit.may(.writeContracts)
        ? nil
        : """
        <a class="button primary" href="/contrats/nouveau">\(Icon.plus.html)\(contracts.new)</a>
        """, content)
  }

  private func contractTable(_ lines: [AgreementLine]) -> HTML {
    let headings = words.contracts.headings
    return table(
      words.contracts.title,
      [
        .text(headings.client), .text(headings.version), .text(headings.since),
        .number(headings.openTickets), .number(headings.late),
      ],
      rows: "\(each: lines, contractRow)")
  }

  private func contractRow(_ line: AgreementLine) -> HTML {
    """
    <tr>
    <td><a class="row" href="/contrats/\(line.id.text)">\(line.clientName)</a>\
    <span class="sub">\(line.reference) · \(line.title)</span></td>
    <td>\(version(line))</td>
    <td>\(line.validFrom.map(formats.day) ?? "—")</td>
    <td class="num">\(line.openTickets)</td>
    <td class="num">\(line.lateTickets == 0 ? "0" : chip(String(line.lateTickets), .alert, .bad))\
    </td>
    </tr>

    """
  }

  private func version(_ line: AgreementLine) -> HTML {
    line.versionCount == 0
      ? chip(words.contracts.notInForce, .dot, .warning) : "\(line.versionCount)"
  }
}
