/// The root of a complete subtree of 256^level leaves, kept so that a proof reads few hashes.
///
/// The shape is that of C2SP tlog-tiles: level 0 are the leaves, kept elsewhere.
package struct Tile: Hashable, Sendable {
  /// A tile of one level spans eight levels of the tree.
  static let height = 8

  package let level: Int
  /// Place among the subtrees of its level, from 0.
  package let index: Int64
  package let root: Hash

  package init(level: Int, index: Int64, root: Hash) {
    self.level = level
    self.index = index
    self.root = root
  }
}
