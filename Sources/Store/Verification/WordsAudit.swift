/// Compares SQLite's words of the tickets with those of their rows, which the facts explain:
/// PostgreSQL's index reads the rows themselves.
struct WordsAudit {
  let connection: any Connection

  func run(_ verification: inout Verification) throws {
    guard connection.dialect == .sqlite else { return }
    let waiting = try connection.rows(
      """
      SELECT w.pos FROM words_settled w CROSS JOIN log_head h
      WHERE h.log = $1 AND h.size - w.pos NOT BETWEEN 0 AND $2
      """, [.integer(LogRow.global), .integer(Int64(UnsettledWords.most))]
    ) { $0.integer(0) }
    for pos in waiting { verification.note(.row(table: "words_settled", id: pos), "", .differs) }
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
  }
}
