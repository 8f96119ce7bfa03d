import Foundation
@testable import Maintenance
import Register
@testable import Store
import TestSupport
import Testing

struct BackupTests {
  private let key = BackupKey()
  private let instant = Instant(milliseconds: 1_795_424_400_123)

  private func withFolder<Result>(_ body: (BackupFolder) async throws -> Result) async throws
    -> Result
  {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-backup-\(UInt64.random(in: .min ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(BackupFolder(path: folder.path))
  }

  private func backUp(_ database: Database, to folder: BackupFolder) async throws -> BackupReport? {
    try await database.backUp(to: folder, for: key.recipient, at: instant)
  }

  private func restore(
    _ folder: BackupFolder, with other: BackupKey? = nil, signedBy signer: VerifyingKey? = nil,
    to location: Location
  ) async throws -> RestoreReport {
    try await Database.restore(
      from: folder, with: other ?? key, signedBy: signer.map { [$0] } ?? [], to: location,
      Schema.migrations + [M9001Probe()], [Probe.self])
  }

  /// Two segments, the second with what the first lacks.
  private func fill(_ database: Database, _ folder: BackupFolder) async throws {
    let probe = try await Command.$current.withValue(Command(identity: "a", content: [])) {
      try await database.save(Probe.started("A"))
    }
    _ = try await backUp(database, to: folder)
    let sha256 = try await database.write { try $0.keep(contractText: Array("texte".utf8)) }
    let noted = try await database.save(probe.noted("un", "deux", text: sha256))
    _ = try await database.save(noted.noted("trois"))
    _ = try await database.save(Probe.started("B", id: 8, agreement: 4))
    _ = try await backUp(database, to: folder)
  }

  private func entries(of database: Database) async throws -> [[UInt8]] {
    try await database.read { reader in
      try reader.connection.rows("SELECT header FROM entry ORDER BY pos", []) { $0.blob(0) }
    }
  }

  private func globalHead(of database: Database) async throws -> LogHead? {
    try await database.read { try LogRow.global(on: $0.connection)?.head }
  }

  @Test(arguments: Engine.available, Engine.available)
  func `what two segments hold is restored on either engine, replays and is repeated once`(
    _ from: Engine, _ to: Engine
  ) async throws {
    try await withFolder { folder in
      let (headers, head) = try await from.withProbes { database in
        try await fill(database, folder)
        #expect(try folder.segments().map(\.to) == [1, 5])
        return (try await entries(of: database), try await globalHead(of: database))
      }
      try await to.withLocation { location in
        let report = try await restore(folder, to: location)
        #expect(report.segments == 2)
        #expect(report.entries == 5)
        try await location.withProbes { database in
          try await #expect(entries(of: database) == headers)
          try await #expect(globalHead(of: database) == head)
          // The text is an agreement's in the product; a probe's is not carried.
          let differences = try await database.verify([Probe.self]).differences
          #expect(differences.allSatisfy { if case .text = $0.place { true } else { false } })
          await #expect(throws: RepeatedCommand.self) {
            try await Command.$current.withValue(Command(identity: "a", content: [])) {
              try await database.save(Probe.started("A"))
            }
          }
          _ = try await database.save(Probe.started("C", id: 9, agreement: 5))
          let report = try await backUp(database, to: folder)
          #expect(report?.added == 1)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a segment carries only what is new, and none is written when nothing is`(
    _ engine: Engine
  ) async throws {
    try await withFolder { folder in
      try await engine.withProbes { database in
        try await fill(database, folder)
        try await #expect(backUp(database, to: folder) == nil)
        let draft = ContractDraft(
          id: ID(number: 1), title: "Brouillon", source: [1, 2], savedAt: instant)
        try await database.write { try $0.add(draft) }
        let report = try await backUp(database, to: folder)
        #expect(report?.added == 0)
        try await #expect(backUp(database, to: folder) == nil)
        var carried: [Int64: Set<String>] = [:]
        _ = try folder.open(with: key, signedBy: []) { header, rows in
          carried[header.number, default: []].insert(rows.table)
        }
        #expect(carried[2] == ["log_head", "entry", "part"])
        #expect(carried[3] == ["contract_draft"])
      }
      try await engine.withLocation { location in
        _ = try await restore(folder, to: location)
        try await location.withProbes { database in
          try await #expect(database.read { try $0.drafts(limit: 9) }.map(\.title) == ["Brouillon"])
        }
      }
    }
  }

  @Test func `any byte changed, any segment cut, missing or exchanged is refused before a row`()
    async throws
  {
    try await withFolder { folder in
      try await Engine.sqlite.withProbes { try await fill($0, folder) }
      let first = try Data(contentsOf: URL(filePath: folder.file(1)))
      let second = try Data(contentsOf: URL(filePath: folder.file(2)))
      try await Engine.sqlite.withLocation { location in
        func isRefused() async -> Bool {
          do { _ = try await restore(folder, to: location) } catch { return error is BackupFault }
          return false
        }
        for place in stride(from: 0, to: second.count, by: 7) {
          var altered = second
          altered[place] ^= 1 << UInt8(place % 8)
          try altered.write(to: URL(filePath: folder.file(2)))
          #expect(await isRefused(), "byte \(place)")
        }
        for count in [0, 5, 40, second.count / 2, second.count - 1] {
          try second.prefix(count).write(to: URL(filePath: folder.file(2)))
          #expect(await isRefused(), "cut at \(count)")
        }
        try (second + [0]).write(to: URL(filePath: folder.file(2)))
        #expect(await isRefused())
        try first.write(to: URL(filePath: folder.file(2)))
        #expect(await isRefused())
        try second.write(to: URL(filePath: folder.file(2)))
        try FileManager.default.removeItem(atPath: folder.file(1))
        #expect(await isRefused())
        try first.write(to: URL(filePath: folder.file(1)))
        #expect(!FileManager.default.fileExists(atPath: "\(location)"))
        try await #expect(restore(folder, to: location).entries == 5)
        #expect(await isRefused(), "a database that is not empty")
      }
    }
  }

  @Test func `another key opens nothing, and only the register's own key has vouched`() async throws
  {
    try await withFolder { folder in
      try await Engine.sqlite.withLocation { location in
        guard case .sqlite(let path) = location else { return }
        let database = try await Database.open(
          location, migrations: Schema.migrations + [M9001Probe()], keyFile: path + ".key")
        try await fill(database, folder)
        let text = try #require(try await database.read { try $0.publicKey() })
        try await database.close()
        let signer = try #require(VerifyingKey(text: text))
        let stranger = SigningKey(name: "diligence-x/register").verifying
        try await Engine.sqlite.withLocation { other in
          await #expect(throws: BackupFault.sealed(path: folder.file(1), .otherKey)) {
            try await restore(folder, with: BackupKey(), to: other)
          }
          await #expect(throws: BackupFault.unsigned(path: folder.file(1))) {
            try await restore(folder, signedBy: stranger, to: other)
          }
          try await #expect(restore(folder, signedBy: signer, to: other).entries == 5)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `another register, or one that lost what the set holds, adds nothing to it`(
    _ engine: Engine
  ) async throws {
    try await withFolder { folder in
      try await engine.withProbes { try await fill($0, folder) }
      try await engine.withProbes { other in
        _ = try await other.save(Probe.started("Z"))
        await #expect(throws: BackupFault.otherRegister(folder: folder.path)) {
          try await backUp(other, to: folder)
        }
      }
      #expect(try folder.count() == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `every table of the database is carried or made again`(_ engine: Engine) async throws {
    let sql =
      switch engine {
      case .sqlite:
        """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
          AND name NOT LIKE 'ticket_words_%'
        """
      case .postgres:
        "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
      }
    let tables = try await engine.withLocation { location in
      let database = try await Database.open(location)
      let tables = try await database.read { reader in
        try reader.connection.rows(sql, []) { $0.text(0) }
      }
      try await database.close()
      return Set(tables)
    }
    let known =
      BackupTables.whole.map(\.name) + BackupTables.byPosition + BackupTables.rebuilt
      + BackupTables.passing + [BackupTables.texts, "schema_migration"]
    #expect(tables.subtracting(known) == [])
    #expect(Set(known).subtracting(tables).subtracting(["ticket_words", "words_settled"]) == [])
  }
}
