import TestSupport
import Testing

@testable import ContractSource

struct TextSearchTests {
  @Test func `words are found where they stand, byte for byte`() {
    var random = SplitMix64(seed: 7)
    let signs = Array("aab é’")
    for _ in 0..<5_000 {
      let text = drawn(0...12)
      let words = drawn(0...4)
      let bytes = Array(text.utf8)
      let sought = Array(words.utf8)
      let isThere =
        bytes.count >= sought.count
        && (0...bytes.count - sought.count).contains {
          bytes[$0...].starts(with: sought)
        }
      #expect(text.contains(words) == isThere, "«\(words)» in «\(text)»")
      #expect(text.dropFirst().contains(words) == String(text.dropFirst()).contains(words))
    }
    func drawn(_ counts: ClosedRange<Int>) -> String {
      let count = Int.random(in: counts, using: &random)
      return String((0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] })
    }
  }
}
