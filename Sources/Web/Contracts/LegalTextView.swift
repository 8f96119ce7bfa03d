import Maintenance

/// The legal document as a page shows it: the same articles as the PDF, in the same order, each
/// article and clause at an address of its own. Always in French, whatever the page's language.
func legalText(_ text: LegalText) -> HTML {
  "\(each: text.articles, article)\(each: text.annexes, annex)"
}

private func article(_ article: Article) -> HTML {
  """
  <section class="legal-article" id="\(article.id)" aria-labelledby="\(article.id)-titre">
  <h2 id="\(article.id)-titre"><span class="number">\(article.number)</span> \
  <span>\(article.title)</span></h2>
  \(each: article.clauses, clause)\(article.basis.map(basis))</section>

  """
}

private func basis(_ basis: String) -> HTML {
  "<p class=\"basis\">Fondement\u{A0}: \(basis)</p>"
}

private func clause(_ clause: Clause) -> HTML {
  """
  <div class="clause" id="\(clause.id)"><a class="number" href="#\(clause.id)">\
  <span class="off">Clause </span>\(clause.number)</a>
  <div>\(each: clause.blocks, { legalBlock($0, in: "Clause\u{A0}\(clause.number)") })</div></div>

  """
}

private func annex(_ annex: Annex) -> HTML {
  let id = "annexe-\(annex.number)"
  return """
    <section class="legal-article annex" id="\(id)" aria-labelledby="\(id)-titre">
    <h2 id="\(id)-titre">Annexe\u{A0}\(annex.number) — \(annex.title)</h2>
    \(each: annex.blocks, { legalBlock($0, in: "Annexe\u{A0}\(annex.number)") })</section>

    """
}

/// Who signs, by what power, where and how: the last page of the document.
func signatures(_ page: SigningPage) -> HTML {
  """
  <section class="legal-article" id="signatures" aria-labelledby="signatures-titre">
  <h2 id="signatures-titre">Signatures</h2>
  <p>\(page.originals)</p>
  <p>Fait \(page.place ?? "à …"), le \(page.day.map { "\($0)." } ?? "…")</p>
  <div class="signatories">\(each: page.signatories, { signatory in
    """
    <div><h3>\(signatory.side)</h3><p>\(signatory.party)</p>
    <p>\(signatory.name.isEmpty ? "…" : signatory.name)\
    \(when: !signatory.capacity.isEmpty, ", \(signatory.capacity)")</p>
    <p class="sub">\(signatory.power)</p></div>
    """
  })</div></section>

  """
}

/// A block of the legal text; `place` names its table to who does not see it.
func legalBlock(_ block: Clause.Block, in place: String) -> HTML {
  switch block {
  case .text(let text): "<p>\(text)</p>"
  case .framed(let text):
    """
    <div class="framed">\(each: text.split(separator: "\n"), { "<p>\(String($0))</p>" })</div>
    """
  case .items(let items): legalList(items)
  case .table(let rows): legalTable(rows, in: place)
  }
}

/// Items that are numbered in their words, 1°, 2°…, need no mark before them.
private func legalList(_ items: [String]) -> HTML {
  let areRanked = items.enumerated().allSatisfy { $1.hasPrefix("\($0 + 1)°") }
  return """
    <ul\(when: areRanked, " class=\"ranked\"")>\(each: items, { "<li>\($0)</li>" })</ul>
    """
}

/// The first row heads the columns, the first cell of each other row heads the row.
private func legalTable(_ rows: [[String]], in place: String) -> HTML {
  let caption = "\(place)\u{A0}: \(rows.first?.first ?? "")"
  return """
    <div class="scroll" role="region" aria-label="\(caption)" tabindex="0"><table>
    <caption class="off">\(caption)</caption>
    <thead><tr>\(each: rows.first ?? [], { "<th scope=\"col\">\($0)</th>" })</tr></thead>
    <tbody>\(each: rows.dropFirst(), { row in
      """
      <tr>\(each: row.prefix(1), { "<th scope=\"row\">\($0)</th>" })\
      \(each: row.dropFirst(), { "<td>\($0)</td>" })</tr>
      """
    })</tbody></table></div>
    """
}
