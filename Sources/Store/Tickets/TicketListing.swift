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
    guard !filter.isContradictory else { return TicketPage() }
    let conditions = TicketCondition.all(of: filter, now: now, connection.dialect)
    let candidates = try TicketCandidates(conditions, on: connection)
    var page = try candidates.page(place, limit: limit, on: connection)
    if page.searchedTo != nil, let whole = try candidates.walkable(on: connection) {
      page = try whole.page(place, limit: limit, on: connection)
    }
    if page.searchedTo != nil, let thorough = try thorough(filter, conditions, now) {
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
    let page = try tickets(filter, place, now: now, limit: limit)
    let isAll = place == .newest && page.lines.count < limit
    guard !isAll else {
      return (page, TicketCount(page.lines.count, isWhole: page.searchedTo == nil))
    }
    let count = try ticketCount(filter, now: now)
    guard count.number < page.lines.count, place == .newest else { return (page, count) }
    return (page, TicketCount(page.lines.count, isWhole: false))
  }

  /// How many tickets a filter keeps.
  package func ticketCount(_ filter: TicketFilter, now: Instant) throws -> TicketCount {
    guard !filter.isContradictory else { return TicketCount(0) }
    let conditions = TicketCondition.all(of: filter, now: now, connection.dialect)
    let candidates = try TicketCandidates(conditions, on: connection)
    let count = try candidates.count(on: connection)
    guard !count.isWhole, count.number < TicketCount.few else { return count }
    if let whole = try candidates.walkable(on: connection) {
      return try whole.count(on: connection)
    }
    return try thorough(filter, conditions, now)?.count(on: connection) ?? count
  }

  /// Those that an index finds by the words as they were typed, when the newest hold too few:
  /// PostgreSQL's has no order of its own, and SQLite's does not know every beginning. Nothing when
  /// no other index knows more.
  private func thorough(
    _ filter: TicketFilter, _ conditions: [TicketCondition], _ now: Instant
  ) throws -> TicketCandidates? {
    let (dialect, words) = (connection.dialect, filter.words.asked)
    switch dialect {
    case .postgres:
      guard !words.isEmpty else { return nil }
      return TicketCandidates(
        condition: .vector(words), others: Array(conditions.dropFirst(words.count)),
        dialect: dialect, isSorted: true)
    case .sqlite:
      guard conditions.contains(where: \.isGuess) else { return nil }
      return try TicketCandidates(
        TicketCondition.all(of: filter, now: now, dialect, isThorough: true), on: connection)
    }
  }
}
