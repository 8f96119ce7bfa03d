/// Tickets whose words SQLite's index may not have yet: those of the newest entries.
///
/// The index costs a lone act more than all else that it writes. Many tickets together cost little
/// more than one, so they come to it in turns, and until then a search reads their rows.
enum UnsettledWords {
  /// How many entries wait at most when a transaction ends.
  static let most = 128

  /// Of the first entry that may wait; where nothing says so, all do.
  static let settled = "(SELECT coalesce(min(pos), 0) FROM words_settled)"

  /// Keys of the tickets. The sign keeps SQLite from walking all tickets' entries by their kind.
  static let tickets = """
    SELECT subject FROM entry WHERE pos >= \(settled) \
    AND +subject_kind = 'ticket'
    """
}

extension Connection {
  /// Brings the words of all tickets to SQLite's index, when more entries wait than that; gives how
  /// many wait then.
  ///
  /// What the index holds is asked of the table under it: asked itself, it prepares a statement
  /// each time.
  @discardableResult
  func settleWords(beyond most: Int = 0) throws -> Int {
    guard dialect == .sqlite else { return 0 }
    try release()
    let waiting =
      try fetch(
        "SELECT size - \(UnsettledWords.settled) FROM log_head WHERE log = $1",
        [.integer(LogRow.global)]
      ) { Int($0.integer(0)) }.first ?? 0
    guard waiting > most else { return waiting }
    _ = try run(
      """
      INSERT OR REPLACE INTO ticket_words (rowid, words)
      SELECT t.id, t.words FROM ticket t WHERE t.id IN (\(UnsettledWords.tickets))
      AND t.words IS NOT (SELECT c0 FROM ticket_words_content WHERE id = t.id) ORDER BY t.id
      """, [])
    _ = try run(
      """
      INSERT OR REPLACE INTO words_settled (rowid, pos)
      SELECT 1, size FROM log_head WHERE log = $1
      """, [.integer(LogRow.global)])
    return 0
  }
}
