import Maintenance
import Store
import TestSupport

/// Three probes of two agreements and their eight entries.
enum Story {
  static let text = Array("Article 1".utf8)
  /// `printf 'Article 1' | sha256sum`
  static let textDigest = "b9c5a06b7fd34d513067ab069d26c1e97c0428d80da2e1c19cbc9d7615f188e5"
  static let entries: [(log: Int64, n: Int64)] = [
    (3, 0), (3, 1), (3, 2), (4, 0), (3, 3), (4, 1), (4, 2), (3, 4),
  ]
}

extension Engine {
  func withStory<Result>(_ body: (Database) async throws -> Result) async throws -> Result {
    try await withProbes { database in
      try await database.write { transaction in
        _ = try transaction.keep(contractText: [0])
        let sha256 = try transaction.keep(contractText: Story.text)
        let first = try Probe.started("à l’heure")
        try transaction.save(first)
        let second = try first.state.noted("un", "deux", text: sha256)
        try transaction.save(second)
        let other = try Probe.started("autre", id: 8, agreement: 4)
        try transaction.save(other)
        try transaction.save(Probe.started("seule", id: 9))
        try transaction.save(other.state.noted("trois", "quatre", agreement: 4))
        try transaction.save(second.state.noted("cinq"))
      }
      return try await body(database)
    }
  }
}
