import Maintenance

/// Tickets that one index gives by their key, some at a time, and what else they must be.
///
/// No look reads more than so many of them: what is rare among many is found by going on.
struct TicketCandidates {
  /// Nothing for all tickets.
  let condition: TicketCondition?
  let others: [TicketCondition]
  let dialect: Dialect
  /// PostgreSQL would rather walk all keys than sort what an index found.
  var isSorted = false
  /// How many of them one look reads, unless it is told to read more.
  var reach = TicketCandidates.most

  /// What still has to hold of a candidate.
  private var tests: [TicketCondition] {
    condition.map { $0.isGuess ? others + [$0] : others } ?? others
  }

  var isEveryoneKept: Bool { tests.isEmpty }

  /// The candidates beyond a place, at most so many: `SELECT … AS id`.
  func ids(_ place: TicketPlace, limit: Int, _ values: inout [SQLValue]) -> String {
    guard case .words(let match, _)? = condition?.index else {
      return rows("t.id AS id", place, limit: limit, &values)
    }
    let (sign, way) = TicketCandidates.order(place)
    values += [.text(match), .integer(place.key), .integer(Int64(limit))]
    let last = values.count
    return """
      SELECT w.rowid AS id FROM ticket_words w WHERE w.ticket_words MATCH $\(last - 2) \
      AND w.rowid \(sign) $\(last - 1) ORDER BY w.rowid \(way) LIMIT $\(last)
      """
  }

  /// The same from the tickets themselves, where their table has the index.
  private func rows(
    _ columns: String, _ place: TicketPlace, limit: Int, _ values: inout [SQLValue]
  ) -> String {
    let (sign, way) = TicketCandidates.order(place)
    let test = condition.map { "\(worded($0, &values)) AND " } ?? ""
    values += [.integer(place.key), .integer(Int64(limit))]
    return """
      SELECT \(columns) FROM ticket t WHERE \(test)t.id \(sign) $\(values.count - 1) \
      ORDER BY \(isSorted ? "t.id + 0" : "t.id") \(way) LIMIT $\(values.count)
      """
  }

  private static func order(_ place: TicketPlace) -> (sign: String, way: String) {
    place.isUpward ? (">", "ASC") : ("<", "DESC")
  }

  /// The keys of those candidates that are what the filter asks: `SELECT … AS id FROM …`.
  func kept(_ place: TicketPlace, among size: Int, _ values: inout [SQLValue]) -> String {
    let source =
      if case .words? = condition?.index {
        // SQLite reads in the order written.
        "(\(ids(place, limit: size, &values))) c CROSS JOIN ticket t ON t.id = c.id"
      } else {
        "(\(rows(readsRows ? "t.*" : TicketCandidates.held, place, limit: size, &values))) t"
      }
    let tests = tests.map { worded($0, &values) }.joined(separator: " AND ")
    return "SELECT t.id AS id FROM \(source)\(tests.isEmpty ? "" : " WHERE \(tests)")"
  }

  /// What the indexes of contracts and of people hold beside the key: all but words and sites.
  private static let held = """
    t.id, t.agreement, t.assignee, t.priority, t.stage, t.resolved_ms, t.due_ms, t.awaited_answers
    """

  /// Whether a candidate's row is read before it is known to be kept.
  private var readsRows: Bool {
    if case .words? = condition?.index {
      true
    } else {
      tests.contains { $0.test.contains("words") || $0.test.contains("site") }
    }
  }

  private func worded(_ condition: TicketCondition, _ values: inout [SQLValue]) -> String {
    condition.values.reduce(condition.test) { test, value in
      values.append(value)
      return test.replacing("{}", with: "$\(values.count)", maxReplacements: 1)
    }
  }
}

extension TicketCandidates {
  /// How many candidates one look reads at most.
  static let most = 2000
  /// The same where the only other way is to sort what may be thousands.
  static let farthest = 6000

  /// The index that has the fewest tickets to offer, of those that are asked for.
  ///
  /// Cost: some thousand rows of each index, whatever the history.
  init(_ conditions: [TicketCondition], on connection: any Connection) throws {
    let indexed = conditions.indices.filter { conditions[$0].index != nil }
    var best = indexed.first
    if indexed.count > 1 {
      var fewest = Int.max
      for index in indexed where fewest > 0 {
        let alone = TicketCandidates(
          condition: conditions[index], others: [], dialect: connection.dialect)
        let count = try alone.bounds(.newest, limit: TicketCandidates.most, on: connection).count
        if count < fewest { (best, fewest) = (index, count) }
      }
    }
    self.init(
      condition: best.map { conditions[$0] },
      others: conditions.indices.filter { $0 != best }.map { conditions[$0] },
      dialect: connection.dialect)
  }

