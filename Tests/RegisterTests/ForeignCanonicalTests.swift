import Register
import Testing

/// The package `rfc8785` judges our spelling of values, and ours its refusals.
struct ForeignCanonicalTests {
  @Test func `two thousand values of ours are spelled as RFC 8785 spells them`() throws {
    let spelled = try (0..<2000).map { _ in try value(depth: 4).bytes() }
    #expect(try ForeignJudge.canonical.verdicts(on: spelled) == spelled.map { _ in true })
    for bytes in spelled { #expect(try CanonicalJSON(reading: bytes).bytes() == bytes) }
  }

  @Test func `of changed bytes we accept nothing that RFC 8785 refuses, and a thousand fall`()
    throws
  {
    let changed = try (0..<4000).map { _ in self.changed(try value(depth: 4).bytes()) }
    let theirs = try ForeignJudge.canonical.verdicts(on: changed)
    try #require(theirs.count == changed.count)
    let verdicts = zip(changed, theirs).map { (isOurs: isAccepted($0), isTheirs: $1) }
    #expect(verdicts.filter { $0.isOurs && !$0.isTheirs }.isEmpty)
    #expect(verdicts.filter { !$0.isOurs && !$0.isTheirs }.count >= 1000)
  }

  private func isAccepted(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try CanonicalJSON(reading: bytes)
      return true
    } catch {
      return false
    }
  }

  private func value(depth: Int) -> CanonicalJSON {
    switch Int.random(in: depth == 4 ? 3...4 : 0...(depth > 0 ? 4 : 2)) {
    case 0: .integer(Int64.random(in: -9_007_199_254_740_991...9_007_199_254_740_991))
    case 1: .flag(.random())
    case 2: .text(text())
    case 3: .list((0..<Int.random(in: 0...4)).map { _ in value(depth: depth - 1) })
    default:
      .fields(
        Dictionary(
          (0..<Int.random(in: 1...5)).map { _ in (key(), value(depth: depth - 1)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  private func key() -> String {
    String((0..<Int.random(in: 1...4)).compactMap { _ in "abcz019_.".randomElement() })
  }

  /// Every plane, and often what needs an escape.
  private func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8) {
      let code =
        switch Int.random(in: 0...3) {
        case 0: UInt32.random(in: 0...0x22)
        case 1: UInt32.random(in: 0x22...0x7F)
        case 2: UInt32.random(in: 0x80...0xFFFF)
        default: UInt32.random(in: 0x1_0000...0x10_FFFF)
        }
      if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// One byte replaced, dropped, doubled, or a space put in.
  private func changed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let place = Int.random(in: bytes.indices)
    switch Int.random(in: 0...3) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(bytes[place], at: place)
    default: bytes.insert(0x20, at: place)
    }
    return bytes
  }
}
