import Maintenance
import Operations
import Store

extension Frame {
  /// Advice of every contract at one stage, the last first.
  func adviceOverviewPage(
    _ lines: [AdviceLine], _ counts: [Advice.Stage: Int], at stage: Advice.Stage, hasMore: Bool
  ) -> HTML {
    let words = words.advice
    let path: Path = "/conseils"
    return shell.page(
      title: words.title, lead: "\(adviceLead(counts))",
      """
      \(tabs(words.state, Advice.Stage.allCases.map { other in
        Tab(
          word: words.stages[other] ?? "", path: path.asking("etat", other.rawValue),
          isHere: other == stage, count: counts[other] ?? 0)
      }))
      \(lines.isEmpty ? noAdvice : adviceTable(lines, ofAll: true))
      \(when: hasMore, lines.last.map { last in
        """
        <p class="pager"><a class="button" href="\
        \(path.asking("etat", stage.rawValue).asking("avant", last.id.text))">\
        \(self.words.shell.older)</a></p>
        """
      } ?? "")
      """)
  }

  private func adviceLead(_ counts: [Advice.Stage: Int]) -> String {
    words.advice.lead(
      (counts[.sent] ?? 0) + (counts[.seen] ?? 0), (counts[.declined] ?? 0) + (counts[.silent] ?? 0)
    )
  }

  private var noAdvice: HTML {
    """
    <div class="empty"><h2>\(words.advice.none)</h2><p>\(words.advice.noneHint)</p></div>
    """
  }

  /// One contract's advice.
  func adviceListPage(
    _ list: AdviceList, typed: [String: String], refused: RefusedForm? = nil
  ) -> HTML {
    let words = words.advice
    let lines = list.lines
    let counts: [Advice.Stage: Int] = lines.reduce(into: [:]) { $0[$1.stage, default: 0] += 1 }
    let citation = list.terms.citation("obligations_prestataire.conseil", Reason(.priced))
    return shell.page(
      title: words.title,
      trail: [
        Crumb(name: self.words.contracts.title, path: "/contrats"),
        Crumb(name: list.agreement.clientName, path: "/contrats/\(list.agreement.id)"),
      ],
      lead: """
        \(adviceLead(counts)) \(words.article)\(self.words.time.colon) \
        \(cite(citation, in: list.agreement.id))
        """,
      """
      \(refused.map { notice(.bad, $0.message, self.words.faults.kept) })
      \(when: !list.toRaise.isEmpty && Visit.may(.workTickets), toRaise(list.toRaise))
      \(lines.isEmpty ? noAdvice : adviceTable(lines, ofAll: false))
      \(when: Visit.may(.workTickets), """
        \(when: !list.occasions.isEmpty, occasions(list))\(draftForm(list, typed))
        """)
      """)
  }

  private func adviceTable(_ lines: [AdviceLine], ofAll: Bool) -> HTML {
    let words = words.advice
    return table(
      words.title,
      [.text(words.thing)] + (ofAll ? [.text(self.words.shell.client)] : []) + [
        .text(words.state), .text(words.sentOn), .text(words.due), .number(words.price),
      ],
      rows: "\(each: lines, { adviceRow($0, ofAll: ofAll) })")
  }

  private func adviceRow(_ line: AdviceLine, ofAll: Bool) -> HTML {
    let words = words.advice
    let isAwaited = line.stage.isAwaited
    return """
      <tr><td><a class="row" href="/contrats/\(line.agreement)/conseils/\(line.id)">\(line.thing)\
      </a><span class="sub">\(words.one(line.number)) · \
      \(words.origins[line.origin.kind] ?? "")</span></td>
      \(when: ofAll, """
        <td>\(line.clientName)<span class="sub">\(line.reference)</span></td>
        """)
      <td>\(adviceStage(line.stage))</td>
      <td>\(line.sentAt.map(time) ?? "–")\
      \(when: isAwaited, "<span class=\"sub\">\(words.reminders(line.reminders))</span>")</td>
      <td>\(line.due.map { formats.shortDay($0) } ?? "–")</td>
      <td class="num">\(line.price.map { formats.money($0) } ?? "–")</td></tr>

      """
  }