  /// Those of an index that can be walked to its end, where a look at the newest was not enough:
  /// nothing is then left to be looked for. Cost: some thousand rows of each index.
  static func walkable(
    _ conditions: [TicketCondition], on connection: any Connection
  ) throws -> TicketCandidates? {
    for index in conditions.indices
    where conditions[index].index != nil && !conditions[index].isGuess {
      var found = TicketCandidates(
        condition: conditions[index], others: [], dialect: connection.dialect)
      let count = try found.bounds(.newest, limit: farthest, on: connection).count
      guard count < farthest else { continue }
      found = TicketCandidates(
        condition: conditions[index],
        others: conditions.indices.filter { $0 != index }.map { conditions[$0] },
        dialect: connection.dialect, reach: count)
      return found
    }
    return nil
  }

  /// How many candidates there are beyond a place, counted up to `limit`, and the last one's key.
  func bounds(
    _ place: TicketPlace, limit: Int, on connection: any Connection
  ) throws -> (count: Int, last: Int64) {
    var values: [SQLValue] = []
    let ids = ids(place, limit: limit, &values)
    let last = place.isUpward ? "MAX" : "MIN"
    return try connection.rows(
      "SELECT COUNT(*), COALESCE(\(last)(c.id), 0) FROM (\(ids)) c", values
    ) { (Int($0.integer(0)), $0.integer(1)) }.first ?? (0, 0)
  }

  /// The first that are kept beyond a place, read in ever larger bites: most filters are answered
  /// by the first.
  func page(
    _ place: TicketPlace, limit: Int, most: Int? = nil, on connection: any Connection
  ) throws -> TicketPage {
    var page = TicketPage()
    var place = place
    // One more than there are tells that they were all looked at.
    var left = most ?? reach + 1
    var bite = isEveryoneKept ? limit : min(limit * 4, left)
    while page.lines.count < limit, left > 0 {
      let lines = try lines(place, among: bite, limit: limit - page.lines.count, on: connection)
      page.lines += lines
      guard page.lines.count < limit else { break }
      if isEveryoneKept { return page }
      let (count, last) = try bounds(place, limit: bite, on: connection)
      guard count == bite else {
        page.searchedTo = nil
        return page
      }
      place = place.moved(to: last)
      left -= bite
      bite = min(bite * 3, left)
      page.searchedTo = ID(number: last)
    }
    if page.lines.count >= limit { page.searchedTo = nil }
    return page
  }

  private func lines(
    _ place: TicketPlace, among size: Int, limit: Int, on connection: any Connection
  ) throws -> [TicketLine] {
    var values: [SQLValue] = []
    let way = TicketCandidates.order(place).way
    let kept = kept(place, among: size, &values)
    values.append(.integer(Int64(limit)))
    return try connection.rows(
      """
      SELECT \(TicketLine.columns)
      FROM (\(kept) ORDER BY t.id \(way) LIMIT $\(values.count)) k CROSS JOIN ticket t
      JOIN agreement a ON a.id = t.agreement WHERE t.id = k.id ORDER BY t.id \(way)
      """, values, TicketLine.init)
  }

  /// How many of the newest candidates are kept, up to a thousand; fewer are looked at where each
  /// costs a row.
  func count(on connection: any Connection) throws -> TicketCount {
    let most = TicketCount.most
    guard !isEveryoneKept else {
      let count = try bounds(.newest, limit: most + 1, on: connection).count
      return TicketCount(min(count, most), isWhole: count <= most)
    }
    let isFar = reach > TicketCandidates.most
    let size =
      isFar ? reach + 1 : readsRows ? TicketCandidates.mostRows : TicketCandidates.most
    var values: [SQLValue] = []
    let kept = kept(.newest, among: size, &values)
    let number =
      try connection.rows(
        "SELECT COUNT(*) FROM (\(kept) LIMIT \(most + 1)) k", values
      ) { Int($0.integer(0)) }.first ?? 0
    if number > most { return TicketCount(most, isWhole: false) }
    let read = try bounds(.newest, limit: size, on: connection).count
    return TicketCount(number, isWhole: read < size)
  }

  private static let mostRows = 1000
}
