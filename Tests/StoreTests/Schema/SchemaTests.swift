import Maintenance
@testable import Store
import TestSupport
import Testing

struct SchemaTests {
  @Test(arguments: Engine.available)
  func `a database opens again as it was left`(_ engine: Engine) async throws {
    try await engine.withLocation { location in
      let saved = try await location.withProbes { try await $0.save(Probe.started("A")) }
      let facts = try await location.withProbes { database in
        try await database.read { try $0.facts(of: .ticket, 7) }
      }
      #expect(try Probe(replaying: facts) == saved)
    }
  }

  @Test(arguments: Engine.available)
  func `a database of a later release is refused by the name of its migration`(
    _ engine: Engine
  ) async throws {
    try await engine.withLocation { location in
      try await location.withProbes { _ in }
      await #expect(throws: StoreFault.newerSchema(migration: "M9001Probe")) {
        try await Database.open(location)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a migration that fails leaves nothing, and the next start does it`(
    _ engine: Engine
  ) async throws {
    struct Broken: Migration {
      let name = "M9001Probe"
      let statements = M9001Probe().statements + ["CREATE NONSENSE"]
    }
    try await engine.withLocation { location in
      await #expect(throws: StoreFault.self) {
        try await Database.open(location, migrations: Schema.migrations + [Broken()])
      }
      let saved = try await location.withProbes { try await $0.save(Probe.started("A")) }
      #expect(saved.version == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `the tables of another application are left alone`(_ engine: Engine) async throws {
    struct Foreign: Migration {
      let name = "Foreign"
      let statements = ["CREATE TABLE other (id {integer} PRIMARY KEY) {strict}"]
    }
    try await engine.withLocation { location in
      let database = try await Database.open(location, migrations: [Foreign()])
      try await database.run(["DROP TABLE schema_migration"])
      try await database.close()
      await #expect(throws: StoreFault.foreign(location: "\(location)")) {
        try await Database.open(location)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `each kind of value is read back as it was written`(_ engine: Engine) async throws {
    struct Values: Migration {
      let name = "M9002Values"
      let statements = [
        "CREATE TABLE sample (id {integer} PRIMARY KEY, i {integer}, t TEXT, b {blob}) {strict}"
      ]
    }
    try await engine.withLocation { location in
      let database = try await Database.open(
        location, migrations: Schema.migrations + [Values()])
      let integers: [Int64] = [.min, -1, 0, .max]
      let texts = ["", "l’été 𝄞 \u{1}", "$1 ? ' \\ \"", "\\x00"]
      let blobs: [[UInt8]] = [[], [0], Array(0...255), [0x5C, 0x78]]
      for index in 0..<4 {
        let values: [SQLValue] = [
          .blob(blobs[index]), .text(texts[index]), .integer(integers[index]),
          .integer(Int64(index)),
        ]
        try await database.write { transaction in
          // The places are numbered against the order in which they appear.
          let sql = "INSERT INTO sample (id, i, t, b) VALUES ($4, $3, $2, $1)"
          try transaction.connection.execute(sql, values)
        }
      }
      let rows = try await database.read { reader in
        try reader.connection.rows("SELECT i, t, b, NULL FROM sample ORDER BY id", []) { row in
          (row.integer(0), row.text(1), row.blob(2), row.optionalInteger(3))
        }
      }
      #expect(rows.map(\.0) == integers)
      #expect(rows.map { Array($0.1.utf8) } == texts.map { Array($0.utf8) })
      #expect(rows.map(\.2) == blobs)
      #expect(rows.allSatisfy { $0.3 == nil })
      await #expect(throws: StoreFault.unreadable(reason: "column 0 is not an integer")) {
        try await database.read { reader in
          try reader.connection.rows("SELECT t FROM sample", []) { $0.integer(0) }
        }
      }
      try await database.close()
    }
  }

  @Test func `an address is told from a path, and shown without its password`() {
    #expect(Location("/var/lib/diligence.sqlite") == .sqlite(path: "/var/lib/diligence.sqlite"))
    let server = "postgres://ana:secret@db.example/diligence?sslpassword=other"
    #expect(Location(server) == .postgres(url: server))
    #expect("\(Location(server))" == "postgres://ana@db.example/diligence")
    #expect("\(Location("postgresql://db.example"))" == "postgresql://db.example")
    #expect("\(Location("postgres://ana:s@cr@t@db"))" == "postgres://ana@db")
  }
}
