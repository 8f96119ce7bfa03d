/// The index of words knows beginnings as well, and no places within a text: a beginning is then
/// found as a word is, newest first and no further than asked.
struct M0110WordBeginnings: Migration {
  let name = "M0110WordBeginnings"
  let statements: [String] = []

  func finish(on connection: any Connection) throws {
    guard connection.dialect == .sqlite else { return }
    let lengths = TicketCondition.beginnings.map(String.init).joined(separator: " ")
    for statement in [
      "DROP TABLE ticket_words",
      """
      CREATE VIRTUAL TABLE ticket_words USING fts5(words, tokenize='unicode61', detail=none,
        prefix='\(lengths)')
      """,
      "INSERT INTO ticket_words (rowid, words) SELECT id, words FROM ticket ORDER BY id",
    ] {
      try connection.execute(statement, [])
    }
  }
}
