import CPostgres
package import Foundation
package import Store

/// An engine to run a test on, each time in an empty database that is gone afterwards.
package enum Engine: String, Sendable, CustomStringConvertible {
  case sqlite
  case postgres

  /// SQLite always; PostgreSQL when `DILIGENCE_POSTGRES` holds the address of a server where
  /// schemas may be created, or when `DILIGENCE_REQUIRE_POSTGRES=1` asks that its absence fails.
  package static let available: [Engine] = {
    if server != nil { return [.sqlite, .postgres] }
    if ProcessInfo.processInfo.environment["DILIGENCE_REQUIRE_POSTGRES"] == "1" {
      return [.sqlite, .postgres]
    }
    let notice = "DILIGENCE_POSTGRES is not set: tests run on SQLite only.\n"
    FileHandle.standardError.write(Data(notice.utf8))
    return [.sqlite]
  }()

  private static let server = ProcessInfo.processInfo.environment["DILIGENCE_POSTGRES"]

  package var description: String { rawValue }

  /// Gives a place for a database, and clears it whatever happens.
  ///
  /// Eight tests have one at a time, else the slowest of hundreds wait for minutes.
  package func withLocation<Result>(
    _ body: (Location) async throws -> Result
  ) async throws -> Result {
    if Places.isInside { return try await makeLocation(body) }
    await Places.take()
    defer { Places.give() }
    return try await Places.$isInside.withValue(true) { try await makeLocation(body) }
  }

  private func makeLocation<Result>(
    _ body: (Location) async throws -> Result
  ) async throws -> Result {
    let name = "diligence_test_" + String(UInt64.random(in: .min ... .max), radix: 36)
    switch self {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { discard(folder) }
      return try await body(.sqlite(path: folder.appending(path: "diligence.sqlite").path))
    case .postgres:
      guard let server = Engine.server else { throw EngineFault("DILIGENCE_POSTGRES is not set") }
      try run("CREATE SCHEMA \(name)", on: server)
      let sign = server.contains("?") ? "&" : "?"
      let outcome: Swift.Result<Result, any Error>
      do {
        outcome = .success(
          try await body(.postgres(url: "\(server)\(sign)options=-csearch_path%3D\(name)")))
      } catch {
        outcome = .failure(error)
      }
      try run("DROP SCHEMA \(name) CASCADE", on: server)
      return try outcome.get()
    }
  }

  /// Gives an open database, and closes it.
  package func withDatabase<Result>(
    _ body: (Database) async throws -> Result
  ) async throws -> Result {
    try await withLocation { location in
      let database = try await Database.open(location)
      let outcome: Swift.Result<Result, any Error>
      do { outcome = .success(try await body(database)) } catch { outcome = .failure(error) }
      try await database.close()
      return try outcome.get()
    }
  }

  /// Gives an open database whose register has a key, and a folder for what the test makes; both
  /// are gone afterwards.
  package func withRegister<Result>(
    _ body: (Database, _ folder: URL) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-register-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { discard(folder) }
    return try await withLocation { location in
      let database = try await Database.open(
        location, keyFile: folder.appending(path: "register.key").path)
      let outcome: Swift.Result<Result, any Error>
      do {
        outcome = .success(try await body(database, folder))
      } catch {
        outcome = .failure(error)
      }
      try await database.close()
      return try outcome.get()
    }
  }

  private func run(_ sql: String, on server: String) throws {
    let link = PQconnectdb(server)
    defer { PQfinish(link) }
    let result = PQexec(link, "SET client_min_messages = error; " + sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw EngineFault(String(cString: PQerrorMessage(link)))
    }
  }

  private func discard(_ folder: URL) {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      FileHandle.standardError.write(Data("\(folder.path) stays: \(error)\n".utf8))
    }
  }
}

/// Why an engine could not be given to a test.
package struct EngineFault: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}
