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
    guard let condition, case .words(let match, _)? = condition.index else {
      return rows("t.id AS id", place, limit: limit, &values)
    }
    let (sign, way) = TicketCandidates.order(place)
    let test = worded(condition, &values)
    values += [.text(match), .integer(place.key), .integer(Int64(limit))]
    let last = values.count
    return """
      SELECT w.rowid AS id FROM ticket_words w WHERE w.ticket_words MATCH $\(last - 2) \
      AND w.rowid \(sign) $\(last - 1) AND w.rowid NOT IN (\(UnsettledWords.tickets)) \
      UNION ALL SELECT t.id FROM ticket t WHERE t.id IN (\(UnsettledWords.tickets)) \
      AND \(test) AND t.id \(sign) $\(last - 1) ORDER BY id \(way) LIMIT $\(last)
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
        "(\(rows(columns, place, limit: size, &values))) t"
      }
    let tests = tests.map { worded($0, &values) }.joined(separator: " AND ")
    return "SELECT t.id AS id FROM \(source)\(tests.isEmpty ? "" : " WHERE \(tests)")"
  }

  /// What the indexes of contracts and of people hold beside the key: all but words and sites.
  private static let held = """
    t.id, t.agreement, t.assignee, t.priority, t.stage, t.resolved_ms, t.due_ms, t.awaited_answers
    """

  /// What may be tested; each one more is copied for every candidate.
  private var columns: String {
    readsRows ? "\(TicketCandidates.held), t.words, t.site" : TicketCandidates.held
  }

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

  /// How many of an index's newest tickets tell how often it offers one.
  private static let sample = 500

  /// The index that offers the fewest tickets, of those that are asked for.
  ///
  /// Cost: some hundred entries of each index, two thousand of what is current, whatever the
  /// history.
  init(_ conditions: [TicketCondition], on connection: any Connection) throws {
    let indexed = conditions.indices.filter { conditions[$0].index != nil }
    var best = indexed.first
    var fewest = (count: Int.max, last: Int64.max)
    for index in indexed where indexed.count > 1 {
      let alone = TicketCandidates([conditions[index]], by: 0, connection.dialect)
      let offer = try alone.offer(on: connection)
      if offer < fewest { (best, fewest) = (index, offer) }
    }
    self.init(conditions, by: best, connection.dialect)
  }

  private init(_ conditions: [TicketCondition], by index: Int?, _ dialect: Dialect) {
    self.init(
      condition: index.map { conditions[$0] },
      others: conditions.indices.filter { $0 != index }.map { conditions[$0] }, dialect: dialect)
  }

  /// How many there are; where there are more than a sample, how far back its last one lies. What
  /// is current lies among the newest, of which a sample would tell too much: it is counted.
  private func offer(on connection: any Connection) throws -> (count: Int, last: Int64) {
    let (count, last) = try bounds(.newest, limit: TicketCandidates.sample, on: connection)
    if count < TicketCandidates.sample { return (count, 0) }
    guard condition?.isCurrent == true else { return (.max, last) }
    let all = try bounds(.newest, limit: TicketCandidates.most, on: connection).count
    return all < TicketCandidates.most ? (all, 0) : (.max, last)
  }

  /// Those of an index that can be walked to its end, where a look at the newest was not enough:
  /// nothing is then left to be looked for. Cost: some thousand of its entries, of what is current
  /// as well.
  func walkable(on connection: any Connection) throws -> TicketCandidates? {
    guard let condition else { return nil }
    let conditions = [condition] + others
    for (index, condition) in conditions.enumerated()
    where (index == 0 || condition.isCurrent) && !condition.isGuess {
      var found = TicketCandidates(conditions, by: index, dialect)
      found.reach = TicketCandidates.farthest
      if try found.key(at: found.reach, .newest, on: connection) == nil { return found }
    }
    return nil
  }

  /// The key of the candidate that is so many beyond a place; nothing where there are fewer.
  private func key(
    at count: Int, _ place: TicketPlace, on connection: any Connection
  ) throws -> Int64? {
    var values: [SQLValue] = []
    let ids = ids(place, limit: 1, &values)
    values.append(.integer(Int64(count - 1)))
    return try connection.rows("\(ids) OFFSET $\(values.count)", values) { $0.integer(0) }.first
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
    _ place: TicketPlace, limit: Int, on connection: any Connection
  ) throws -> TicketPage {
    var page = TicketPage()
    var place = place
    // One more than there are tells that they were all looked at.
    var left = reach + 1
    var bite = isEveryoneKept ? limit : min(limit * 4, left)
    while page.lines.count < limit, left > 0 {
      let lines = try lines(place, among: bite, limit: limit - page.lines.count, on: connection)
      page.lines += lines
      guard page.lines.count < limit else { break }
      if isEveryoneKept { return page }
      guard let last = try key(at: bite, place, on: connection) else {
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
    let size = !isFar && readsRows ? TicketCandidates.mostRows : reach + 1
    let first = try count(among: size, on: connection)
    // As far as a page would look that is not filled.
    let isFew = !first.isWhole && first.number < TicketCount.few && size <= reach
    return isFew ? try count(among: reach + 1, on: connection) : first
  }

  private func count(among size: Int, on connection: any Connection) throws -> TicketCount {
    let most = TicketCount.most
    var values: [SQLValue] = []
    let kept = kept(.newest, among: size, &values)
    let number =
      try connection.rows(
        "SELECT COUNT(*) FROM (\(kept) LIMIT \(most + 1)) k", values
      ) { Int($0.integer(0)) }.first ?? 0
    if number > most { return TicketCount(most, isWhole: false) }
    return TicketCount(
      number, isWhole: try key(at: size, .newest, on: connection) == nil)
  }

  private static let mostRows = 1000
}
