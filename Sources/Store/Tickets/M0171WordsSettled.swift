/// SQLite's index of words follows the register some acts behind: this says how far it is.
struct M0171WordsSettled: Migration {
  let name = "M0171WordsSettled"
  let statements: [String] = []

  func finish(on connection: any Connection) throws {
    guard connection.dialect == .sqlite else { return }
    // Of the first entry whose ticket's words may be missing.
    try connection.execute("CREATE TABLE words_settled (pos INTEGER NOT NULL) STRICT", [])
    try connection.execute(
      "INSERT INTO words_settled (pos) SELECT size FROM log_head WHERE log = $1",
      [.integer(LogRow.global)])
  }
}
