import Register

/// Where a log most likely stands after an entry: what is worked out ahead on all cores, since each
/// entry comes with a root of its own.
struct ForeseenHead: Sendable {
  let before: CompactRange
  let after: CompactRange
  /// Those that the entry completes.
  let tiles: [Tile]
  let root: Hash
  private let origin: String
  private let leaf: Hash

  fileprivate init(_ step: Foresight.Step) {
    before = step.before
    after = step.after
    tiles = step.tiles
    origin = step.origin
    root = after.root
    leaf = LogHead(origin: origin, size: after.size, root: root).leaf
  }

  /// The global log's leaf for that head, which need not be the one foreseen.
  func leaf(of range: CompactRange, _ root: Hash, under origin: String) -> Hash {
    range.size == after.size && root == self.root && origin == self.origin
      ? leaf : LogHead(origin: origin, size: range.size, root: root).leaf
  }
}

/// Grows the logs' trees ahead of the audit, as if all entries were sound. Where one is not, the
/// audit sees that its log stood elsewhere, and goes its own way.
struct Foresight {
  fileprivate struct Step: Sendable {
    let before: CompactRange
    let after: CompactRange
    let tiles: [Tile]
    let origin: String
  }

  private var ranges: [Int64: CompactRange] = [:]

  mutating func heads(
    after entries: [ReadEntry], of logs: [Int64: StoredHead]
  ) -> Underway<ForeseenHead> {
    let steps = entries.map { read in
      let log = read.entry.log
      let before = ranges[log] ?? CompactRange()
      var after = before
      let tiles = after.append(read.leaf)
      ranges[log] = after
      return Step(
        before: before, after: after, tiles: tiles,
        origin: read.header.origin ?? logs[log]?.origin ?? "")
    }
    return Underway(steps, ForeseenHead.init)
  }
}
