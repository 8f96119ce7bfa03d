import Maintenance
import Operations

/// What may be done now on an advice, by whom looks at it.
struct AdviceForms {
  let frame: Frame
  let reading: AdviceReading
  let refused: RefusedForm?

  private var words: AdviceWords { frame.words.advice }
  private var advice: Advice { reading.advice }

  var panel: HTML {
    let acts = Visit.isClient ? clientActs : providerActs
    guard !acts.isEmpty else { return "" }
    return """
      <section class="panel acts" aria-labelledby="agir">\
      <h2 id="agir">\(frame.words.tickets.acts.title)</h2>\(each: acts, { $0 })</section>
      """
  }

  private var clientActs: [HTML] {
    guard Visit.may(.answerAdvice), advice.stage.isAwaited else { return [] }
    return (advice.stage == .sent ? [form("vues", "", submit: words.read)] : []) + [answer]
  }

  private var providerActs: [HTML] {
    guard Visit.may(.workTickets) else { return [] }
    switch advice.stage {
    case .drafted: return [send, close]
    case .sent, .seen:
      let silence: [HTML] =
        advice.rounds.last?.maySilenceBeTold(at: reading.at) == true
        ? [form("silences", "", submit: words.silence)] : []
      return [answer, remind] + silence + [close]
    case .declined, .silent: return [raise, close]
    case .accepted: return [close]
    case .closed: return []
    }
  }

  private var send: HTML {
    let known = reading.terms.contract.client.representative.name
    return form(
      "envoi",
      """
      \(line("envoi", "destinataire", words.recipient, initially: known))\(means("envoi"))
      """, submit: words.send, isPrimary: true)
  }

  private var remind: HTML {
    folded("relances", words.remind, means("relances"))
  }

  private var answer: HTML {
    let typed = refused?.act == "reponses" ? refused?.fields : nil
    let person: HTML? =
      Visit.isClient ? nil : line("reponses", "personne", words.answeredBy, initially: "")
    return """
      <form class="act" method="post" action="\(place("reponses"))">
      <h3>\(words.answer)</h3>\(seen)\(person)
      \(field(words.reason, id: "motif-reponse", hint: words.reasonHint, """
        <textarea name="motif" id="motif-reponse" rows="2" maxlength="10000" \
        aria-describedby="motif-reponse-aide">\(typed?["motif"] ?? "")</textarea>
        """))
      \(when: advice.content.price != nil, "<p class=\"hint\">\(words.acceptedCreates)</p>")
      <button class="primary" type="submit" name="reponse" value="accepted">\(words.accept)</button>
      <button type="submit" name="reponse" value="declined">\(words.decline)</button></form>
      """
  }

  private var raise: HTML {
    let occasions: [(value: String, word: String)] = Advice.Occasion.allCases.map {
      ($0.rawValue, words.occasionNames[$0] ?? $0.rawValue)
    }
    return folded(
      "reprises", words.raise,
      """
      \(field(words.occasion, id: "occasion", choice(
        "occasion", id: "occasion", chosen: nil, occasions)))
      \(area("reprises", "note", words.note, isRequired: false))
      """)
  }

  private var close: HTML {
    folded(
      "cloture", words.close, area("cloture", "motif", words.closeReason, isRequired: true))
  }

  private func means(_ act: String) -> HTML {
    let names: [(value: String, word: String)] = Advice.Means.allCases.map {
      ($0.rawValue, words.meansNames[$0] ?? $0.rawValue)
    }
    let chosen = refused?.act == act ? refused?.fields["moyen"] : nil
    return field(
      words.means, id: "moyen-\(act)",
      choice("moyen", id: "moyen-\(act)", chosen: chosen, names))
  }

  private func line(_ act: String, _ name: String, _ label: String, initially: String) -> HTML {
    let typed = refused?.act == act ? refused?.fields[name] : nil
    return field(
      label, id: "\(name)-\(act)",
      """
      <input name="\(name)" id="\(name)-\(act)" maxlength="200" required \
      value="\(typed ?? initially)">
      """)
  }

  private func area(_ act: String, _ name: String, _ label: String, isRequired: Bool) -> HTML {
    let typed = refused?.act == act ? refused?.fields[name] : nil
    return field(
      label, id: "\(name)-\(act)",
      """
      <textarea name="\(name)" id="\(name)-\(act)" rows="2" maxlength="10000"\
      \(when: isRequired, " required")>\(typed ?? "")</textarea>
      """)
  }

  private func folded(_ act: String, _ title: String, _ fields: HTML) -> HTML {
    """
    <details class="fold"\(when: refused?.act == act, " open")><summary>\(title)</summary>\
    \(form(act, fields, submit: title))</details>
    """
  }

  private func form(
    _ act: String, _ fields: HTML, submit: String, isPrimary: Bool = false
  ) -> HTML {
    """
    <form class="act" method="post" action="\(place(act))">\(seen)\(fields)
    <button\(when: isPrimary, " class=\"primary\"") type="submit">\(submit)</button></form>
    """
  }

  private var seen: HTML {
    "<input type=\"hidden\" name=\"vu\" value=\"\(advice.version)\">"
  }

  private func place(_ act: String) -> Path {
    frame.shell.once("/contrats/\(reading.agreement.id)/conseils/\(advice.id)/\(act)")
  }
}
