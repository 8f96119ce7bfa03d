import GRDB

/// The floor of a durable act on SQLite: one integer into a table of one column, in a file of its
/// own on the same disk, WAL and `synchronous = FULL` as the product's, one transaction each.
struct BareInsertion: Sendable {
  private let pool: DatabasePool

  init(path: String) throws {
    pool = try DatabasePool(path: path)
    try pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "CREATE TABLE floor (n INTEGER NOT NULL) STRICT")
    }
  }

  @Sendable func run() async throws {
    try await pool.write { database in
      try database.cachedStatement(sql: "INSERT INTO floor (n) VALUES (?)")
        .execute(arguments: [1])
    }
  }
}
