import Maintenance
import Operations

/// What became of one ticket of a batch, in words.
struct ToldOutcome {
  var ticket: Ticket
  var isDone: Bool
  /// Why not, when it was not done.
  var reason: String
  var receipt: Path?
}

extension Frame {
  func told(_ outcome: BatchOutcome, fault: (any Error) -> String) -> ToldOutcome {
    let ticket = outcome.ticket
    switch outcome.result {
    case .done(let entry):
      return ToldOutcome(
        ticket: ticket, isDone: true, reason: "",
        receipt: "/contrats/\(ticket.agreement)/registre/\(String(entry))/preuve")
    case .doneBefore:
      return ToldOutcome(ticket: ticket, isDone: true, reason: words.batch.doneBefore)
    case .refused(let refusal):
      return ToldOutcome(ticket: ticket, isDone: false, reason: words.tickets.refusals(refusal))
    case .failed(let error):
      return ToldOutcome(ticket: ticket, isDone: false, reason: fault(error))
    }
  }

  /// The form for the tickets that were ticked, under what became of those already tried.
  func batchPage(
    _ batch: TicketBatch, _ readings: [TicketReading], _ told: [ToldOutcome] = []
  ) -> HTML {
    let done = told.filter(\.isDone)
    let title = words.batch.titles[batch.kind] ?? batch.kind.rawValue
    let lead =
      told.isEmpty
      ? words.batch.chosen(readings.count) : words.batch.outcome(done.count, told.count)
    return shell.page(
      title: title, trail: [Crumb(name: words.tickets.title, path: batch.list)],
      lead: "\(lead)",
      """
      \(when: !told.isEmpty, outcomes(told, done.count))
      \(when: told.isEmpty && readings.isEmpty, nothingTicked(batch))
      \(when: !readings.isEmpty, form(batch, readings, isAgain: !told.isEmpty))
      \(when: readings.isEmpty && !told.isEmpty, """
        <p><a class="button" href="\(batch.list)">\(words.batch.back)</a></p>
        """)
      """)
  }

  private func nothingTicked(_ batch: TicketBatch) -> HTML {
    """
    <div class="empty"><h2>\(words.batch.none)</h2><p>\(words.batch.noneHint)</p>\
    <p><a class="button" href="\(batch.list)">\(words.batch.back)</a></p></div>
    """
  }

  private func outcomes(_ told: [ToldOutcome], _ doneCount: Int) -> HTML {
    let left = told.count - doneCount
    return """
      \(when: left > 0, notice(.bad, words.batch.left(left), words.batch.leftHint))
      <section class="panel" aria-labelledby="issue"><h2 id="issue">\(words.batch.became)</h2>
      <ul class="outcomes">\(each: told.filter { !$0.isDone } + told.filter(\.isDone), outcome)\
      </ul></section>
      """
  }

  private func outcome(_ told: ToldOutcome) -> HTML {
    let list = words.batch
    return """
      <li>\(told.isDone ? chip(list.done, .check, .good) : chip(list.notDone, .cross, .bad))
      <span><a href="/tickets/\(told.ticket.id)">\(formats.title(told.ticket.request.title))</a> \
      <span class="sub">\(words.tickets.ticket(told.ticket.number))</span>\
      \(when: !told.reason.isEmpty, "<span class=\"why\">\(told.reason)</span>")</span>
      \(told.receipt.map { path in
        "<a class=\"receipt\" href=\"\(path)\">\(words.register.receipt)</a>"
      })</li>
      """
  }

  private func form(
    _ batch: TicketBatch, _ readings: [TicketReading], isAgain: Bool
  ) -> HTML {
    let title = isAgain ? words.batch.again : words.batch.titles[batch.kind] ?? ""
    return """
      <form class="panel batch-form act" method="post" action="\(shell.once("/tickets/lot"))">
      <h2>\(title)</h2>
      <ul class="ticked">\(each: readings, ticked)</ul>
      <input type="hidden" name="acte" value="\(batch.kind.rawValue)">
      <input type="hidden" name="liste" value="\(batch.list.text)">
      \(fields(batch, readings))
      <p class="actions"><button class="primary" type="submit">\
      \(words.batch.submit(readings.count))</button>
      <a class="button" href="\(batch.list)">\(words.batch.back)</a></p></form>
      """
  }

  private func ticked(_ reading: TicketReading) -> HTML {
    let ticket = reading.ticket
    let name = TicketBatch.name(ticket.id)
    return """
      <li><input type="checkbox" name="\(name)" id="\(name)" value="1" checked>\
      <label for="\(name)">\(formats.title(ticket.request.title)) <span class="sub">\
      \(words.tickets.ticket(ticket.number)) · \(reading.agreement.clientName)</span></label> \
      <span class="priority">\(ticket.priority)</span> \(stage(ticket.stage))</li>
      """
  }

  private func fields(_ batch: TicketBatch, _ readings: [TicketReading]) -> HTML {
    let dealings = words.dealings
    switch batch.kind {
    case .assign: return line(batch, "personne", dealings.person)
    case .confirm:
      return line(batch, "personne", dealings.confirmedBy, hint: words.batch.confirmHint)
    case .note: return area(batch, "note", dealings.internalNote)
    case .reclassify:
      let matrices = readings.map(\.terms.contract.serviceLevels.matrix)
      return """
        <div class="columns">
        \(pick(batch, "impact", words.tickets.form.impact, matrices.flatMap(\.impacts)))
        \(pick(batch, "urgence", words.tickets.form.urgency, matrices.flatMap(\.urgencies)))
        </div>
        \(line(batch, "accord", dealings.accord, hint: dealings.accordHint, isRequired: false))
        \(area(batch, "motif", dealings.reason))
        """
    }
  }

  private func line(
    _ batch: TicketBatch, _ name: String, _ label: String, hint: String? = nil,
    isRequired: Bool = true
  ) -> HTML {
    field(
      label, id: name, hint: hint,
      """
      <input name="\(name)" id="\(name)" maxlength="200" autocomplete="off" \
      value="\(batch.text(name))"\(when: hint != nil, " aria-describedby=\"\(name)-aide\"")\
      \(when: isRequired, " required")>
      """)
  }

  private func area(
    _ batch: TicketBatch, _ name: String, _ label: String, hint: String? = nil
  ) -> HTML {
    field(
      label, id: name, hint: hint,
      """
      <textarea name="\(name)" id="\(name)" rows="3" maxlength="10000" required\
      \(when: hint != nil, " aria-describedby=\"\(name)-aide\"")>\(batch.text(name))</textarea>
      """)
  }

  /// Of several contracts: every value that one of them knows, as often as it is said, once.
  private func pick(
    _ batch: TicketBatch, _ name: String, _ label: String, _ values: [String]
  ) -> HTML {
    var options: [String] = []
    for value in values where !options.contains(value) { options.append(value) }
    return field(
      label, id: name,
      choice(
        name, id: name, chosen: batch.text(name),
        options.map { (value: $0, word: formats.label($0)) }))
  }
}
