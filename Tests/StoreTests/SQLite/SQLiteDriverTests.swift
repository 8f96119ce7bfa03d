import Foundation
import GRDB
@testable import Store
import TestSupport
import Testing

struct SQLiteDriverTests {
  @Test func `every commit waits for the disk`() async throws {
    try await Engine.sqlite.withDatabase { database in
      // Asked within a write: `synchronous` belongs to the connection.
      let settings = try await database.write { transaction in
        try ["synchronous", "foreign_keys", "trusted_schema"].map { setting in
          try transaction.connection.rows("PRAGMA \(setting)", []) { $0.integer(0) }
        }
      }
      #expect(settings == [[2], [1], [0]])
    }
  }

  @Test func `a second process that opens the file is refused`() async throws {
    try await Engine.sqlite.withLocation { location in
      guard case .sqlite(let path) = location else { return }
      let database = try await Database.open(location)
      await #expect(throws: StoreFault.inUse(path: path)) { try await Database.open(location) }
      #expect(try lockable(path) == false)
      try await database.close()
      #expect(try lockable(path))
      try await Database.open(location).close()
    }
  }

  @Test func `a file that is no database is refused and left as it was`() async throws {
    try await Engine.sqlite.withLocation { location in
      guard case .sqlite(let path) = location else { return }
      let letter = Data(String(repeating: "Chère cliente, cher client. ", count: 400).utf8)
      try letter.write(to: URL(filePath: path))
      await #expect(throws: StoreFault.notADatabase(path: path)) {
        try await Database.open(location)
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == letter)
    }
  }

  @Test func `a path that cannot be written is refused with the reason`() async throws {
    for path in ["/proc/nowhere/a.sqlite", "/nowhere/a.sqlite"] {
      await #expect {
        try await Database.open(.sqlite(path: path))
      } throws: { error in
        guard case StoreFault.unwritable(path, _) = error else { return false }
        return true
      }
    }
  }

  @Test func `a folder in place of the file is refused`() async throws {
    try await Engine.sqlite.withLocation { location in
      guard case .sqlite(let path) = location else { return }
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      await #expect {
        try await Database.open(location)
      } throws: { error in
        guard case StoreFault.unwritable(path, _) = error else { return false }
        return true
      }
    }
  }

  /// Whether another process could take the lock.
  private func lockable(_ path: String) throws -> Bool {
    let flock = Process()
    flock.executableURL = URL(filePath: "/usr/bin/flock")
    flock.arguments = ["--nonblock", path + ".lock", "true"]
    try flock.run()
    flock.waitUntilExit()
    return flock.terminationStatus == 0
  }
}
