/// SQLite's index of words follows the register some acts behind, and folds no letter that our own
/// words keep: what it finds is then what the rows say. Our words are divided by spaces, and so all
/// else is part of a word to it.
struct M0171WordsSettled: Migration {
  let name = "M0171WordsSettled"
  let statements: [String] = []

  func finish(on connection: any Connection) throws {
    guard connection.dialect == .sqlite else { return }
    let lengths = TicketCondition.beginnings.map(String.init).joined(separator: " ")
    for statement in [
      "DROP TABLE ticket_words",
      """
      CREATE VIRTUAL TABLE ticket_words USING fts5(words,
        tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'",
        detail=none, prefix='\(lengths)')
      """,
      "INSERT INTO ticket_words (rowid, words) SELECT id, words FROM ticket ORDER BY id",
      // Of the first entry whose ticket's words may be missing.
      "CREATE TABLE words_settled (pos INTEGER NOT NULL) STRICT",
      "INSERT INTO words_settled (pos) SELECT size FROM log_head WHERE log = \(LogRow.global)",
    ] {
      try connection.execute(statement, [])
    }
  }
}
