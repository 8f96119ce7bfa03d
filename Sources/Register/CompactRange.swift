/// The right edge of an RFC 6962 tree: all that appending needs, one hash per bit set in `size`.
package struct CompactRange: Hashable, Sendable {
  package private(set) var size: Int64
  /// Roots of the complete subtrees, the largest (leftmost) first.
  private var peaks: [Hash]

  package init() {
    size = 0
    peaks = []
  }

  /// Takes an edge that was stored with `bytes`; nothing unless it holds the right count of hashes.
  package init?(size: Int64, stored bytes: [UInt8]) {
    guard size >= 0, bytes.count == size.nonzeroBitCount * Hash.length else { return nil }
    self.size = size
    peaks = stride(from: 0, to: bytes.count, by: Hash.length).compactMap { start in
      Hash(stored: Array(bytes[start..<start + Hash.length]))
    }
  }

  /// The peaks one after the other, at most 2,016 bytes.
  package var bytes: [UInt8] { peaks.flatMap(\.bytes) }

  /// Gives the tiles that the leaf completes, the smallest first: none for 255 leaves of 256.
  @discardableResult
  package mutating func append(_ leaf: Hash) -> [Tile] {
    var merged = leaf
    var completed: [Tile] = []
    // Each trailing one of the size is a complete subtree as large as the one in hand.
    for height in 0..<(~size).trailingZeroBitCount {
      merged = .node(peaks.removeLast(), merged)
      guard (height + 1).isMultiple(of: Tile.height) else { continue }
      completed.append(
        Tile(level: (height + 1) / Tile.height, index: size >> Int64(height + 1), root: merged))
    }
    peaks.append(merged)
    size += 1
    return completed
  }

  /// RFC 6962 §2.1: the tree's root; the hash of nothing when it is empty.
  package var root: Hash {
    guard var root = peaks.last else { return Hash(of: []) }
    for peak in peaks.dropLast().reversed() { root = .node(peak, root) }
    return root
  }
}
