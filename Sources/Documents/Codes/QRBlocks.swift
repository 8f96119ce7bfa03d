/// How a version of the code splits its codewords into blocks, level M, with Reed and Solomon's
/// correction over GF(256) of polynomial 0x11D.
struct QRBlocks {
  private let version: Int
  private let correction: Int
  private let blocks: Int

  private static let corrections = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
  ]
  private static let counts = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
  ]

  /// From 1 to 20.
  init(version: Int) {
    self.version = version
    correction = Self.corrections[version - 1]
    blocks = Self.counts[version - 1]
  }

  private var all: Int {
    var modules = (16 * version + 128) * version + 64
    if version >= 2 {
      let alignments = version / 7 + 2
      modules -= (25 * alignments - 10) * alignments - 55
      if version >= 7 { modules -= 36 }
    }
    return modules / 8
  }

  private var data: Int { all - correction * blocks }
  private var lengthBits: Int { version < 10 ? 8 : 16 }

  /// Bytes that it holds, beside the mode and the length.
  var capacity: Int { (data * 8 - 4 - lengthBits) / 8 }

  /// Data and correction, as they are drawn.
  func codewords(of bytes: [UInt8]) -> [UInt8] {
    let content = padded(bytes)
    let short = data / blocks
    let long = data % blocks
    var place = 0
    let parts = (0..<blocks).map { index in
      let count = index < blocks - long ? short : short + 1
      defer { place += count }
      return Array(content[place..<place + count])
    }
    let checks = parts.map(remainder)
    var woven: [UInt8] = []
    for at in 0...short { woven += parts.filter { at < $0.count }.map { $0[at] } }
    for at in 0..<correction { woven += checks.map { $0[at] } }
    return woven
  }

  private func padded(_ bytes: [UInt8]) -> [UInt8] {
    var bits: [Bool] = []
    func add(_ value: Int, _ count: Int) {
      for at in (0..<count).reversed() { bits.append(value >> at & 1 == 1) }
    }
    add(0b0100, 4)
    add(bytes.count, lengthBits)
    for byte in bytes { add(Int(byte), 8) }
    add(0, min(4, data * 8 - bits.count))
    add(0, (8 - bits.count % 8) % 8)
    var content = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var isEven = true
    while content.count < data {
      content.append(isEven ? 0xEC : 0x11)
      isEven.toggle()
    }
    return content
  }

  private func remainder(_ content: [UInt8]) -> [UInt8] {
    var divisor = [UInt8](repeating: 0, count: correction)
    divisor[correction - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<correction {
      for at in 0..<correction {
        divisor[at] = Self.times(divisor[at], root) ^ (at + 1 < correction ? divisor[at + 1] : 0)
      }
      root = Self.times(root, 2)
    }
    var rest = [UInt8](repeating: 0, count: correction)
    for byte in content {
      let factor = byte ^ rest.removeFirst()
      rest.append(0)
      for at in 0..<correction { rest[at] ^= Self.times(divisor[at], factor) }
    }
    return rest
  }

  private static func times(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var product = 0
    for at in (0..<8).reversed() {
      product = product << 1 ^ (product >> 7) * 0x11D
      product ^= Int(b >> UInt8(at) & 1) * Int(a)
    }
    return UInt8(product)
  }
}
