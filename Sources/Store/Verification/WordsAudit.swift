/// Compares SQLite's words of the tickets with those of their rows, which the facts explain:
/// PostgreSQL's index reads the rows themselves.
struct WordsAudit {
  let connection: any Connection

  func run(_ verification: inout Verification) throws {
    guard connection.dialect == .sqlite else { return }
    try checkSettled(&verification)
    let differing = try connection.rows(
      """
      SELECT t.id FROM ticket t LEFT JOIN ticket_words_content w ON w.id = t.id
      WHERE w.c0 IS NOT t.words AND t.id NOT IN (\(UnsettledWords.tickets))
      ORDER BY t.id LIMIT \(Verification.kept)
      """, []
    ) { $0.integer(0) }
    for id in differing { verification.note(.row(table: "ticket_words", id: id), "", .differs) }
    let unexplained = try connection.rows(
      """
      SELECT w.id FROM ticket_words_content w
      WHERE NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = w.id) LIMIT \(Verification.kept)
      """, []
    ) { $0.integer(0) }
    for id in unexplained {
      verification.note(.row(table: "ticket_words", id: id), "", .unexpected)
    }
    try checkIndex(&verification)
  }

  /// One row, which says that no more wait than may.
  private func checkSettled(_ verification: inout Verification) throws {
    let settled = try connection.rows(
      """
      SELECT w.rowid, h.size - w.pos FROM words_settled w CROSS JOIN log_head h
      WHERE h.log = $1 ORDER BY w.rowid LIMIT \(Verification.kept)
      """, [.integer(LogRow.global)]
    ) { (id: $0.integer(0), waiting: $0.integer(1)) }
    if settled.isEmpty { verification.note(.row(table: "words_settled", id: 1), "", .missing) }
    for (index, row) in settled.enumerated() {
      let place = Difference.Place.row(table: "words_settled", id: row.id)
      if index > 0 { verification.note(place, "", .unexpected) }
      if !(0...Int64(UnsettledWords.most)).contains(row.waiting) {
        verification.note(place, "pos", .differs)
      }
    }
  }

  /// Asks the index itself for some of the newest and oldest tickets: reading it whole would cost
  /// as much as making it.
  private func checkIndex(_ verification: inout Verification) throws {
    let some = try connection.rows(
      """
      SELECT id, words FROM (SELECT id, words FROM ticket ORDER BY id LIMIT $1)
      UNION SELECT id, words FROM (SELECT id, words FROM ticket
        WHERE id NOT IN (\(UnsettledWords.tickets)) ORDER BY id DESC LIMIT $1)
      EXCEPT SELECT id, words FROM ticket WHERE id IN (\(UnsettledWords.tickets)) ORDER BY 1
      """, [.integer(20)]
    ) { (id: $0.integer(0), words: $0.text(1)) }
    for (id, words) in some {
      guard let word = words.split(separator: " ").max(by: { $0.utf8.count < $1.utf8.count })
      else { continue }
      let place = Difference.Place.row(table: "ticket_words", id: id)
      do {
        let found = try connection.rows(
          "SELECT rowid FROM ticket_words WHERE ticket_words MATCH $1 AND rowid = $2",
          [.text("\"\(word)\""), .integer(id)]
        ) { $0.integer(0) }
        if found.isEmpty { verification.note(place, "", .missing) }
      } catch let fault as StoreFault {
        verification.note(place, "", .unreadable("\(fault)"))
        return
      }
    }
  }
}
