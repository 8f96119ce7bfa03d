package import Maintenance
import Register

extension Reader {
  /// Facts of a log, as data: when, what, by whom and what it says. Cost grows with the log.
  package func facts(
    of log: ID<Agreement>, where isKept: (Fact) throws -> Bool
  ) throws -> [Datum] {
    var found: [Datum] = []
    var last: Int64 = -1
    while true {
      let rows = try connection.rows(
        """
        SELECT \(FactRow.columns), e.n FROM entry e
        JOIN part a ON a.pos = e.pos AND a.name = 'actor'
        JOIN part b ON b.pos = e.pos AND b.name = 'body'
        WHERE e.log = $1 AND e.n > $2 ORDER BY e.n LIMIT 500
        """, [.integer(log.number), .integer(last)]
      ) { (fact: try FactRow($0).fact, n: $0.integer(FactRow.count)) }
      guard let end = rows.last?.n else { return found }
      for (fact, n) in rows where try isKept(fact) {
        found.append(
          .fields([
            "entry": .integer(n), "at": .text(fact.at.iso), "kind": .text(fact.kind),
            "actor": .text(fact.actor.name), "body": fact.body,
          ]))
      }
      last = end
    }
  }

  package func signOnIssuers(of account: ID<Account>) throws -> [String] {
    try connection.rows(
      "SELECT issuer FROM sign_on WHERE account = $1 ORDER BY issuer LIMIT 100",
      [.integer(account.number)]
    ) { $0.text(0) }
  }

  /// What somebody read, the latest first.
  package func reads(by account: ID<Account>, limit: Int) throws -> [ConfidentialRead] {
    try connection.rows(
      """
      SELECT \(ConfidentialRead.columns) FROM confidential_read
      WHERE account = $1 ORDER BY id DESC LIMIT $2
      """, [.integer(account.number), .integer(Int64(limit))], ConfidentialRead.init)
  }
}

extension Datum {
  /// As canonical JSON.
  package func json() throws -> [UInt8] { try canonical.bytes() }
}
