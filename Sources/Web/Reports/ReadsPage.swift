import Maintenance

extension Frame {
  /// Who read what is confidential under a contract, the latest first.
  func readsPage(_ agreement: Agreement, _ reads: [ConfidentialRead]) -> HTML {
    let said = words.reads
    return shell.page(
      title: said.title,
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: agreement.clientName, path: "/contrats/\(agreement.id)"),
        Crumb(name: words.contracts.register, path: "/contrats/\(agreement.id)/registre"),
      ], lead: "\(said.lead)",
      """
      \(reads.isEmpty ? "<p class=\"soft\">\(said.none)</p>" : table(
        said.title, [.text(said.when), .text(words.shell.who), .text(said.what)],
        rows: "\(each: reads, row)"))
      """)
  }

  private func row(_ read: ConfidentialRead) -> HTML {
    """
    <tr><td>\(time(read.at))</td><td>\(read.reader)</td>\
    <td>\(words.reads.classes[read.kind] ?? read.kind.rawValue)\
    <span class="sub">\(object(read))</span></td></tr>

    """
  }

  /// A ticket is led to.
  private func object(_ read: ConfidentialRead) -> HTML {
    let halves = read.object.split(separator: " ")
    guard halves.count == 2, let id = ID<Ticket>(String(halves[1])), halves[0] == "ticket" else {
      return HTML(read.object)
    }
    return "<a href=\"/tickets/\(id)\">\(words.reads.ticket)</a>"
  }
}
