import Maintenance
@testable import Store
import TestSupport
import Testing

struct VerificationTests {
  @Test(arguments: Engine.available)
  func `a database nobody touched is sound, and everything in it was read`(
    _ engine: Engine
  ) async throws {
    try await engine.withStory { database in
      let verification = try await database.verify([Probe.self])
      #expect(verification.differences == [])
      #expect(verification.entries == 8)
      #expect(verification.logs == 2)
      #expect(verification.texts == 2)
      #expect(verification.states == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `an empty database is sound`(_ engine: Engine) async throws {
    try await engine.withProbes { database in
      let verification = try await database.verify([Probe.self])
      #expect(verification.isSound)
    }
  }

  @Test(arguments: Engine.available)
  func `any altered value is found and named`(_ engine: Engine) async throws {
    try await engine.withStory { database in
      try await database.disarm()
      var cells = 0
      for cell in try await database.cells() {
        let kept = try await database.value(of: cell)
        let altered = cell.altered(kept)
        try await database.set(cell, to: altered)
        let verification = try await database.verify([Probe.self])
        let expected = cell.expected(altered)
        #expect(
          verification.differences.contains { ($0.place, $0.column) == expected },
          "\(cell.table).\(cell.column) of \(cell.keys): \(verification.differences)")
        #expect(verification.differenceCount <= 6, "\(cell): \(verification.differences)")
        try await database.set(cell.moved(to: altered), to: kept)
        cells += 1
      }
      #expect(cells > 120)
      let verification = try await database.verify([Probe.self])
      #expect(verification.isSound)
    }
  }

  @Test(arguments: Engine.available)
  func `one flipped bit anywhere in a header or a part is found and named`(
    _ engine: Engine
  ) async throws {
    try await engine.withStory { database in
      try await database.disarm()
      let pos = SQLValue.integer(5)
      let cells = [
        Cell(table: "entry", column: "header", keys: [("pos", pos)]),
        Cell(table: "part", column: "plain", keys: [("pos", pos), ("name", .text("body"))]),
        Cell(table: "part", column: "salt", keys: [("pos", pos), ("name", .text("actor"))]),
      ]
      for cell in cells {
        guard case .blob(let kept) = try await database.value(of: cell) else {
          Issue.record("\(cell) is not bytes")
          return
        }
        for index in stride(from: 0, to: kept.count, by: 5) {
          var bytes = kept
          bytes[index] ^= 1 << (index % 8)
          try await database.set(cell, to: .blob(bytes))
          let verification = try await database.verify([Probe.self])
          let expected = cell.expected(.null)
          #expect(verification.differences.contains { ($0.place, $0.column) == expected })
        }
        try await database.set(cell, to: .blob(kept))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `what was taken out is missed`(_ engine: Engine) async throws {
    let removals: [(sql: [String], missed: Difference)] = [
      (
        ["DELETE FROM part WHERE pos = 4", "DELETE FROM entry WHERE pos = 4"],
        Difference(place: .position(4), column: "", reason: .missing)
      ),
      (
        ["DELETE FROM part WHERE pos = 7", "DELETE FROM entry WHERE pos = 7"],
        Difference(place: .head(log: 0), column: "size", reason: .differs)
      ),
      (
        ["DELETE FROM part WHERE pos = 2 AND name = 'body'"],
        Difference(place: .part(pos: 2, name: "body"), column: "", reason: .missing)
      ),
      (
        ["DELETE FROM probe WHERE id = 8"],
        Difference(place: .row(table: "probe", id: 8), column: "", reason: .missing)
      ),
      (
        ["DELETE FROM contract_text"],
        Difference(
          place: .text(sha256: Story.textDigest), column: "", reason: .missing)
      ),
      (
        ["DELETE FROM log_head WHERE log = 0"],
        Difference(place: .head(log: 0), column: "", reason: .missing)
      ),
    ]
    for removal in removals {
      try await engine.withStory { database in
        try await database.disarm()
        try await database.run(removal.sql)
        let differences = try await database.verify([Probe.self]).differences
        #expect(differences.contains(removal.missed), "\(removal.sql)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `what was put in without evidence is told`(_ engine: Engine) async throws {
    let additions: [(sql: String, told: Difference)] = [
      (
        """
        INSERT INTO probe (id, version, title, note_count, bytes)
        SELECT 99, version, 'forged', note_count, bytes FROM probe WHERE id = 7
        """,
        Difference(place: .row(table: "probe", id: 99), column: "", reason: .unexpected)
      ),
      (
        "INSERT INTO part (pos, name, salt, plain) SELECT pos, 'more', salt, plain FROM part "
          + "WHERE pos = 1 AND name = 'body'",
        Difference(place: .part(pos: 1, name: "more"), column: "", reason: .unexpected)
      ),
      (
        "INSERT INTO log_head (log, origin, size, peaks, at_ms) "
          + "SELECT 55, 'forged', size, peaks, at_ms FROM log_head WHERE log = 3",
        Difference(place: .head(log: 55), column: "", reason: .unexpected)
      ),
    ]
    for addition in additions {
      try await engine.withStory { database in
        try await database.run([addition.sql])
        let differences = try await database.verify([Probe.self]).differences
        #expect(differences.contains(addition.told), "\(addition.sql)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `entries cannot be changed by mistake`(_ engine: Engine) async throws {
    try await engine.withStory { database in
      for table in ["entry", "part", "contract_text"] {
        let column = table == "contract_text" ? "sha256" : "pos"
        for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
          await #expect(throws: StoreFault.self, "\(sql)") { try await database.run([sql]) }
        }
      }
      let verification = try await database.verify([Probe.self])
      #expect(verification.isSound)
    }
  }
}
