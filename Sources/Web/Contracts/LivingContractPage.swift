import ContractSource
import Maintenance
import Operations
import Store

extension Frame {
  /// What was agreed, article by article, beside what it does today.
  func livingContractPage(_ living: LivingContract) -> HTML {
    let agreement = living.agreement
    let id = agreement.id.text
    let contracts = words.contracts
    let isInForce = living.terms != nil
    let isWhole = living.isWhole
    return shell.page(
      title: agreement.clientName,
      trail: [Crumb(name: contracts.title, path: "/contrats")], lead: lead(living),
      actions: """
        \(when: isInForce && Visit.may(.openTickets), """
          <a class="button primary" href="/contrats/\(id)/tickets/nouveau">\(Icon.plus.html)\
          \(contracts.openTicket)</a>
          """)\
        \(when: Visit.isClient, """
          <a class="button" href="\(Path("/tickets").asking("contrat", id))">\
          \(words.tickets.title)</a>
          """)\
        \(when: isInForce && isWhole, """
          <a class="button" href="/contrats/\(id)/niveaux">\(words.levels.link)</a>
          """)\
        \(when: isInForce && !Visit.isClient && Visit.may(.readInvoices), """
          <a class="button" href="/contrats/\(id)/facture">\(contracts.invoice)</a>
          """)\
        \(when: isInForce && isWhole && Visit.may(.readInvoices), """
          <a class="button" href="/contrats/\(id)/compte">\(words.ledger.link)</a>
          """)\
        <a class="button" href="/contrats/\(id)/echeances">\(words.duties.title)</a>\
        \(when: isInForce && isWhole, """
          <a class="button" href="/contrats/\(id)/conseils">\(words.advice.title)</a>\
          <a class="button" href="/contrats/\(id)/recettes">\(words.deliveries.title)</a>
          """)\
        \(when: Visit.may(.readRegister), """
          <a class="button" href="/contrats/\(id)/registre">\(contracts.register)</a>
          """)\
        \(when: Visit.current != nil && Visit.may(.managePeople), """
          <a class="button" href="/contrats/\(id)/personnes">\(words.people.see)</a>
          """)\
        <a class="button" href="/contrats/\(id)/texte">\(words.versionText.title)</a>\
        <a class="button" href="/contrats/\(id)/contrat.pdf">\(contracts.pdf)</a>\
        <a class="button" href="/contrats/\(id)/source">\(contracts.source)</a>\
        \(when: Visit.may(.writeContracts), """
          <form method="post" action="\(Path("/contrats/\(id)/copies"))">\
          <button type="submit">\(words.workshop.duplicate)</button></form>
          """)
        """,
      """
      \(agreement.end.map { notice(.warning, words.signing.ended(
        formats.day($0.lastDay), words.signing.grounds[$0.ground] ?? ""), $0.note) })
      \(living.balance.map(gauge))
      \(living.proposed.map { proposed($0, agreement) })
      \(isWhole ? living.terms.map { overview($0, living.states) } : nil)
      \(when: !living.duties.isEmpty, duties(living.duties, agreement.id))
      \(living.terms.map { articles($0, living.states) })
      \(when: !agreement.versions.isEmpty, versions(agreement, isWhole: isWhole))
      """)
  }

  private func lead(_ living: LivingContract) -> HTML {
    let agreement = living.agreement
    guard let terms = living.terms else {
      return "\(agreement.reference) · \(words.contracts.notInForce)"
    }
    guard living.isWhole else {
      let sites = Visit.sites(of: agreement.id, terms.contract).map(\.name.typesetInFrench)
      return """
        \(agreement.reference) · \
        \(words.contracts.inForce(terms.version, formats.day(terms.contract.term.start))) · \
        \(words.people.heldTo(sites.joined(separator: ", ")))
        """
    }
    let counts = living.counts
    return """
      \(agreement.reference) · \
      \(words.contracts.inForce(terms.version, formats.day(terms.contract.term.start))). \
      \(words.contracts.livingLead(counts.held, counts.missed, counts.overdue))
      """
  }

