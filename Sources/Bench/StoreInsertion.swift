import Store
import Synchronization

private let insertions = Atomic<Int>(0)

extension Database {
  /// The floor of a durable act on PostgreSQL: the smallest write that the store knows, one row of
  /// two columns, through the product's own connections.
  func insertOneRow() async throws {
    let number = insertions.add(1, ordering: .relaxed).newValue
    _ = try await write { try $0.keep(contractText: Array("\(number)".utf8)) }
  }
}
