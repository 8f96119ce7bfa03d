import Register
import Testing

struct MerkleTreeTests {
  /// Leaves, and the tiles that they completed: what a store keeps.
  private struct Grown {
    var leaves: [Hash] = []
    var tiles: [[Int64: Hash]] = [[:], [:], [:]]
    var heads = [LogHead(origin: "o", size: 0, root: CompactRange().root)]

    init(_ size: Int) {
      var range = CompactRange()
      for index in 0..<size {
        let leaf = Hash.leaf([UInt8(index & 255), UInt8(index >> 8 & 255), UInt8(index >> 16)])
        leaves.append(leaf)
        for tile in range.append(leaf) { tiles[tile.level][tile.index] = tile.root }
        heads.append(LogHead(origin: "o", size: range.size, root: range.root))
      }
    }

    func tree(_ size: Int) -> MerkleTree {
      MerkleTree(size: Int64(size)) { level, first, count in
        let places = first..<first + Int64(count)
        if level == 0 { return places.map { leaves[Int($0)] } }
        return places.compactMap { tiles[level][$0] }
      }
    }
  }

  @Test func `every entry of every tree up to 130 is proven, at its own place only`() throws {
    let grown = Grown(130)
    for size in 1...130 {
      let (tree, head) = (grown.tree(size), grown.heads[size])
      for index in 0..<size {
        let path = try tree.inclusion(of: Int64(index))
        #expect(head.holds(grown.leaves[index], at: Int64(index), by: path))
        #expect(!head.holds(grown.leaves[index], at: Int64(index) + 1, by: path))
        #expect(!head.holds(.leaf([9]), at: Int64(index), by: path))
        #expect(!head.holds(grown.leaves[index], at: Int64(index), by: path + [head.root]))
        if !path.isEmpty {
          #expect(!head.holds(grown.leaves[index], at: Int64(index), by: Array(path.dropLast())))
        }
      }
    }
  }

  @Test func `every tree up to 90 continues every smaller one, and no other`() throws {
    let grown = Grown(90)
    for size in 0...90 {
      let tree = grown.tree(size)
      for old in 0...size {
        let path = try tree.consistency(with: Int64(old))
        let (before, now) = (grown.heads[old], grown.heads[size])
        #expect(now.continues(before, by: path))
        #expect(!now.continues(before, by: path + [now.root]))
        let rewritten = LogHead(origin: "o", size: before.size, root: .leaf([7]))
        #expect(!now.continues(rewritten, by: path))
      }
    }
  }

  @Test func `a tree of 66,000 leaves proves from its tiles in at most 17 hashes`() throws {
    let grown = Grown(66_000)
    #expect(grown.tiles[1].count == 257)
    #expect(grown.tiles[2].count == 1)
    for size in [255, 256, 257, 65_535, 65_536, 65_537, 66_000] {
      let (tree, head) = (grown.tree(size), grown.heads[size])
      #expect(try tree.root(at: Int64(size)) == head.root)
      for index in [0, 1, 254, 255, size / 2, size - 1] where index < size {
        let path = try tree.inclusion(of: Int64(index))
        #expect(path.count <= 17)
        #expect(head.holds(grown.leaves[index], at: Int64(index), by: path))
      }
      for old in [1, 255, 256, size / 3 * 2, size] where old <= size {
        #expect(head.continues(grown.heads[old], by: try tree.consistency(with: Int64(old))))
      }
    }
  }

  @Test func `what is outside of the tree, or not stored, has no proof`() {
    let tree = Grown(3).tree(3)
    #expect(throws: ProofFault.outside(4)) { try tree.inclusion(of: 3) }
    #expect(throws: ProofFault.outside(-1)) { try tree.inclusion(of: -1) }
    #expect(throws: ProofFault.outside(4)) { try tree.consistency(with: 4) }
    let empty = MerkleTree(size: 3) { _, _, _ in [] }
    #expect(throws: ProofFault.self) { try empty.root(at: 3) }
  }
}
