import Maintenance
@testable import Store
import TestSupport
import Testing

struct TicketQueryTests {
  private static let choices: [(String, @Sendable (inout TicketFilter) -> Void)] = [
    ("all", { _ in }), ("open", { $0.state = .open }), ("awaited", { $0.state = .awaited }),
    ("stage", { $0.stage = .waiting }), ("priority", { $0.priority = "P1" }),
    ("agreement", { $0.agreement = ID(number: 7) }), ("assignee", { $0.assignee = "Paul" }),
    ("words", { $0.words = SearchWords("reseau coupe") }),
    (
      "words and more",
      {
        $0.words = SearchWords("reseau")
        $0.priority = "P1"
        $0.agreement = ID(number: 7)
      }
    ),
  ]

  /// A page costs what it shows: no walk over all tickets, no sort of what was found.
  @Test(arguments: choices.map(\.0)) func `a page of the list is read by an index`(
    _ name: String
  ) async throws {
    try await Engine.sqlite.withDatabase { database in
      var filter = TicketFilter()
      Self.choices.first { $0.0 == name }?.1(&filter)
      let asked = filter
      let plan = try await database.read { reader in
        let connection = reader.connection
        var query = TicketQuery(asked, dialect: .sqlite, now: Instant(milliseconds: 0))
        query.require("\(query.key) < ", .integer(.max))
        return try connection.rows(
          """
          EXPLAIN QUERY PLAN SELECT t.title FROM \(query.source)
          JOIN agreement a ON a.id = t.agreement
          WHERE \(query.conditions.joined(separator: " AND "))
          ORDER BY \(query.order) DESC LIMIT 50
          """, query.values
        ) { $0.text(3) }
      }
      #expect(!plan.isEmpty)
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
      #expect(!plan.contains { $0.hasPrefix("SCAN t") }, "\(plan)")
      guard !asked.words.asked.isEmpty else { return }
      let words = try #require(plan.firstIndex { $0.hasPrefix("SCAN w VIRTUAL TABLE") })
      let tickets = try #require(plan.firstIndex { $0.hasPrefix("SEARCH t") })
      #expect(words < tickets, "\(plan)")
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
}
