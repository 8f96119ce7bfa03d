@testable import Maintenance
@testable import Store
import TestSupport

/// Rows alone, without facts: what queries see.
enum FilledTickets {
  static let count = 9000

  static func fill(_ connection: any Connection) throws {
    for id in [6, 7] {
      try connection.execute(
        """
        INSERT INTO agreement (id, version, reference, title, client_name, version_count)
        VALUES ($1, 1, $2, 'x', 'x', 1)
        """, [.integer(Int64(id)), .text("R\(id)")])
    }
    try connection.execute(
      """
      INSERT INTO ticket (id, version, agreement, number, title, requester, site, asset_group,
        nature, priority, stage, charge, contract_version, opened_ms, due_ms, resolved_ms,
        assignee, worked_minutes, last_worked_ms, held, missed, awaited_answers, words)
      WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < \(count))
      SELECT n, 1, CASE WHEN n % 2 = 1 THEN 7 ELSE 6 END, n, 'x', 'x',
        CASE WHEN n % 700 = 1 THEN 'loin' ELSE 'x' END, 'x', 'incident',
        CASE WHEN n <= 40 THEN 'P3' WHEN n % 3 = 0 THEN 'P1' ELSE 'P2' END,
        CASE WHEN n % 90 = 0 THEN 'waiting' ELSE 'closed' END, 'included', 1, n, n,
        CASE WHEN n % 90 = 0 THEN NULL ELSE n END,
        CASE WHEN n % 1000 = 0 THEN 'Paul' ELSE NULL END, 0, 0, 0, 0,
        CASE WHEN n % 500 = 0 THEN 1 ELSE 0 END,
        'commun ' || CASE WHEN n % 2 = 0 THEN 'pair' ELSE 'impair' END
          || CASE WHEN n <= 40 THEN ' ancien' ELSE '' END
          || CASE WHEN n % 2 = 0 OR n <= 60 THEN ' tardif' ELSE '' END || ' c numero' || n
      FROM g
      """, [])
    if connection.dialect == .sqlite {
      try connection.execute(
        "INSERT INTO ticket_words (rowid, words) SELECT id, words FROM ticket", [])
    } else {
      try connection.execute("ANALYZE ticket", [])
    }
  }

  /// How many entries wait.
  static let waiting: Int64 = 150

  /// The newest hundred tickets and fifty of the oldest have entries whose words the index does not
  /// have: it holds other words of some, and nothing of the rest.
  static func unsettle(_ connection: any Connection) throws {
    for pos in 0..<waiting {
      let id = pos < 100 ? Int64(count) - pos : pos - 99
      try connection.execute(
        """
        INSERT INTO entry (pos, log, n, kind, at_ms, subject_kind, subject, header, leaf,
          root_after, gleaf) VALUES ($1, 0, $1, 'x', 0, 'ticket', $2, x'', x'', x'', x'')
        """, [.integer(pos), .integer(id)])
      try connection.execute("DELETE FROM ticket_words WHERE rowid = $1", [.integer(id)])
      guard pos % 2 == 0 else { continue }
      try connection.execute(
        "INSERT INTO ticket_words (rowid, words) VALUES ($1, 'commun impair ancien tardif c')",
        [.integer(id)])
    }
    try connection.execute(
      "UPDATE log_head SET size = $1 WHERE log = 0", [.integer(waiting)])
  }

  /// What a filter keeps, by looking at every row.
  static func ids(_ reader: Reader, _ filter: TicketFilter) throws -> [Int64] {
    try reader.connection.rows(
      """
      SELECT id, agreement, priority, stage, COALESCE(resolved_ms, 0), COALESCE(assignee, ''),
        awaited_answers, words, due_ms, site FROM ticket ORDER BY id DESC
      """, []
    ) { row -> Int64? in
      let words = row.text(7).split(separator: " ").map(String.init)
      let asked = filter.words.asked
      let isOpen = row.integer(4) == 0
      let isFound = asked.enumerated().allSatisfy { place, word in
        place == asked.count - 1 && word.count >= 3
          ? words.contains { $0.hasPrefix(word) } : words.contains(word)
      }
      let isInState =
        switch filter.state {
        case .open: isOpen
        case .late: isOpen && row.integer(8) < 500
        case .awaited: row.integer(6) > 0
        case .resolved: !isOpen
        case nil: true
        }
      let isKept =
        isFound && isInState && filter.agreement.map { $0.number == row.integer(1) } ?? true
        && filter.priority.map { $0 == row.text(2) } ?? true
        && filter.stage.map { $0.rawValue == row.text(3) } ?? true
        && filter.assignee.map { $0 == row.text(5) } ?? true
        && filter.sites.map { $0.contains(row.text(9)) } ?? true
      return isKept ? row.integer(0) : nil
    }.compactMap(\.self)
  }
}
