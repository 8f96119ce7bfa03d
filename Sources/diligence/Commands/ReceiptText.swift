import Maintenance
import Operations
import Store

/// Does something under an identity of its own, and gives the receipt of what it recorded.
func receipted<Result>(
  _ operations: Operations, _ act: () async throws -> Result
) async throws -> (Result, EntryReceipt?) {
  let command = Command(identity: operations.newCommand(), content: [])
  let result = try await Command.$current.withValue(command) { try await act() }
  return (result, try await operations.database.receipt(of: command))
}

/// Writes what was recorded and where, then the proof as it may be kept in a file.
func tellReceipt(_ receipt: EntryReceipt?) {
  guard let receipt else { return }
  print(
    """

    Inscription \(receipt.n) du journal \(receipt.origin), position \(receipt.pos) : \(receipt.kind)
    Feuille \(receipt.leaf)

    \(receipt.proof)
    """, terminator: "")
}
