import Foundation
import GRDB
import Maintenance
import Register
import Store

/// Entries verified a second, everything recomputed and every state replayed, beside one bare
/// SHA-256 over the same entries' bytes.
struct VerifyRates {
  let file: String
  let database: Store.Database

  private static let rounds = 5

  func rows() async throws -> [Table.Row] {
    let clock = ContinuousClock()
    let pieces = try pieces()
    var entries = 0
    var verified: [Double] = []
    var bare: [Double] = []
    for _ in 1...Self.rounds {
      let hashed = clock.measure {
        for piece in pieces { Self.keep(Hash(of: piece)) }
      }
      let began = clock.now
      let verification = try await database.verify()
      let taken = (clock.now - began) / .seconds(1)
      guard verification.isSound else {
        throw BenchFault("the register does not hold: \(verification.differences.prefix(3))")
      }
      entries = verification.entries
      verified.append(Double(entries) / taken)
      bare.append(Double(entries) / (hashed / .seconds(1)))
    }
    return [
      Table.Row(
        "SQLite: entries verified, of \(entries)", "/s", subject: verified.median,
        floor: bare.median, floorName: "bare SHA-256 of the same bytes")
    ]
  }

  /// What the register's hashes cover: headers, and salts with contents.
  private func pieces() throws -> [[UInt8]] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: file, configuration: configuration)
    defer { queue.releaseMemory() }
    return try queue.read { database in
      try Data.fetchAll(
        database,
        sql: """
          SELECT header FROM entry
          UNION ALL SELECT CAST(salt || plain AS BLOB) FROM part WHERE plain IS NOT NULL
          """
      ).map { [UInt8]($0) }
    }
  }

  /// Keeps the optimiser from seeing that a hash is not used.
  @inline(never) private static func keep(_ hash: Hash) {}
}
