import Maintenance
@testable import Store
import TestSupport
import Testing

/// What the lists ask of each engine, over some thousand tickets.
@Suite(.serialized)
struct TicketQueryTests {
  private typealias Change = @Sendable (inout TicketFilter) -> Void
  private static let choices: [(name: String, change: Change)] = [
    ("all", { _ in }), ("open", { $0.state = .open }), ("awaited", { $0.state = .awaited }),
    ("resolved", { $0.state = .resolved }), ("late", { $0.state = .late }),
    ("stage", { $0.stage = .waiting }), ("priority", { $0.priority = "P1" }),
    ("agreement", { $0.agreement = ID(number: 7) }), ("assignee", { $0.assignee = "Paul" }),
    ("word", { $0.words = SearchWords("commun") }),
    ("beginning", { $0.words = SearchWords("comm") }),
    ("beginning between those known", { $0.words = SearchWords("commu") }),
    ("words", { $0.words = SearchWords("commun numero777") }),
    ("letter", { $0.words = SearchWords("c") }),
    ("old word", { $0.words = SearchWords("ancien") }),
    (
      "common word of a rare person",
      {
        $0.words = SearchWords("commun")
        $0.assignee = "Paul"
      }
    ),
    (
      "common things that never meet",
      {
        $0.words = SearchWords("pair")
        $0.priority = "P1"
        $0.agreement = ID(number: 7)
      }
    ),
    (
      "word that is common elsewhere",
      {
        $0.words = SearchWords("tardif commun")
        $0.agreement = ID(number: 7)
      }
    ),
    (
      "site",
      {
        $0.agreement = ID(number: 7)
        $0.sites = ["loin", "nulle-part"]
      }
    ),
    (
      "common things that met long ago",
      {
        $0.words = SearchWords("impair")
        $0.priority = "P3"
        $0.agreement = ID(number: 7)
      }
    ),
  ]

  private func filter(_ name: String) -> TicketFilter {
    var filter = TicketFilter()
    Self.choices.first { $0.name == name }?.change(&filter)
    return filter
  }

  /// Down from the newest and up from the oldest, however often a look stops short, the pages hold
  /// what a walk over all rows keeps, and nothing twice.
  @Test(arguments: Engine.available)
  func `pages hold what the filter keeps`(_ engine: Engine) async throws {
    try await withTickets(engine) { reader in try expectPages(reader) }
  }

  /// Old words that the index still holds find nothing, new ones that it lacks do.
  @Test func `tickets whose words wait for SQLite's index are found by their rows`() async throws {
    try await Engine.sqlite.withDatabase { database in
      _ = try await database.write { transaction in
        try FilledTickets.fill(transaction.connection)
        try FilledTickets.unsettle(transaction.connection)
      }
      try await database.read { reader in try expectPages(reader) }
      _ = try await database.write { try $0.connection.settleWords() }
      try await database.read { reader in
        try expectPages(reader)
        let settled = try reader.connection.rows("SELECT pos FROM words_settled", []) {
          $0.integer(0)
        }
        #expect(settled == [FilledTickets.waiting])
        let waiting = try reader.connection.rows(UnsettledWords.tickets, []) { $0.integer(0) }
        #expect(waiting.isEmpty)
      }
    }
  }

