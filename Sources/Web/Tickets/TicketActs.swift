import Maintenance

extension Frame {
  /// The acts that make sense now, the likely one first.
  func acts(_ ticket: Ticket, _ terms: Terms, refused: RefusedForm?) -> HTML {
    let acts = words.tickets.acts
    let forms: [HTML] =
      switch ticket.stage {
      case .new: [take(ticket), wait(ticket, terms, refused), resolve(ticket, refused)]
      case .waiting: [resume(ticket)]
      case .inCharge:
        [
          resolve(ticket, refused), workAround(ticket, refused), wait(ticket, terms, refused),
        ]
      case .workedAround: [resolve(ticket, refused), wait(ticket, terms, refused)]
      case .resolved: ["<p class=\"sub\">\(acts.done)</p>"]
      }
    return """
      <section class="panel acts" aria-labelledby="agir"><h2 id="agir">\(acts.title)</h2>
      \(each: forms, { $0 })\(log(ticket, refused))</section>
      """
  }

  private func take(_ ticket: Ticket) -> HTML {
    form(ticket, "prises-en-charge", "", submit: words.tickets.acts.take, isPrimary: true)
  }

  private func resume(_ ticket: Ticket) -> HTML {
    form(ticket, "reprises", "", submit: words.tickets.acts.resume, isPrimary: true)
  }

  private func wait(_ ticket: Ticket, _ terms: Terms, _ refused: RefusedForm?) -> HTML {
    let acts = words.tickets.acts
    let typed = typed("pauses", refused)
    let reasons = terms.contract.serviceLevels.pauses.map {
      ($0.rawValue, words.clocks.pauses[$0] ?? $0.rawValue)
    }
    guard !reasons.isEmpty else { return "" }
    return folded(
      ticket, "pauses", acts.wait, isOpen: typed != nil,
      """
      \(pick("motif", acts.waitReason, typed, reasons))
      \(note("pauses", typed))
      """, submit: acts.wait)
  }

  private func workAround(_ ticket: Ticket, _ refused: RefusedForm?) -> HTML {
    let acts = words.tickets.acts
    let typed = typed("contournements", refused)
    return folded(
      ticket, "contournements", acts.workaround, isOpen: typed != nil,
      note("contournements", typed, hint: acts.workaroundHint), submit: acts.workaround)
  }

  private func resolve(_ ticket: Ticket, _ refused: RefusedForm?) -> HTML {
    let acts = words.tickets.acts
    let typed = typed("resolutions", refused)
    let causes = FailureCause.allCases.map {
      ($0.rawValue, words.tickets.causes[$0] ?? $0.rawValue)
    }
    return folded(
      ticket, "resolutions", acts.resolve, isOpen: typed != nil,
      """
      \(pick("cause", acts.cause, typed, causes))
      \(note("resolutions", typed))
      """, submit: acts.resolve)
  }

  private func log(_ ticket: Ticket, _ refused: RefusedForm?) -> HTML {
    let acts = words.tickets.acts
    let typed = typed("travaux", refused)
    return folded(
      ticket, "travaux", acts.work, isOpen: typed != nil,
      """
      \(field(
        acts.minutes, id: "minutes",
        """
        <input type="number" inputmode="numeric" name="minutes" id="minutes" min="1" max="1440" \
        value="\(typed?["minutes"] ?? "15")" required>
        """))
      \(note("travaux", typed))
      """, submit: acts.work)
  }

  private func note(_ act: String, _ typed: [String: String]?, hint: String? = nil) -> HTML {
    field(
      words.tickets.acts.note, id: "note-\(act)", hint: hint,
      """
      <textarea name="note" id="note-\(act)" rows="3" maxlength="10000">\(typed?["note"] ?? "")\
      </textarea>
      """)
  }

  private func typed(_ act: String, _ refused: RefusedForm?) -> [String: String]? {
    refused?.act == act ? refused?.fields : nil
  }

  /// A form that opens on demand, without a script.
  private func folded(
    _ ticket: Ticket, _ act: String, _ title: String, isOpen: Bool, _ fields: HTML, submit: String
  ) -> HTML {
    """
    <details class="fold"\(when: isOpen, " open")><summary>\(title)</summary>
    \(form(ticket, act, fields, submit: submit, isPrimary: false))</details>
    """
  }

  private func form(
    _ ticket: Ticket, _ act: String, _ fields: HTML, submit: String, isPrimary: Bool
  ) -> HTML {
    let place = shell.once("/tickets/\(ticket.id)/\(act)")
    return """
      <form class="act" method="post" action="\(place)" hx-post="\(place)" \
      hx-target="#contenu" hx-select="#contenu" hx-swap="outerHTML" \
      hx-disabled-elt="find button">
      \(fields)<button class="\(isPrimary ? "primary" : "secondary")" \
      type="submit">\(submit)</button></form>
      """
  }
}
