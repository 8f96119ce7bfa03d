import Maintenance
import Store

/// The forms of one ticket: each opens on demand, without a script, and what was typed in a refused
/// one comes back.
struct ActForms {
  let frame: Frame
  let ticket: Ticket
  let terms: Terms
  let refused: RefusedForm?
  var templates: [KeptTemplate] = []

  var words: Words { frame.words }

  /// What was typed in the form of an act, or of one of its numbered dealings.
  func typed(_ act: String, number: Int? = nil) -> [String: String]? {
    guard let refused, refused.act == act else { return nil }
    if let number, refused.fields["numero"] != String(number) { return nil }
    return refused.fields
  }

  func folded(
    _ act: String, _ title: String, number: Int? = nil, _ fields: HTML, submit: String? = nil
  ) -> HTML {
    let id = "acte-\(act)\(number.map { "-\($0)" } ?? "")"
    return """
      <details class="fold" id="\(id)"\(when: typed(act, number: number) != nil, " open")>\
      <summary>\(title)</summary>\
      \(form(act, number: number, fields, submit: submit ?? title, isPrimary: false))</details>
      """
  }

  /// `number` is that of the proposal or warning that the act is about.
  func form(
    _ act: String, number: Int? = nil, _ fields: HTML, submit: String, isPrimary: Bool
  ) -> HTML {
    let place = frame.shell.once("/tickets/\(ticket.id)/\(act)")
    return """
      <form class="act" method="post" action="\(place)" hx-post="\(place)" \
      hx-target="#contenu" hx-select="#contenu" hx-swap="outerHTML" \
      hx-disabled-elt="find button">\
      \(number.map { "<input type=\"hidden\" name=\"numero\" value=\"\($0)\">" })
      \(fields)<button class="\(isPrimary ? "primary" : "secondary")" \
      type="submit">\(submit)</button></form>
      """
  }

  /// The version that the page shows: the act is refused when the ticket has moved since.
  var seen: HTML {
    "<input type=\"hidden\" name=\"vu\" value=\"\(ticket.version)\">"
  }

  func note(_ act: String, _ label: String? = nil, name: String = "note", hint: String? = nil)
    -> HTML
  {
    let id = "\(name)-\(act)"
    return field(
      label ?? words.tickets.acts.note, id: id, hint: hint,
      """
      <textarea name="\(name)" id="\(id)" rows="3" maxlength="10000"\
      \(when: hint != nil, " aria-describedby=\"\(id)-aide\"")>\(typed(act)?[name] ?? "")\
      </textarea>
      """)
  }

  func line(
    _ act: String, _ name: String, _ label: String, number: Int? = nil,
    initially value: String = "",
    hint: String? = nil, isRequired: Bool = true
  ) -> HTML {
    let id = "\(name)-\(act)\(number.map { "-\($0)" } ?? "")"
    return field(
      label, id: id, hint: hint,
      """
      <input name="\(name)" id="\(id)" maxlength="200" autocomplete="off" \
      value="\(typed(act, number: number)?[name] ?? value)"\
      \(when: hint != nil, " aria-describedby=\"\(id)-aide\"")\(when: isRequired, " required")>
      """)
  }

  func day(_ act: String, _ name: String, _ label: String, initially day: Day) -> HTML {
    let id = "\(name)-\(act)"
    return field(
      label, id: id,
      """
      <input type="date" name="\(name)" id="\(id)" value="\(typed(act)?[name] ?? day.iso)" required>
      """)
  }

  func pick(
    _ act: String, _ name: String, _ label: String, number: Int? = nil, chosen: String? = nil,
    _ options: [(String, String)]
  ) -> HTML {
    let id = "\(name)-\(act)\(number.map { "-\($0)" } ?? "")"
    return field(
      label, id: id,
      choice(
        name, id: id, chosen: typed(act, number: number)?[name] ?? chosen,
        options.map { (value: $0.0, word: $0.1) }))
  }
}
