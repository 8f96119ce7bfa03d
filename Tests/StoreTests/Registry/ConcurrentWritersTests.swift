import Foundation
import Maintenance
import Register
import TestSupport
import Testing

@testable import Store

struct ConcurrentWritersTests {
  private struct Refusal: Error {}

  /// What one writer tries, and how it must end.
  private enum Act: CaseIterable {
    case noted, stale, refused, refusedLate, repeated, taken

    static let drawn: [Act] = [.noted, .noted, .noted] + allCases
  }

  private static let writers = 32
  private static let actsEach = 12

  @Test(arguments: Engine.available, [UInt64(1), 2])
  func `of 32 who write at once, those who fail fail alone`(
    _ engine: Engine, _ seed: UInt64
  ) async throws {
    try await engine.withLocation { location in
      let key = FileManager.default.temporaryDirectory
        .appending(path: "diligence-\(UInt64.random(in: .min ... .max)).key").path
      let first = try await Self.node(at: location, key)
      // SQLite has one process to a file.
      let second = engine == .postgres ? try await Self.node(at: location, key) : first
      let outcome: Result<Int, any Error>
      do {
        outcome = .success(try await Self.write(on: [first, second], seed: seed))
      } catch {
        outcome = .failure(error)
      }
      if engine == .postgres { try await second.close() }
      try await first.close()
      for end in ["", ".mark"] where FileManager.default.fileExists(atPath: key + end) {
        try FileManager.default.removeItem(atPath: key + end)
      }
      #expect(try outcome.get() > Self.writers)
    }
  }

  private static func node(at location: Location, _ key: String) async throws -> Database {
    try await Database.open(
      location, migrations: Schema.migrations + [M9001Probe()], keyFile: key)
  }

  /// Gives how many acts were acknowledged.
  private static func write(on nodes: [Database], seed: UInt64) async throws -> Int {
    try await nodes[0].save(Probe.started("taken", id: 1000))
    let kept = try await withThrowingTaskGroup(of: (Int64, [String]).self) { group in
      for number in 1...writers {
        group.addTask {
          let writer = Writer(
            database: nodes[number % nodes.count], id: Int64(number),
            agreement: Int64(number % 4 + 1))
          var chance = SplitMix64(seed: seed &* 1000 &+ UInt64(number))
          return (writer.id, try await writer.run(&chance))
        }
      }
      return try await group.reduce(into: [Int64: [String]]()) { $0[$1.0] = $1.1 }
    }
    let found = try await nodes[0].read { reader in
      try kept.keys.reduce(into: [Int64: [String]]()) { notes, id in
        notes[id] = try Probe(replaying: reader.facts(of: .ticket, id)).notes
      }
    }
    #expect(found == kept)
    let verification = try await nodes[0].verify([Probe.self])
    #expect(verification.differences == [])
    #expect(verification.states == writers + 1)
    #expect(verification.entries == 1 + kept.values.reduce(0) { $0 + 1 + $1.count })
    try await checkReceipts(on: nodes[0])
    return kept.values.reduce(0) { $0 + $1.count }
  }

  private static func checkReceipts(on database: Database) async throws {
    let text = try #require(try await database.read { try $0.publicKey() })
    let key = try #require(VerifyingKey(text: text))
    for agreement in Int64(1)...4 {
      let id = ID<Agreement>(number: agreement)
      let head = try #require(try await database.read { try $0.head(of: id) })
      for n in 0..<Int64(head.size) {
        let receipt = try #require(try await database.receipt(of: id, entry: n))
        let proof = try #require(ProofFile(reading: receipt, signedBy: key))
        #expect(proof.isProven && proof.index == n)
      }
    }
  }

  /// One of those who write at once, on a state of its own.
  private struct Writer: Sendable {
    let database: Database
    let id: Int64
    let agreement: Int64

    /// The notes that were acknowledged, in their order.
    func run(_ chance: inout SplitMix64) async throws -> [String] {
      var kept: [String] = []
      let opened = try await database.save(
        Probe.started("\(id)", id: id, agreement: agreement))
      for number in 1...actsEach {
        let act = Act.drawn.randomElement(using: &chance) ?? .noted
        let name = "\(id).\(number)"
        switch act {
        case .noted, .repeated:
          let command = Command(identity: name, content: [])
          try await note(name, under: command)
          kept.append(name)
          guard act == .repeated else { continue }
          await #expect(throws: RepeatedCommand.self) { try await note(name, under: command) }
        case .stale:
          guard !kept.isEmpty else { continue }
          await #expect(throws: StoreFault.staleVersion(table: "probe", id: id)) {
            try await database.save(opened.noted(name, agreement: agreement))
          }
        case .refused:
          await #expect(throws: Refusal.self) { try await note(name) { throw Refusal() } }
        case .refusedLate:
          await #expect(throws: Refusal.self) {
            try await note(name, afterwards: { throw Refusal() })
          }
        case .taken:
          await #expect {
            try await database.save(
              Probe.started("taken", id: 2000 + id, agreement: agreement))
          } throws: {
            guard case StoreFault.conflict = $0 else { return false }
            return true
          }
        }
      }
      return kept
    }

    /// Loads, asks, saves, as every operation does.
    private func note(
      _ text: String, under command: Command? = nil,
      before ask: @escaping @Sendable () throws -> Void = {},
      afterwards: @escaping @Sendable () throws -> Void = {}
    ) async throws {
      try await Command.$current.withValue(command) {
        try await database.write { transaction in
          let probe = try Probe(replaying: transaction.reader.facts(of: .ticket, id))
          try ask()
          try transaction.save(probe.noted(text, agreement: agreement))
          try afterwards()
        }
      }
    }
  }
}
