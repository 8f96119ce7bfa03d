import Maintenance
import Store

extension Frame {
  /// The ways on from a page of tickets, by the keys of its first and its last row.
  func pager(_ page: TicketPageRows, _ choice: TicketChoice) -> HTML {
    let newer = page.searchedUpTo ?? (page.isNewest ? nil : page.lines.first?.id)
    return """
      \(page.searchedTo.map { "<p class=\"hint searched\">\(searched(to: $0))</p>" })
      <nav class="pager" aria-label="\(words.list.pages)">
      \(when: !page.isNewest, """
        <a class="button" href="\(choice.path)">\(words.list.newest)</a>
        """)
      \(newer.map { key in
        """
        <a class="button newer" rel="prev" href="\(choice.path.asking("apres", key.text))">\
        \(Icon.arrow.html)\(words.list.newer)</a>
        """
      })
      \(page.searchedTo.map { older($0, words.list.goOn, choice) })
      \(when: page.isMore, page.lines.last.map { older($0.id, words.shell.older, choice) } ?? "")
      </nav>
      """
  }

  private func older(_ key: ID<Ticket>, _ word: String, _ choice: TicketChoice) -> HTML {
    """
    <a class="button older" rel="next" href="\(choice.path.asking("avant", key.text))">\(word)\
    \(Icon.arrow.html)</a>
    """
  }

  private func searched(to key: ID<Ticket>) -> String {
    words.list.searched(formats.day(formats.zone.day(at: key.madeAt)))
  }

  /// The count as words, and what came in above the page.
  func ticketCount(_ count: TicketCount, newer: Int, _ choice: TicketChoice) -> HTML {
    """
    \(words.list.count(count))\(when: newer > 0, """
       · <a href="\(choice.path)">\(words.list.newCount(newer))</a>
      """)
    """
  }

  /// The same, said again as others act.
  func liveCount(_ page: TicketPageRows, _ choice: TicketChoice) -> HTML {
    let first = page.isNewest ? page.lines.first?.id : nil
    return """
      <span class="count" hx-ext="sse" sse-connect="\(choice.livePath(since: first))" \
      sse-swap="count" data-live>\(ticketCount(page.count, newer: 0, choice))</span>
      """
  }
}
