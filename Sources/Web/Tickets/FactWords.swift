import Maintenance

/// What a fact on a ticket says, in words.
struct FactWords {
  let words: Words
  let formats: Formats

  /// Its circumstances, each a few words.
  func parts(_ fact: Fact) -> [String] { circumstances(fact) + dealing(fact) + alert(fact) }

  /// What people wrote.
  func texts(_ fact: Fact) -> [String] {
    let names = [
      "thing", "observed", "note", "text", "risk", "consequence", "recommendation",
      "reason_text", "title",
    ]
    let isOwn = [.outage, .advice, .delivery].contains(fact.subject.kind)
    let reason = isOwn && fact.body["answer"] == nil ? ["reason"] : []
    let lines = ["criteria", "reservations"].flatMap { fact.body[$0]?.list ?? [] }
    return ((names + reason).map { fact.body[$0]?.text } + lines.map(\.text))
      .compactMap(\.self).filter { !$0.isEmpty }
  }

  private func circumstances(_ fact: Fact) -> [String] {
    var parts: [String] = []
    if let reason = fact.body["reason"]?.text.flatMap(PauseReason.init(rawValue:)) {
      parts.append(words.clocks.pauses[reason] ?? reason.rawValue)
    }
    if let cause = fact.body["cause"]?.text.flatMap(FailureCause.init(rawValue:)) {
      let word = words.tickets.causes[cause] ?? cause.rawValue
      parts.append("\(words.tickets.acts.cause)\(words.time.colon) \(word)")
    }
    if let minutes = fact.body["minutes"]?.integer {
      parts.append(formats.duration(Int(minutes) * 60))
    }
    if let start = fact.body["from"]?.text.flatMap(Instant.init(iso:)) {
      parts.append(formats.instant(start))
    }
    if let place = fact.body["place"]?.text.flatMap(Ticket.Work.Place.init(rawValue:)) {
      parts.append(words.dealings.places[place] ?? place.rawValue)
    }
    if let person = fact.body["to"]?.text ?? fact.body["owner"]?.text {
      parts.append(Instant(iso: person).map(formats.instant) ?? person)
    }
    if let means = fact.body["means"]?.text.flatMap(Advice.Means.init(rawValue:)) {
      parts.append(words.advice.meansNames[means] ?? means.rawValue)
    }
    if let decision = fact.body["decision"]?.text.flatMap(Delivery.Decision.init(rawValue:)),
      fact.subject.kind == .delivery
    {
      parts.append(words.deliveries.decisions[decision] ?? decision.rawValue)
    }
    if let due = fact.body["due"]?.text.flatMap(Day.init(iso:)) { parts.append(formats.day(due)) }
    if fact.kind == TicketFact.attached, let name = fact.body["name"]?.text,
      let size = fact.body["size"]?.integer, let digest = fact.body["sha256"]?.text
    {
      parts += [name, words.attachments.size(Int(size)), "SHA-256 \(digest)"]
    }
    if fact.kind == "ticket.assets_changed" {
      let ids = (fact.body["assets"]?.list ?? []).compactMap(\.text)
      parts.append(ids.isEmpty ? "–" : ids.map(formats.label).joined(separator: ", "))
    }
    if fact.kind == "ticket.qualified", let priority = fact.body["priority"]?.text {
      parts.append("\(words.tickets.headings.priority) \(priority)")
    }
    return parts
  }

  /// Of which delay, how much of it, and who was told.
  private func alert(_ fact: Fact) -> [String] {
    guard fact.kind == "ticket.escalated",
      let milestone = fact.body["milestone"]?.text.flatMap(Milestone.init(rawValue:)),
      let threshold = fact.body["threshold"]?.text.flatMap(FixedPoint.init)
    else { return [] }
    let told = (fact.body["told"]?.list ?? []).compactMap { $0["name"]?.text }
    let share = "\(formats.number(threshold))\u{A0}%"
    return [
      words.clocks.milestones[milestone] ?? milestone.rawValue,
      threshold == FixedPoint(100) ? words.onCall.over : words.onCall.near(share),
      told.isEmpty ? words.onCall.nobodyTold : words.onCall.told(told.joined(separator: ", ")),
    ]
  }

  private func dealing(_ fact: Fact) -> [String] {
    var parts: [String] = []
    if let price = fact.body["price"]?.integer {
      parts.append(words.dealings.beforeVAT(formats.money(Money(cents: price))))
    }
    if let answer = fact.body["answer"]?.text.flatMap(ClientAnswer.Kind.init(rawValue:)) {
      let kinds =
        fact.kind == "ticket.proposal_answered"
        ? words.dealings.proposalAnswers : words.dealings.warningAnswers
      parts.append(kinds[answer] ?? answer.rawValue)
      if let said = fact.body["reason"]?.text, !said.isEmpty { parts.append(said) }
    }
    if let person = fact.body["answered_by"]?.text, !person.isEmpty {
      parts.append("\(words.dealings.answeredBy)\(words.time.colon) \(person)")
    }
    if let kind = fact.body["link"]?.text.flatMap(TicketLink.Kind.init(rawValue:)),
      let number = fact.body["ticket_number"]?.integer
    {
      let word = words.dealings.links[kind] ?? kind.rawValue
      parts.append("\(word) \(words.tickets.ticket(Int(number)))")
    }
    return parts
  }
}
