import Maintenance
import Store

extension Frame {
  /// Templates of answers, each in a form of its own, and one for a new one.
  func templatePage(_ kept: [KeptTemplate], refused: RefusedForm? = nil) -> HTML {
    let said = words.templates
    return shell.page(
      title: said.title, trail: [Crumb(name: words.tickets.title, path: "/tickets")],
      lead: "\(said.lead(kept.count))",
      """
      \(refused.map { notice(.bad, $0.message, words.faults.kept) })
      <div class="two"><div>\(each: kept, { template($0, refused) })</div>
      <aside aria-label="\(said.add)"><section class="panel acts" aria-labelledby="ajouter">\
      <h2 id="ajouter">\(said.add)</h2>\
      \(templateForm("/modeles", "", typed(refused, "") ?? [:], submit: said.add))</section></aside>
      </div>
      """)
  }

  private func typed(_ refused: RefusedForm?, _ key: String) -> [String: String]? {
    refused.flatMap { $0.act == key ? $0.fields : nil }
  }

  private func template(_ kept: KeptTemplate, _ refused: RefusedForm?) -> HTML {
    let typed = typed(refused, kept.id.text)
    let fields = ["nom": kept.template.title, "texte": kept.template.text]
    return """
      <details class="fold"\(when: typed != nil, " open")><summary>\(kept.template.title)</summary>\
      \(templateForm(
        "/modeles/\(kept.id)/modification", "-\(kept.id.text)", typed ?? fields,
        submit: words.templates.save))
      <form class="act" method="post" action="\(shell.once("/modeles/\(kept.id)/suppression"))">\
      <button type="submit">\(words.templates.remove)<span class="off"> \(kept.template.title)\
      </span></button></form></details>
      """
  }

  private func templateForm(
    _ path: Path, _ mark: String, _ fields: [String: String], submit: String
  ) -> HTML {
    let said = words.templates
    let known = AnswerTemplate.Placeholder.allCases.map { "{\($0.rawValue)}" }
    return """
      <form class="act" method="post" action="\(shell.once(path))">
      \(field(said.name, id: "nom\(mark)", """
        <input name="nom" id="nom\(mark)" maxlength="120" required autocomplete="off" \
        value="\(fields["nom"] ?? "")">
        """))
      \(field(said.text, id: "texte\(mark)", hint: said.hint(known.joined(separator: ", ")), """
        <textarea name="texte" id="texte\(mark)" rows="8" maxlength="10000" required \
        aria-describedby="texte\(mark)-aide">\(fields["texte"] ?? "")</textarea>
        """))
      <button class="primary" type="submit">\(submit)</button></form>
      """
  }

  /// Where somebody was called upon; empty when nowhere.
  func mentionList(_ mentions: [Mention]) -> HTML {
    guard !mentions.isEmpty else { return "" }
    return """
      <section class="panel" aria-labelledby="mentions">\
      <h2 id="mentions">\(words.templates.mentions)</h2><ul class="plain-list">\
      \(each: mentions, { mention in
        """
        <li><a href="/tickets/\(mention.ticket)#chronologie">\(mention.title)</a> \
        <span class="sub">\(mention.clientName) · \
        \(words.templates.mentioned(mention.author, formats.instant(mention.at)))</span></li>
        """
      })</ul></section>
      """
  }
}

extension ActForms {
  /// A template as it would be sent on this ticket.
  func filled(_ template: AnswerTemplate) -> String {
    template.filled { placeholder in
      switch placeholder {
      case .client: clientName
      case .contract: terms.contract.reference
      case .ticket: String(ticket.number)
      case .title: ticket.request.title
      case .requester: ticket.request.requester
      case .deadline:
        ticket.nextDeadline.map { frame.formats.instant($0.at) } ?? words.tickets.deadlineNone
      case .author: author
      }
    }
  }

  /// Puts a template into the answer: a script inserts it, without one the form comes back filled.
  var templateChoice: HTML? {
    guard !templates.isEmpty, !Visit.isClient else { return nil }
    let said = words.templates
    return """
      <div class="field insert"><label for="modele">\(said.choose)</label>\
      <div><select name="modele" id="modele" data-inserts="note-reponses">\
      <option value=""></option>\(each: templates, { kept in
        """
        <option value="\(kept.id)" data-text="\(filled(kept.template))">\
        \(kept.template.title)</option>
        """
      })</select><button type="submit" name="inserer" value="1" formnovalidate>\(said.insert)\
      </button></div></div>
      """
  }

  private var clientName: String { terms.contract.client.name }

  private var author: String { frame.shell.actorName }
}
