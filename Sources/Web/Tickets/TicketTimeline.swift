import Maintenance
import Operations

extension Frame {
  /// Every fact of a ticket, the last first, each with its receipt.
  func timeline(_ reading: TicketReading) -> HTML {
    timeline(reading.facts, reading.entries, of: reading.agreement.id)
  }

  /// Facts with their places in the agreement's log.
  func timeline(_ facts: [Fact], _ entries: [Int64], of agreement: ID<Agreement>) -> HTML {
    let told = Array(zip(facts, entries).reversed())
    return """
      <ol class="timeline">\(each: told, { fact($0.0, entry: $0.1, of: agreement) })</ol>
      """
  }

  private func fact(_ fact: Fact, entry n: Int64, of agreement: ID<Agreement>) -> HTML {
    let receipt: Path = "/contrats/\(agreement)/registre/\(String(n))/preuve"
    return """
      <li><div class="when">\(time(fact.at))</div><div><p class="what">\
      <strong>\(words.tickets.facts[fact.kind] ?? fact.kind)</strong> \
      <span class="who">\(fact.actor.name)</span> \
      <a class="receipt" href="\(receipt)" title="\(words.register.proofOf(n))">\
      \(words.register.receipt)</a></p>\(detail(fact))</div></li>
      """
  }

  /// What a fact says besides its kind.
  private func detail(_ fact: Fact) -> HTML? {
    let said = FactWords(words: words, formats: formats)
    let (parts, texts) = (said.parts(fact), said.texts(fact))
    let isTold = [.ticket, .advice, .delivery].contains(fact.subject.kind)
    guard isTold, !["ticket.opened", AdviceFact.drafted].contains(fact.kind),
      !parts.isEmpty || !texts.isEmpty
    else { return nil }
    return """
      \(when: !parts.isEmpty, "<p class=\"sub\">\(parts.joined(separator: " · "))</p>")\
      \(each: texts, { "<p class=\"note\">\($0)</p>" })
      """
  }
}