  private func expectPages(_ reader: Reader) throws {
    let now = Instant(milliseconds: 500)
    for (name, _) in Self.choices {
      let filter = filter(name)
      let kept = try FilledTickets.ids(reader, filter)
      #expect(!kept.isEmpty || name.contains("never"), "\(name)")
      var found: [Int64] = []
      var place = TicketPlace.newest
      while true {
        let page = try reader.tickets(filter, place, now: now, limit: 300)
        found += page.lines.map(\.id.number)
        guard let last = page.searchedTo ?? page.lines.last?.id, place != .before(last) else {
          break
        }
        place = .before(last)
      }
      #expect(found == kept, "\(name), down")
      found = []
      place = .after(ID(number: 0))
      while true {
        let page = try reader.tickets(filter, place, now: now, limit: 300)
        found = page.lines.map(\.id.number) + found
        guard let first = page.searchedTo ?? page.lines.first?.id, place != .after(first) else {
          break
        }
        place = .after(first)
      }
      #expect(found == kept, "\(name), up")
      let count = try reader.ticketCount(filter, now: now)
      let most = min(kept.count, TicketCount.most)
      #expect(count.isWhole ? count.number == kept.count : count.number <= most, "\(name)")
      let (first, told) = try reader.countedTickets(filter, .newest, now: now, limit: 51)
      #expect(told.number >= first.lines.count && told.number <= max(most, 51), "\(name)")
      #expect(told.isWhole ? told.number == kept.count : told.number <= kept.count, "\(name)")
      if first.lines.count < 51 { #expect(told == count, "\(name): live") }
    }
  }

  /// Some things are few beside others: nothing of them is cut, and they are counted to the last.
  @Test(arguments: Engine.available)
  func `what is rare is found at once beside what is common`(_ engine: Engine) async throws {
    try await withTickets(engine) { reader in
      let rare = [
        "common word of a rare person", "words", "open", "old word",
        "word that is common elsewhere", "site",
      ]
      for name in rare {
        let filter = filter(name)
        let kept = try FilledTickets.ids(reader, filter)
        let page = try reader.tickets(filter, now: Instant(milliseconds: 500), limit: 51)
        #expect(page.lines.map(\.id.number) == Array(kept.prefix(51)), "\(name)")
        #expect(page.searchedTo == nil, "\(name)")
        let count = try reader.ticketCount(filter, now: Instant(milliseconds: 500))
        #expect(count == TicketCount(kept.count), "\(name)")
      }
    }
  }

  /// No look reads more candidates than so many, and each is found by an index.
  @Test(arguments: Engine.available)
  func `candidates come from an index`(_ engine: Engine) async throws {
    try await withTickets(engine) { reader in
      for (name, _) in Self.choices {
        let candidates = try TicketCandidates(
          TicketCondition.all(
            of: filter(name), now: Instant(milliseconds: 500), reader.connection.dialect),
          on: reader.connection)
        var values: [SQLValue] = []
        let ids = candidates.ids(.newest, limit: 51, &values)
        let plan = try explained(ids, values, reader.connection)
        #expect(!plan.isEmpty)
        for walk in ["TEMP B-TREE", "Seq Scan"] {
          #expect(!plan.contains { $0.contains(walk) }, "\(name): \(plan)")
        }
        // PostgreSQL may sort the few that an index found.
        let isSorted = plan.contains { $0.contains("Sort") }
        #expect(!isSorted || plan.contains { $0.contains("Bitmap Index Scan") }, "\(name)")
        #expect(!plan.contains { $0.hasPrefix("SCAN t") }, "\(name): \(plan)")
        values = []
        let kept = candidates.kept(.newest, among: TicketCandidates.most, &values)
        let whole = try explained(kept, values, reader.connection)
        #expect(!whole.contains { $0.contains("Seq Scan on ticket") }, "\(name): \(whole)")
        #expect(!whole.contains { $0 == "SCAN ticket" }, "\(name): \(whole)")
      }
    }
  }

  /// Tickets of one client or person lie far apart: what else is asked is read from their index.
  @Test func `no row is read of a contract's or a person's tickets that are not kept`() async throws
  {
    try await withTickets(.sqlite) { reader in
      for first in ["agreement", "assignee"] {
        var filter = filter(first)
        filter.priority = "P2"
        filter.state = .resolved
        var conditions = TicketCondition.all(
          of: filter, now: Instant(milliseconds: 500), .sqlite)
        let place = try #require(conditions.firstIndex { $0.test.contains(first) })
        let condition = conditions.remove(at: place)
        let candidates = TicketCandidates(
          condition: condition, others: conditions, dialect: .sqlite)
        var values: [SQLValue] = []
        let kept = candidates.kept(.newest, among: 2000, &values)
        let plan = try explained(kept, values, reader.connection)
        let covering = "USING COVERING INDEX ticket_by_\(first)"
        #expect(plan.contains { $0.contains(covering) }, "\(plan)")
      }
    }
  }

  @Test func `work on a contract is found by the index of its charges`() async throws {
    try await withTickets(.sqlite) { reader in
      for count in [1, Verdict.Decision.allCases.count] {
        let values = Verdict.Decision.allCases.prefix(count).map { SQLValue.text($0.rawValue) }
        let plan = try explained(
          Reader.workedTickets(charges: count), [.integer(7), .integer(1)] + values,
          reader.connection)
        let index = "USING COVERING INDEX ticket_by_charged_work (agreement=? AND charge=? AND"
        #expect(plan.contains { $0.contains(index) }, "\(plan)")
      }
    }
  }

  @Test func `PostgreSQL's index of words answers for what is not among the newest`() async throws {
    guard Engine.available.contains(.postgres) else { return }
    try await withTickets(.postgres) { reader in
      let candidates = TicketCandidates(
        condition: .vector(["ancien"]), others: [], dialect: .postgres, isSorted: true)
      var values: [SQLValue] = []
      let ids = candidates.ids(.newest, limit: 51, &values)
      let plan = try explained(ids, values, reader.connection)
      #expect(plan.contains { $0.contains("ticket_by_words") }, "\(plan)")
    }
  }

  @Test func `words that are not the row's are found by verifying`() async throws {
    try await Engine.sqlite.withDatabase { database in
      _ = try await database.write { transaction in
        try transaction.connection.execute(
          "INSERT INTO ticket_words (rowid, words) VALUES ($1, $2)", [.integer(9), .text("x")])
      }
      let verification = try await database.verify()
      #expect(verification.differences.map(\.place) == [.row(table: "ticket_words", id: 9)])
      #expect(verification.differences.map(\.reason) == [.unexpected])
    }
  }

  private func explained(
    _ sql: String, _ values: [SQLValue], _ connection: any Connection
  ) throws -> [String] {
    let isSQLite = connection.dialect == .sqlite
    return try connection.rows("\(isSQLite ? "EXPLAIN QUERY PLAN" : "EXPLAIN") \(sql)", values) {
      $0.text(isSQLite ? 3 : 0)
    }
  }

  private func withTickets(
    _ engine: Engine, _ body: @escaping @Sendable (Reader) throws -> Void
  ) async throws {
    try await engine.withDatabase { database in
      _ = try await database.write { try FilledTickets.fill($0.connection) }
      try await database.read(body)
    }
  }
}
