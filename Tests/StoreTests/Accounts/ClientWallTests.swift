@testable import Maintenance
import TestSupport
import Testing

@testable import Store

/// PostgreSQL's own wall between clients, by statements that have no condition.
struct ClientWallTests {
  private static let engines = Engine.available.filter { $0 == .postgres }

  @Test(arguments: engines)
  func `each table is shown to clients by its rows, or hidden`(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      let tables = try await database.read { reader in
        try reader.connection.rows(
          "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()", []
        ) { $0.text(0) }
      }
      #expect(tables.sorted() == (ClientWall.shown.map(\.table) + ClientWall.hidden).sorted())
      let forced = try await database.read { reader in
        try reader.connection.rows(
          """
          SELECT relname::text FROM pg_class
          WHERE relnamespace = current_schema()::regnamespace AND relforcerowsecurity
          """, []
        ) { $0.text(0) }
      }
      #expect(forced.sorted() == ClientWall.shown.map(\.table).sorted())
    }
  }

  @Test(arguments: engines)
  func `without any condition, a client's reads find the contracts it sees`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let contracts: [ID<Agreement>] = [ID(number: 5001), ID(number: 5002)]
      for contract in contracts {
        try await database.write { transaction in
          try transaction.record(
            Fact(
              kind: "disclosure.made", at: Instant(milliseconds: 1_795_424_400_000),
              actor: Actor(side: .provider, name: "Ana"),
              subject: Subject(kind: .disclosure, id: contract.number, agreement: contract),
              body: .fields(["reason": .text("CANARI \(contract.number)")])))
        }
      }
      func logs(_ sql: String) async throws -> [Int64] {
        try await database.read { try $0.connection.rows(sql, []) { $0.integer(0) } }
      }
      let entries = "SELECT log FROM entry ORDER BY pos"
      let parts = "SELECT pos FROM part"
      #expect(try await logs(entries) == [5001, 5002])
      try await ClientScope.$reach.withValue(Reach([contracts[1]])) {
        #expect(try await logs(entries) == [5002])
        #expect(try await logs(parts).count == 2)
        for (table, _) in ClientWall.shown {
          _ = try await logs("SELECT COUNT(*) FROM \(table)")
        }
        for table in ClientWall.hidden {
          await #expect(throws: StoreFault.self, "\(table)") {
            _ = try await logs("SELECT COUNT(*) FROM \(table)")
          }
        }
        await #expect(throws: StoreFault.self) {
          _ = try await logs("RESET ROLE; SELECT log FROM entry")
        }
      }
      let none = try await ClientScope.$reach.withValue(Reach()) { try await logs(entries) }
      #expect(none == [])
      #expect(try await logs(entries) == [5001, 5002])
      #expect(try await logs(parts).count == 4)
    }
  }
}
