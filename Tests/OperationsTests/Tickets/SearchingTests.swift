import Maintenance
import Operations
@testable import Store
import TestSupport
import Testing

struct SearchingTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  /// SQLite's index follows some acts behind, and catches up by itself.
  @Test func `a ticket is found as soon as it is opened, and its words reach the index`()
    async throws
  {
    try await Engine.sqlite.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let first = try await operations.exampleTicket("Onduleur bavard", under: agreement, by: agent)
      #expect(try await indexed(database) == [])
      #expect(try await found("onduleur bav", operations) == [first.id])
      #expect(try await found("serveur", operations) == [])
      for _ in 0..<UnsettledWords.most {
        _ = try await operations.act(on: first.id, by: agent, .work(minutes: 1, note: "Veille."))
      }
      #expect(try await indexed(database) == [first.id.number])
      // Keys follow the clock.
      let second = try await operations.at(now + 60).exampleTicket(under: agreement, by: agent)
      #expect(try await indexed(database) == [first.id.number])
      #expect(try await found("serveur", operations) == [second.id])
      let both = try await found("morel", operations)
      #expect(both == [second.id, first.id])
      #expect(try await database.verify().differences.isEmpty)
    }
  }

  /// Of more characters than are asked of a word.
  private let long = String(repeating: "z", count: 45)

  /// Letters that our own folding keeps, the index keeps too.
  @Test func `what is found does not change when the words reach the index`() async throws {
    try await Engine.sqlite.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let ticket = try await operations.exampleTicket(
        "Borne Dvořák sourde निजी \(long) Ⓐ", under: agreement, by: agent)
      for isSettled in [false, true] {
        if isSettled { _ = try await database.write { try $0.connection.settleWords() } }
        #expect(try await indexed(database).isEmpty != isSettled)
        for words in [
          "dvořák", "DVOŘ", "dvořák sourde", "borne", "निजी", "निजी borne", "\(long) borne", "Ⓐ",
        ] {
          #expect(try await found(words, operations) == [ticket.id], "\(words), \(isSettled)")
        }
        for words in ["dvorak", "dvorak sourde"] {
          #expect(try await found(words, operations) == [], "\(words), \(isSettled)")
        }
      }
    }
  }

  @Test func `an index that is damaged keeps no act from being recorded`() async throws {
    try await Engine.sqlite.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let ticket = try await operations.exampleTicket(under: agreement, by: agent)
      _ = try await database.write {
        try $0.connection.execute("DROP TABLE ticket_words_docsize", [])
      }
      for _ in 0..<UnsettledWords.most + 9 {
        _ = try await operations.act(on: ticket.id, by: agent, .work(minutes: 1, note: "Veille."))
      }
      #expect(try await operations.ticket(ticket.id).ticket.work.count == UnsettledWords.most + 9)
      let found = try await database.verify().differences.map(\.place)
      #expect(found == [.row(table: "words_settled", id: 1)])
    }
  }

  @Test func `where nothing says which words wait, all do, and verifying says it`() async throws {
    try await Engine.sqlite.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let ticket = try await operations.exampleTicket("Onduleur", under: agreement, by: agent)
      let place = Difference.Place.row(table: "words_settled", id: 1)
      for change in [
        "DELETE FROM words_settled", "INSERT INTO words_settled VALUES (0)",
        "INSERT INTO words_settled VALUES (1)",
      ] {
        _ = try await database.write { try $0.connection.execute(change, []) }
        #expect(try await found("onduleur", operations) == [ticket.id])
        let differences = try await database.verify().differences.map(\.place)
        switch change.last {
        case "d": #expect(differences == [place])
        case ")" where change.contains("(0)"): #expect(differences == [])
        default: #expect(differences == [.row(table: "words_settled", id: 2)])
        }
      }
    }
  }

  @Test func `an index that lost a ticket is named`() async throws {
    try await Engine.sqlite.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let ticket = try await operations.exampleTicket("Onduleur", under: agreement, by: agent)
      _ = try await database.write { transaction in
        try transaction.connection.settleWords()
        let held = "SELECT id, c0 FROM ticket_words_content"
        try transaction.connection.execute("CREATE TABLE kept AS \(held)", [])
        try transaction.connection.execute("DELETE FROM ticket_words", [])
        try transaction.connection.execute(
          "INSERT INTO ticket_words_content SELECT * FROM kept", [])
        try transaction.connection.execute("DROP TABLE kept", [])
      }
      let differences = try await database.verify().differences
      #expect(
        differences.map(\.place) == [.row(table: "ticket_words", id: ticket.id.number)])
    }
  }

  private func indexed(_ database: Database) async throws -> [Int64] {
    try await database.read { reader in
      try reader.connection.rows("SELECT rowid FROM ticket_words ORDER BY rowid", []) {
        $0.integer(0)
      }
    }
  }

  private func found(_ words: String, _ operations: Operations) async throws -> [ID<Ticket>] {
    var filter = TicketFilter()
    filter.words = SearchWords(words)
    return try await operations.tickets(filter, .newest, limit: 10).page.lines.map(\.id)
  }
}
