import Register

/// The database does not hold what this register has signed: an older copy of it was put back.
package struct Rollback: Hashable, Sendable {
  /// Entries that the last head signed covers, and entries that the database holds.
  package let signed: Int64
  package let found: Int64
  /// The last head signed (C2SP tlog-checkpoint).
  let checkpoint: String

  /// Nothing when the global log holds the entries that `mark` covers, unaltered.
  init?(mark: Checkpoint, in reader: Reader) throws {
    guard let row = try LogRow.global(on: reader.connection) else {
      throw StoreFault.unreadable(reason: "the register has no global log")
    }
    let (marked, kept) = (Epoch(of: mark.head.origin), Epoch(of: row.origin))
    // Whoever declared the loss quoted the mark of the time before.
    if marked < kept { return nil }
    let size = row.range.size
    if marked == kept, size >= mark.head.size,
      try reader.tree(of: LogRow.global, size: size).root(at: mark.head.size) == mark.head.root
    {
      return nil
    }
    signed = mark.head.size
    found = size
    checkpoint = mark.text
  }
}
