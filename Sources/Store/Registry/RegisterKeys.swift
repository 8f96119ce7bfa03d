import Register

/// The register's keys: the secret in its file, the public ones also in the database.
///
/// The database only tells the right file from a wrong one: whoever verifies takes the public key
/// from a paper that he holds, never from here.
enum RegisterKeys {
  /// The key of this register; made, and written to `file`, when it never had one.
  static func signer(at file: KeyFile, on driver: any Driver) async throws -> SigningKey {
    let (house, known): (String, [String]) = try await driver.read { connection in
      (try Self.house(on: connection), try Self.verifiers(on: connection))
    }
    if let last = known.last { try file.endChange(to: last) }
    if let key = try file.read() {
      let verifier = key.verifying.description
      if known.last == verifier { return key }
      // A copy from before this key: the mark, which only this key can have signed, tells.
      if !known.isEmpty, key.name == name(in: house),
        try HighWater(path: file.path + ".mark", signer: key).isMarked
      {
        return key
      }
      guard known.isEmpty, key.name == name(in: house) else {
        throw StoreFault.badKey(path: file.path, reason: "it is the key of another register")
      }
      try await remember(verifier, on: driver)
      return key
    }
    guard known.isEmpty else {
      throw StoreFault.badKey(path: file.path, reason: "the file is missing")
    }
    let key = SigningKey(name: name(in: house))
    // The file first: a key that the database knows must exist.
    try file.create(key)
    try await remember(key.verifying.description, on: driver)
    return key
  }

  static func name(in house: String) -> String { "\(house)/register" }

  static func house(on connection: any Connection) throws -> String {
    let origins = try connection.rows("SELECT origin FROM log_head WHERE log = 0", []) {
      $0.text(0)
    }
    guard let origin = origins.first else {
      throw StoreFault.unreadable(reason: "the register has no global log")
    }
    return String(LogRow.house(of: origin))
  }

  /// Oldest first.
  static func verifiers(on connection: any Connection) throws -> [String] {
    try connection.rows("SELECT verifier FROM register_key ORDER BY number LIMIT 100", []) {
      $0.text(0)
    }
  }

  private static func remember(_ verifier: String, on driver: any Driver) async throws {
    try await driver.write { connection in
      let global = try LogRow.locked(LogRow.global, on: connection)
      let known = try Self.verifiers(on: connection)
      // Two nodes that start at once with the same file.
      if known.last == verifier { return }
      guard known.isEmpty else {
        throw StoreFault.conflict(reason: "the register's key")
      }
      try connection.execute(
        "INSERT INTO register_key (number, verifier, since) VALUES (1, $1, $2)",
        [.text(verifier), .integer(global.range.size)])
    }
  }

  /// A key that the entry at `since` tells of.
  static func keep(
    _ key: VerifyingKey, number: Int, since: Int64, on connection: any Connection
  ) throws {
    try connection.execute(
      "INSERT INTO register_key (number, verifier, since) VALUES ($1, $2, $3)",
      [.integer(Int64(number)), .text(key.description), .integer(since)])
  }
}
