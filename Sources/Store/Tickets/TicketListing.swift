package import Maintenance

extension Reader {
  /// A page of the tickets that a filter keeps, newest first.
  ///
  /// Cost is bounded whatever the filter and the history, but for words that are rare among the
  /// newest tickets: on PostgreSQL, and for long beginnings on SQLite, it grows with how many
  /// tickets hold them.
  package func tickets(
    _ filter: TicketFilter, _ place: TicketPlace = .newest, now: Instant, limit: Int
  ) throws -> TicketPage {
    try search(filter, now).map { try page(of: $0, place, limit: limit) } ?? TicketPage()
  }

  /// What a list asks, and the index that leads: chosen once for a page and its count.
  private struct Search {
    let filter: TicketFilter
    let now: Instant
    let conditions: [TicketCondition]
    let candidates: TicketCandidates
  }

  /// Nothing when no ticket can be kept.
  private func search(_ filter: TicketFilter, _ now: Instant) throws -> Search? {
    guard !filter.isContradictory else { return nil }
    let conditions = TicketCondition.all(of: filter, now: now, connection.dialect)
    return Search(
      filter: filter, now: now, conditions: conditions,
      candidates: try TicketCandidates(conditions, on: connection))
  }

  private func page(
    of search: Search, _ place: TicketPlace, limit: Int
  ) throws -> TicketPage {
    let candidates = search.candidates
    var page = try candidates.page(place, limit: limit, on: connection)
    if page.searchedTo != nil, let whole = try candidates.walkable(on: connection) {
      page = try whole.page(place, limit: limit, on: connection)
    }
    if page.searchedTo != nil, let thorough = try thorough(search) {
      // Not rare enough for PostgreSQL's index to be cheaper than some more of the newest.
      if connection.dialect == .postgres, page.lines.count >= Reader.worthWalking {
        var further = candidates
        further.reach = TicketCandidates.farthest
        page = try further.page(place, limit: limit, on: connection)
      }
      if page.searchedTo != nil {
        page = try thorough.page(place, limit: limit, on: connection)
      }
    }
    if place.isUpward { page.lines.reverse() }
    return page
  }

  private static let worthWalking = 10

  /// A page, and how many tickets the filter keeps: a first page that is not full has told.
  package func countedTickets(
    _ filter: TicketFilter, _ place: TicketPlace, now: Instant, limit: Int
  ) throws -> (page: TicketPage, count: TicketCount) {
    guard let search = try search(filter, now) else { return (TicketPage(), TicketCount(0)) }
    let page = try page(of: search, place, limit: limit)
    let rows = page.lines.count
    if place == .newest, rows < limit {
      return (page, TicketCount(rows, isWhole: page.searchedTo == nil))
    }
    let count = try count(of: search)
    let isLess = place == .newest && count.number < rows
    return (page, isLess ? TicketCount(rows, isWhole: false) : count)
  }

  /// How many tickets a filter keeps.
  package func ticketCount(_ filter: TicketFilter, now: Instant) throws -> TicketCount {
    try search(filter, now).map { try count(of: $0) } ?? TicketCount(0)
  }

  private func count(of search: Search) throws -> TicketCount {
    let candidates = search.candidates
    let count = try candidates.count(on: connection)
    guard !count.isWhole, count.number < TicketCount.few else { return count }
    if let whole = try candidates.walkable(on: connection) {
      return try whole.count(on: connection)
    }
    return try thorough(search)?.count(on: connection) ?? count
  }

  /// Those that an index finds by the words as they were typed, when the newest hold too few:
  /// PostgreSQL's has no order of its own, and SQLite's does not know every beginning. Nothing when
  /// no other index knows more.
  private func thorough(_ search: Search) throws -> TicketCandidates? {
    let (dialect, words) = (connection.dialect, search.filter.words.asked)
    let conditions = search.conditions
    switch dialect {
    case .postgres:
      guard !words.isEmpty else { return nil }
      return TicketCandidates(
        condition: .vector(words), others: Array(conditions.dropFirst(words.count)),
        dialect: dialect, isSorted: true)
    case .sqlite:
      guard conditions.contains(where: \.isGuess) else { return nil }
      return try TicketCandidates(
        TicketCondition.all(of: search.filter, now: search.now, dialect, isThorough: true),
        on: connection)
    }
  }
}
