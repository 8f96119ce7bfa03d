import Register
import Testing

struct CompactRangeTests {
  /// The leaves and roots that Certificate Transparency publishes with its reference code.
  @Test func `roots are those of the published trees`() throws {
    let leaves: [[UInt8]] = [
      [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
      Array(0x50...0x57), Array(0x60...0x6F),
    ]
    let roots = [
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    var range = CompactRange()
    #expect(range.root.description == roots[0])
    for (index, leaf) in leaves.enumerated() {
      range.append(.leaf(leaf))
      #expect(range.root.description == roots[index + 1])
    }
  }

  @Test func `every size up to 300 has the root that the definition gives`() {
    let leaves = (0..<300).map { Hash.leaf([UInt8($0 & 255), UInt8($0 >> 8)]) }
    var range = CompactRange()
    for size in 0...300 {
      #expect(range.size == size)
      #expect(range.root == defined(leaves[..<size]))
      if size < 300 { range.append(leaves[size]) }
    }
  }

  @Test func `a range read back from its bytes goes on as before`() throws {
    var range = CompactRange()
    for index in 0..<77 {
      range.append(.leaf([UInt8(index)]))
      range = try #require(CompactRange(size: range.size, stored: range.bytes))
    }
    var unbroken = CompactRange()
    for index in 0..<77 { unbroken.append(.leaf([UInt8(index)])) }
    #expect(range == unbroken)
  }

  @Test func `bytes that do not fit the size are refused`() {
    #expect(CompactRange(size: 3, stored: [UInt8](repeating: 0, count: 32)) == nil)
    #expect(CompactRange(size: -1, stored: []) == nil)
    #expect(Hash(stored: [1, 2, 3]) == nil)
  }

  /// RFC 6962 §2.1 word for word: split at the largest power of two below the size.
  private func defined(_ leaves: ArraySlice<Hash>) -> Hash {
    guard let first = leaves.first else { return Hash(of: []) }
    guard leaves.count > 1 else { return first }
    var left = 1
    while left * 2 < leaves.count { left *= 2 }
    let middle = leaves.startIndex + left
    return Hash(of: [1], defined(leaves[..<middle]).bytes, defined(leaves[middle...]).bytes)
  }
}