  func adviceStage(_ stage: Advice.Stage) -> HTML {
    let word = words.advice.stages[stage] ?? stage.rawValue
    return switch stage {
    case .drafted: chip(word, .dot, .quiet)
    case .sent: chip(word, .arrow, .info)
    case .seen: chip(word, .check, .info)
    case .accepted: chip(word, .check, .good)
    case .declined: chip(word, .cross, .bad)
    case .silent: chip(word, .moon, .warning)
    case .closed: chip(word, .check, .quiet)
    }
  }

  private func toRaise(_ lines: [AdviceLine]) -> HTML {
    """
    <section class="panel" aria-labelledby="reprises"><h2 id="reprises">\(words.advice.toRaise)</h2>
    <p class="sub">\(words.advice.toRaiseHint)</p>
    <ul class="plain-list">\(each: lines, { line in
      """
      <li>\(adviceStage(line.stage)) \
      <a href="/contrats/\(line.agreement)/conseils/\(line.id)">\(line.thing)</a></li>
      """
    })</ul></section>
    """
  }

  /// Facts read in the contract: one button drafts the advice.
  private func occasions(_ list: AdviceList) -> HTML {
    let words = words.advice
    let path: Path = "/contrats/\(list.agreement.id)/conseils"
    return """
      <section class="panel" aria-labelledby="faits"><h2 id="faits">\(words.occasions)</h2>
      <p class="sub">\(words.occasionsHint)</p>
      \(table(words.occasions, [
        .text(words.fact), .text(words.origin), .text(words.draft),
      ], rows: """
        \(each: list.occasions, { occasion in
          """
          <tr><td>\(occasion.fact.typesetInFrench)</td>
          <td>\(words.origins[occasion.origin.kind] ?? "")</td>
          <td><form method="post" action="\(shell.once(path))">
          <input type="hidden" name="origine" value="\(occasion.origin.kind.rawValue)">
          <input type="hidden" name="reference" value="\(occasion.origin.reference)">
          <input type="hidden" name="objet" value="\(occasion.thing)">
          <input type="hidden" name="constat" value="\(occasion.fact)">
          <button type="submit">\(words.write)<span class="off"> \(occasion.thing)</span></button>
          </form></td></tr>

          """
        })
        """))</section>
      """
  }

  private func draftForm(_ list: AdviceList, _ typed: [String: String]) -> HTML {
    let words = words.advice
    let path: Path = "/contrats/\(list.agreement.id)/conseils"
    return """
      <details class="fold" id="rediger"\(when: !typed.isEmpty, " open")>
      <summary>\(words.draft)</summary>
      <form class="act" method="post" action="\(shell.once(path))">
      <input type="hidden" name="origine" value="\(typed["origine"] ?? "")">
      <input type="hidden" name="reference" value="\(typed["reference"] ?? "")">
      \(adviceFields(typed))
      <button class="primary" type="submit">\(words.save)</button></form></details>
      """
  }

  /// What an advice says, to be typed.
  func adviceFields(_ typed: [String: String]) -> HTML {
    let words = words.advice
    func area(_ name: String, _ label: String, hint: String? = nil) -> HTML {
      field(
        label, id: name, hint: hint,
        """
        <textarea name="\(name)" id="\(name)" rows="3" maxlength="10000"\
        \(when: hint != nil, " aria-describedby=\"\(name)-aide\"")>\(typed[name] ?? "")</textarea>
        """)
    }
    return """
      \(field(words.thing, id: "objet", hint: words.thingHint, """
        <input name="objet" id="objet" maxlength="200" required aria-describedby="objet-aide" \
        value="\(typed["objet"] ?? "")">
        """))
      \(area("constat", words.fact, hint: words.factHint))
      \(area("risque", words.risk))
      \(area("consequence", words.consequence, hint: words.consequenceHint))
      \(area("recommandation", words.recommendation))
      <div class="columns">\(field(words.price, id: "prix", """
        <input name="prix" id="prix" inputmode="decimal" maxlength="20" autocomplete="off" \
        value="\(typed["prix"] ?? "")">
        """))\(field(words.due, id: "echeance", """
        <input type="date" name="echeance" id="echeance" value="\(typed["echeance"] ?? "")">
        """))</div>
      """
  }
}