  private func proposed(_ reading: Reading, _ agreement: Agreement) -> HTML {
    let contracts = words.contracts
    return """
      <section class="panel" aria-labelledby="propose"><h2 id="propose">\(contracts.proposed)</h2>
      <p>\(contracts.proposedLead(formats.day(reading.contract.effectiveDay)))</p>
      \(findings(reading))
      \(when: agreement.latest != nil, """
        <p><a href="/contrats/\(agreement.id.text)/comparaison">\(words.workshop.comparison)</a></p>
        """)
      <p><a class="button primary" href="/contrats/\(agreement.id.text)/versions">\
      \(agreement.signing == nil ? words.signing.ask : words.signing.waiting)</a></p></section>
      """
  }

  private func versions(_ agreement: Agreement, isWhole: Bool) -> HTML {
    """
    <section class="panel" aria-labelledby="versions">\
    <h2 id="versions">\(words.contracts.versions)</h2>
    <ul class="plain-list">\(each: agreement.versions, { version in
      """
      <li><a href="/contrats/\(agreement.id)/versions/\(version.number)/texte">\
      \(words.contracts.inForce(version.number, formats.day(version.validFrom)))</a> \
      <span class="hash">\(version.sha256)</span></li>
      """
    })</ul>
    \(when: isWhole, """
      <p><a href="/contrats/\(agreement.id.text)/versions">\(words.signing.title)</a></p>
      """)</section>
    """
  }

  /// What holds and what does not, before the text that says so.
  private func overview(_ terms: Terms, _ states: [String: ArticleState]) -> HTML {
    let gravity: [ArticleState.Standing] = [.broken, .atRisk, .held, .told]
    let told = gravity.flatMap { standing in
      terms.text.articles.filter { states[$0.id]?.standing == standing }
    }
    return """
      <section aria-labelledby="etat"><h2 id="etat">\(words.contracts.state)</h2>
      <ul class="overview">\(each: told, { article in
        states[article.id].map { state in
          """
          <li>\(standing(state.standing))\
          <a href="#\(article.id)">\(article.number). \(article.title)</a>\
          <span>\(remarks(state, terms).joined(separator: " "))</span></li>
          """
        } ?? ""
      })</ul></section>
      """
  }

  private func remarks(_ state: ArticleState, _ terms: Terms) -> [String] {
    state.remarks.map { words.contracts.remark($0, formats, terms.contract) }
  }

  func articles(_ terms: Terms, _ states: [String: ArticleState]) -> HTML {
    """
    <section aria-labelledby="articles"><h2 id="articles" class="off">\(words.contracts.articles)\
    </h2>
    <ol class="articles" lang="fr">\
    \(each: terms.text.articles, { article($0, states[$0.id], terms) })</ol>
    \(each: terms.text.annexes, annex)</section>
    """
  }

  private func article(_ article: Article, _ state: ArticleState?, _ terms: Terms) -> HTML {
    """
    <li class="article" id="\(article.id)"><div class="text">
    <h3><span class="number">\(article.number)</span> \(article.title)</h3>
    \(each: article.clauses, { clause in
      """
      <div class="clause" id="\(clause.id)"><span class="number">\(clause.number)</span>\
      <div>\(each: clause.blocks, { legalBlock($0, in: "Clause\u{A0}\(clause.number)") })</div>
      </div>
      """
    })\(article.basis.map(basis))</div>
    \(state.map { self.state($0, terms) })</li>
    """
  }

  private func basis(_ basis: String) -> HTML {
    "<p class=\"basis\">\(words.contracts.basis)\(words.time.colon) \(basis)</p>"
  }

  private func state(_ state: ArticleState, _ terms: Terms) -> HTML {
    """
    <div class="state" lang="\(words.code)">\(standing(state.standing))
    \(each: remarks(state, terms), { "<p>\($0)</p>" })</div>
    """
  }

  private func annex(_ annex: Annex) -> HTML {
    """
    <section class="panel annex" lang="fr">\
    <h3>\(words.contracts.annex(annex.number, annex.title))</h3>
    \(each: annex.blocks, { legalBlock($0, in: "Annexe\u{A0}\(annex.number)") })</section>
    """
  }
}
