import Maintenance

/// One thing that a filter asks of the row `t` of a ticket, and the index that finds such tickets
/// by their key.
struct TicketCondition {
  /// Where each `{}` stands for the next value.
  var test: String
  var values: [SQLValue] = []
  var index: Index?

  enum Index {
    /// An index over what `test` says, then the key; or a partial one over the key.
    case column
    /// The index of words. Of a beginning it may know a shorter one: `test` then still decides.
    case words(match: String, isExact: Bool)
  }

  /// Few of all tickets, and most of them new.
  var isCurrent = false

  /// Its index gives others as well.
  var isGuess: Bool {
    if case .words(_, isExact: false)? = index { true } else { false }
  }

  /// `isThorough`: a beginning is looked for as it was typed, at a cost that grows with how many
  /// tickets have it; otherwise by one that the index knows, which others may share.
  static func all(
    of filter: TicketFilter, now: Instant, _ dialect: Dialect, isThorough: Bool = false
  ) -> [TicketCondition] {
    var all = words(filter.words.asked, dialect, isThorough)
    switch filter.state {
    case .open: all.append(open)
    case .late:
      all += [open, TicketCondition(test: "t.due_ms < {}", values: [.integer(now.milliseconds)])]
    case .awaited: all.append(awaited)
    case .resolved: all.append(TicketCondition(test: "t.resolved_ms IS NOT NULL"))
    case nil: break
    }
    func require(_ test: String, _ value: SQLValue?) {
      guard let value else { return }
      all.append(TicketCondition(test: test, values: [value], index: .column))
    }
    require("t.assignee = {}", filter.assignee.map(SQLValue.text))
    require("t.agreement = {}", filter.agreement.map { .integer($0.number) })
    require("t.stage = {}", filter.stage.map { .text($0.rawValue) })
    require("t.priority = {}", filter.priority.map(SQLValue.text))
    if let sites = filter.sites?.sorted() {
      let places = sites.map { _ in "{}" }.joined(separator: ", ")
      all.append(
        TicketCondition(test: "t.site IN (\(places))", values: sites.map(SQLValue.text)))
    }
    return all
  }

  private static let open = TicketCondition(
    test: "t.resolved_ms IS NULL", index: .column, isCurrent: true)
  private static let awaited = TicketCondition(
    test: "t.awaited_answers > 0", index: .column, isCurrent: true)

  /// Lengths of the beginnings that SQLite's index of words holds, in letters.
  static let beginnings = [3, 4, 6]

  /// Every word, the last one as far as it was typed when it has three letters or more. Words are
  /// letters and digits, so no quoting can be broken.
  private static func words(
    _ words: [String], _ dialect: Dialect, _ isThorough: Bool
  ) -> [TicketCondition] {
    words.enumerated().map { place, word in
      let isBegun = (place == words.count - 1 || isCut(word)) && isBeginning(word)
      let known = isThorough ? word.count : beginnings.last { $0 <= word.count } ?? word.count
      let match = isBegun ? "\"\(word.prefix(known))\" *" : "\"\(word)\""
      let text = " \(word)\(isBegun ? "" : " ")"
      switch dialect {
      case .sqlite:
        // A pattern of LIKE would have the statement prepared anew each time that it is bound.
        return TicketCondition(
          test: "instr(' ' || t.words || ' ', {}) > 0", values: [.text(text)],
          index: .words(match: match, isExact: !isBegun || known == word.count))
      case .postgres:
        return TicketCondition(
          test: "' ' || t.words || ' ' LIKE {}", values: [.text("%\(text)%")])
      }
    }
  }

  private static func isBeginning(_ word: String) -> Bool { word.count >= beginnings[0] }

  /// There may be more of it.
  private static func isCut(_ word: String) -> Bool { word.count == SearchWords.longestAsked }

  /// All words at once by PostgreSQL's index, whose cost grows with what it finds.
  static func vector(_ words: [String]) -> TicketCondition {
    let asked = words.enumerated().map { place, word in
      let isBegun = (place == words.count - 1 || isCut(word)) && isBeginning(word)
      return isBegun ? "\(word):*" : word
    }
    return TicketCondition(
      test: "to_tsvector('simple', t.words) @@ to_tsquery('simple', {})",
      values: [.text(asked.joined(separator: " & "))], index: .column)
  }
}
