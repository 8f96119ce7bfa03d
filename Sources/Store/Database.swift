import Maintenance
import Register
import Synchronization

/// The one place where state and evidence are kept, on either engine.
package final class Database: Sendable {
  package let location: Location
  let driver: any Driver
  /// Signs heads that are committed; none where nobody asks for proofs.
  let signer: SigningKey?
  let highWater: HighWater?
  let noticed: Mutex<Rollback?>
  private let isReadOnly: Bool
  /// An older copy was put back: nothing is written until somebody declares what was lost.
  package var rollback: Rollback? { noticed.withLock { $0 } }

  /// Opens the database, creates it when it is not there, and migrates it.
  ///
  /// The register's key is read from `keyFile`; it is made there when this register has none yet.
  package static func open(_ location: Location, keyFile: String? = nil) async throws -> Database {
    try await open(location, migrations: Schema.migrations, keyFile: keyFile)
  }

  static func open(
    _ location: Location, migrations: [any Migration], keyFile: String? = nil
  ) async throws -> Database {
    let driver: any Driver =
      switch location {
      case .sqlite(let path): try SQLiteDriver(path: path)
      case .postgres: PostgresDriver(location: location)
      }
    try await Schema.migrate(driver, at: location, by: migrations)
    guard let keyFile else { return Database(location: location, driver: driver) }
    do {
      let signer = try await RegisterKeys.signer(at: KeyFile(path: keyFile), on: driver)
      let known = try await driver.read { try RegisterKeys.verifiers(on: $0) }
      let highWater = HighWater(
        path: keyFile + ".mark", signer: signer,
        others: known.compactMap(VerifyingKey.init(text:)))
      let rollback: Rollback? =
        if let mark = try highWater.read() {
          try await driver.read { try Rollback(mark: mark, in: Reader(connection: $0)) }
        } else { nil }
      let database = Database(
        location: location, driver: driver, signer: signer, highWater: highWater,
        rollback: rollback)
      try await database.coverGlobalHead()
      return database
    } catch {
      try await driver.close()
      throw error
    }
  }

  /// Opens a database that another process may be serving, as it is: nothing can be written.
  ///
  /// `keyFile` signs when it is there and is this register's; it is never made.
  package static func openToRead(
    _ location: Location, keyFile: String? = nil
  ) async throws -> Database {
    let driver: any Driver =
      switch location {
      case .sqlite(let path): try SQLiteReader(path: path)
      case .postgres: PostgresDriver(location: location)
      }
    do {
      try await Schema.check(driver, at: location, Schema.migrations)
      let known = try await driver.read { try RegisterKeys.verifiers(on: $0) }
      let key = try keyFile.flatMap { try KeyFile(path: $0).read() }
      let signer = key.flatMap { $0.verifying.description == known.last ? $0 : nil }
      return Database(location: location, driver: driver, signer: signer, isReadOnly: true)
    } catch {
      try await driver.close()
      throw error
    }
  }

  private init(
    location: Location, driver: any Driver, signer: SigningKey? = nil,
    highWater: HighWater? = nil, rollback: Rollback? = nil,
    isReadOnly: Bool = false
  ) {
    self.location = location
    self.driver = driver
    self.signer = signer
    self.highWater = highWater
    noticed = Mutex(rollback)
    self.isReadOnly = isReadOnly
  }

  /// Reads one unchanging view of the database, whatever others write meanwhile.
  package func read<Result: Sendable>(
    _ body: @escaping @Sendable (Reader) throws -> Result
  ) async throws -> Result {
    let scope = ClientScope.reach
    return try await driver.read { connection in
      try connection.confine(to: scope)
      return try body(Reader(connection: connection))
    }
  }

  /// Runs a transaction: durable when this returns, without trace when it throws.
  ///
  /// `body` may run twice, when PostgreSQL gives way to another transaction: it must do nothing
  /// but read and write here.
  package func write<Result: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Result
  ) async throws -> Result {
    if let rollback {
      throw StoreFault.rolledBack(signed: rollback.signed, found: rollback.found)
    }
    guard !isReadOnly else { throw StoreFault.refused(reason: "opened only to be read") }
    let result = try await commit(body)
    if highWater?.isDue() == true { await followHead() }
    return result
  }

  /// The act is recorded: a mark that cannot be kept now is kept before the next signed head.
  private func followHead() async {
    do { try await coverGlobalHead() } catch {}
  }

  private func commit<Result: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Result
  ) async throws -> Result {
    guard let command = Command.current else {
      return try await driver.write { try body(Transaction(connection: $0, command: nil)) }
    }
    do {
      return try await driver.write(under: command) { connection in
        let record = CommandRecord(command)
        try record.refuseRepeated(on: connection)
        return try body(Transaction(connection: connection, command: record))
      }
    } catch let failure where !(failure is RepeatedCommand) {
      // A twin may have been first, or the answer to our own commit may be what was lost.
      if let subject = try await subject(of: command, unless: failure) {
        throw RepeatedCommand(subject: subject)
      }
      throw failure
    }
  }

  /// What a command changed after all; throws `failure` when the database does not answer.
  private func subject(
    of command: Command, unless failure: any Error
  ) async throws -> Subject? {
    do {
      return try await driver.read { try $0.subject(of: command) }
    } catch {
      throw failure
    }
  }

  /// Ends the connections, so that another process may open the file.
  package func close() async throws {
    await followHead()
    try await driver.close()
  }
}

/// What an engine must do.
protocol Driver: Sendable {
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result

  /// `command` is the one for which `body` writes: PostgreSQL looks for those of a group at once.
  func write<Result: Sendable>(
    under command: Command?, _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result

  /// Leaves nothing of what was overwritten in the engine's files, where that is ours to do.
  func compact() async throws

  func close() async throws
}

extension Driver {
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    try await write(under: nil, body)
  }

  func compact() async throws {}
}

/// Reads within one view of the database.
package struct Reader {
  let connection: any Connection
}

/// Reads and writes within one transaction.
package struct Transaction {
  let connection: any Connection
  /// Nothing when nobody said which act this is.
  let command: CommandRecord?

  package var reader: Reader { Reader(connection: connection) }
}
