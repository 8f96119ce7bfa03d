import Maintenance
import Operations
import Store

extension Frame {
  /// Views kept under a name, each a link; the first nine have a digit as their key.
  func savedViews(
    _ views: [SavedView], _ choice: TicketChoice, refused: RefusedForm?
  ) -> HTML {
    let places = views.compactMap { view in
      Path(asked: view.choice.isEmpty ? "/tickets" : "/tickets?\(view.choice)").map { (view, $0) }
    }
    let here = views.first { $0.choice == choice.query }
    return """
      <div class="kept-views">
      \(when: !places.isEmpty, """
        <nav aria-label="\(words.list.views)"><ul>\(each: places.enumerated(), { item in
          let (view, path) = item.element
          return """
            <li><a href="\(path)"\(when: view.id == here?.id, " aria-current=\"page\"")>\
            \(when: item.offset < 9, "<kbd aria-hidden=\"true\">\(item.offset + 1)</kbd>")\
            \(view.name)\(when: view.owner != nil, """
              <span class="off"> \(words.list.ownView)</span>
              """)</a></li>
            """
        })</ul></nav>
        """)
      \(here.map { removal($0, choice) } ?? keeping(choice, refused))
      </div>
      """
  }

  private func removal(_ view: SavedView, _ choice: TicketChoice) -> HTML {
    """
    <form method="post" action="/tickets/vues/\(view.id)/retrait">
    <input type="hidden" name="choix" value="\(choice.query)">
    <button class="plain" type="submit">\(words.list.removeView)</button></form>
    """
  }

  private func keeping(_ choice: TicketChoice, _ refused: RefusedForm?) -> HTML {
    let list = words.list
    return """
      <details class="keep"\(when: refused != nil, " open")><summary>\(list.keepView)</summary>
      <form method="post" action="/tickets/vues">
      <input type="hidden" name="choix" value="\(choice.query)">
      \(field(list.viewName, id: "nom", error: refused?.message, """
        <input name="nom" id="nom" value="\(refused?.fields["nom"] ?? "")" maxlength="60" \
        autocomplete="off" required\
        \(when: refused != nil, " aria-invalid=\"true\" aria-describedby=\"nom-erreur\"")>
        """))
      \(when: Visit.current != nil, field(list.viewFor, id: "pour", Web.choice(
        "pour", id: "pour", chosen: refused?.fields["pour"],
        [(value: "moi", word: list.forMe), (value: "tous", word: list.forAll)])))
      <button type="submit">\(list.keep)</button></form></details>
      """
  }
}
