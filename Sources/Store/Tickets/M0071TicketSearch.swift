import Maintenance

/// The words of a ticket, their index, and the indexes of the list's filters.
struct M0071TicketSearch: Migration {
  let name = "M0071TicketSearch"
  let statements = [
    "ALTER TABLE ticket ADD COLUMN words TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX ticket_by_stage ON ticket (stage, id)",
    "CREATE INDEX ticket_by_priority ON ticket (priority, id)",
    "CREATE INDEX ticket_open_by_id ON ticket (id) WHERE resolved_ms IS NULL",
    "CREATE INDEX ticket_awaiting ON ticket (id) WHERE awaited_answers > 0",
    "CREATE INDEX ticket_by_assignee ON ticket (assignee, id) WHERE assignee IS NOT NULL",
  ]

  /// Fills the words of the tickets that are there, then makes each engine's index of them.
  func finish(on connection: any Connection) throws {
    let reader = Reader(connection: connection)
    var last = Int64.min
    while true {
      let ids = try connection.rows(
        "SELECT id FROM ticket WHERE id > $1 ORDER BY id LIMIT 500", [.integer(last)]
      ) { $0.integer(0) }
      guard let end = ids.last else { break }
      for id in ids {
        guard let ticket = try reader.ticket(ID(number: id)) else { continue }
        try connection.execute(
          "UPDATE ticket SET words = $2 WHERE id = $1",
          [.integer(id), .text(ticket.words.text)])
      }
      last = end
    }
    for statement in M0071TicketSearch.index(connection.dialect) {
      try connection.execute(statement, [])
    }
  }

  private static func index(_ dialect: Dialect) -> [String] {
    switch dialect {
    case .postgres:
      ["CREATE INDEX ticket_by_words ON ticket USING gin (to_tsvector('simple', words))"]
    case .sqlite:
      [
        "CREATE VIRTUAL TABLE ticket_words USING fts5(words, tokenize='unicode61')",
        "INSERT INTO ticket_words (rowid, words) SELECT id, words FROM ticket",
      ]
    }
  }
}
