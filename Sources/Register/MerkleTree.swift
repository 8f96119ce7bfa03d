/// An RFC 6962 tree over stored hashes, asked for roots and proofs.
///
/// A proof in a tree of ten million leaves reads at most 3 × 255 hashes beside its right edge.
package struct MerkleTree {
  package let size: Int64
  /// `count` roots of complete subtrees of 256^level leaves, from the one at `first`.
  private let stored: (_ level: Int, _ first: Int64, _ count: Int) throws -> [Hash]

  package init(
    size: Int64, stored: @escaping (_ level: Int, _ first: Int64, _ count: Int) throws -> [Hash]
  ) {
    self.size = size
    self.stored = stored
  }

  /// RFC 6962 §2.1 of the first `size` leaves.
  package func root(at size: Int64) throws -> Hash {
    try checkBounds(size)
    return size == 0 ? Hash(of: []) : try root(0, size)
  }

  /// RFC 6962 §2.1.1: from the leaf's sibling up to the root's child.
  package func inclusion(of index: Int64) throws -> [Hash] {
    guard index >= 0 else { throw ProofFault.outside(index) }
    try checkBounds(index + 1)
    var path: [Hash] = []
    var (low, high) = (Int64(0), size)
    while high - low > 1 {
      let middle = low + Self.leftSize(high - low)
      if index < middle {
        path.append(try root(middle, high))
        high = middle
      } else {
        path.append(try root(low, middle))
        low = middle
      }
    }
    return path.reversed()
  }

  /// RFC 6962 §2.1.2: shows that the tree of the first `old` leaves was never rewritten.
  package func consistency(with old: Int64) throws -> [Hash] {
    try checkBounds(old)
    guard old > 0 else { return [] }
    var path: [Hash] = []
    var (low, high) = (Int64(0), size)
    while high != old {
      let middle = low + Self.leftSize(high - low)
      if old <= middle {
        path.append(try root(middle, high))
        high = middle
      } else {
        path.append(try root(low, middle))
        low = middle
      }
    }
    // From the first leaf on it is the old root itself, which the verifier has.
    if low > 0 { path.append(try root(low, high)) }
    return path.reversed()
  }

  private func checkBounds(_ count: Int64) throws {
    guard (0...size).contains(count) else { throw ProofFault.outside(count) }
  }

  /// The largest power of two below `count`, which is at least 2.
  static func leftSize(_ count: Int64) -> Int64 {
    1 << Int64(Int64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }

  /// Root of the leaves from `low` to before `high`; `low` is where RFC 6962 splits, so each
  /// complete subtree of the range starts at a multiple of its size.
  private func root(_ low: Int64, _ high: Int64) throws -> Hash {
    var peaks: [Hash] = []
    var start = low
    while start < high {
      let rest = high - start
      let height = Int64.bitWidth - 1 - rest.leadingZeroBitCount
      peaks.append(try completeRoot(start, height: height))
      start += 1 << Int64(height)
    }
    var root = peaks.removeLast()
    for peak in peaks.reversed() { root = .node(peak, root) }
    return root
  }

  private func completeRoot(_ start: Int64, height: Int) throws -> Hash {
    let level = height / Tile.height
    let count = 1 << (height % Tile.height)
    let first = start >> Int64(level * Tile.height)
    var hashes = try stored(level, first, count)
    guard hashes.count == count else { throw ProofFault.unstored(level: level, index: first) }
    while hashes.count > 1 {
      hashes = stride(from: 0, to: hashes.count, by: 2).map { .node(hashes[$0], hashes[$0 + 1]) }
    }
    return hashes[0]
  }
}

/// Why a proof cannot be made.
package enum ProofFault: Error, Hashable {
  case outside(Int64)
  /// The tree's own hashes are incomplete from here on.
  case unstored(level: Int, index: Int64)
}
