import GRDB

/// Reads a database file that another process serves: never writes, so never needs its lock.
final class SQLiteReader: Driver {
  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError {
      throw StoreFault(opening: path, error)
    }
  }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    do {
      return try await queue.read { try body(SQLiteConnection($0)) }
    } catch let error as DatabaseError {
      throw StoreFault(error)
    }
  }

  func write<Result: Sendable>(
    under command: Command?, _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    throw StoreFault.refused(reason: "opened only to be read")
  }

  func close() async throws { try queue.close() }
}
