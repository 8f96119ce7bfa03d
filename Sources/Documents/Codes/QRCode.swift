/// A QR code (ISO/IEC 18004) of bytes, error correction M: what a telephone reads off a paper.
package struct QRCode: Sendable {
  /// Modules a side, without the quiet zone of four around.
  package let size: Int
  /// Dark ones, row by row.
  private var dark: [Bool]
  /// Those that carry no data.
  private var isFixed: [Bool]

  /// The smallest that holds the bytes; nothing beyond version 20, 666 bytes.
  package init?(_ bytes: [UInt8]) {
    guard let version = (1...20).first(where: { QRBlocks(version: $0).capacity >= bytes.count })
    else { return nil }
    size = version * 4 + 17
    dark = Array(repeating: false, count: size * size)
    isFixed = dark
    drawFixed(version)
    draw(QRBlocks(version: version).codewords(of: bytes))
    var best = (mask: 0, penalty: Int.max)
    for mask in 0..<8 {
      apply(mask)
      drawFormat(mask)
      let penalty = penalty
      if penalty < best.penalty { best = (mask, penalty) }
      apply(mask)
    }
    apply(best.mask)
    drawFormat(best.mask)
  }

  package subscript(x: Int, y: Int) -> Bool { dark[y * size + x] }

  /// Runs of dark modules as a path of SVG, one unit a module, the quiet zone included.
  package var path: String {
    var path = ""
    for y in 0..<size {
      var x = 0
      while x < size {
        var end = x
        while end < size, self[end, y] { end += 1 }
        if end > x { path += "M\(x + 4) \(y + 4)h\(end - x)v1h-\(end - x)z" }
        x = end + 1
      }
    }
    return path
  }

  /// Side of the square in which `path` is drawn.
  package var side: Int { size + 8 }

  private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
    guard (0..<size).contains(x), (0..<size).contains(y) else { return }
    dark[y * size + x] = isDark
    isFixed[y * size + x] = true
  }

  private mutating func drawFixed(_ version: Int) {
    for at in 0..<size {
      fix(6, at, at % 2 == 0)
      fix(at, 6, at % 2 == 0)
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] {
      for dx in -4...4 {
        for dy in -4...4 {
          let ring = max(abs(dx), abs(dy))
          fix(x + dx, y + dy, ring != 2 && ring != 4)
        }
      }
    }
    let places = QRCode.alignments(version)
    for (i, x) in places.enumerated() {
      for (j, y) in places.enumerated() {
        let last = places.count - 1
        if (i == 0 && j == 0) || (i == 0 && j == last) || (i == last && j == 0) { continue }
        for dx in -2...2 { for dy in -2...2 { fix(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) } }
      }
    }
    drawFormat(0)
    if version >= 7 { drawVersion(version) }
  }

  private static func alignments(_ version: Int) -> [Int] {
    guard version > 1 else { return [] }
    let count = version / 7 + 2
    let step = (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    let last = version * 4 + 10
    return [6] + (0..<count - 1).reversed().map { last - $0 * step }
  }

  /// Level M is 00; five bits with ten of BCH, twice.
  private mutating func drawFormat(_ mask: Int) {
    var rest = mask
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (mask << 10 | rest) ^ 0x5412
    func bit(_ at: Int) -> Bool { bits >> at & 1 == 1 }
    for at in 0...5 { fix(8, at, bit(at)) }
    fix(8, 7, bit(6))
    fix(8, 8, bit(7))
    fix(7, 8, bit(8))
    for at in 9..<15 { fix(14 - at, 8, bit(at)) }
    for at in 0..<8 { fix(size - 1 - at, 8, bit(at)) }
    for at in 8..<15 { fix(8, size - 15 + at, bit(at)) }
    fix(8, size - 8, true)
  }

  private mutating func drawVersion(_ version: Int) {
    var rest = version
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    let bits = version << 12 | rest
    for at in 0..<18 {
      let (a, b) = (size - 11 + at % 3, at / 3)
      fix(a, b, bits >> at & 1 == 1)
      fix(b, a, bits >> at & 1 == 1)
    }
  }

  /// Two columns at a time from the right, up and down in turn.
  private mutating func draw(_ codewords: [UInt8]) {
    var next = 0
    var isUpward = true
    for right in stride(from: size - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
      for step in 0..<size {
        let y = isUpward ? size - 1 - step : step
        for x in [right, right - 1] where !isFixed[y * size + x] {
          guard next < codewords.count * 8 else { continue }
          dark[y * size + x] = codewords[next / 8] >> UInt8(7 - next % 8) & 1 == 1
          next += 1
        }
      }
      isUpward.toggle()
    }
  }

  private mutating func apply(_ mask: Int) {
    for y in 0..<size {
      for x in 0..<size where !isFixed[y * size + x] {
        let isFlipped =
          switch mask {
          case 0: (x + y) % 2 == 0
          case 1: y % 2 == 0
          case 2: x % 3 == 0
          case 3: (x + y) % 3 == 0
          case 4: (x / 3 + y / 2) % 2 == 0
          case 5: x * y % 2 + x * y % 3 == 0
          case 6: (x * y % 2 + x * y % 3) % 2 == 0
          default: ((x + y) % 2 + x * y % 3) % 2 == 0
          }
        if isFlipped { dark[y * size + x].toggle() }
      }
    }
  }

  /// What makes a code hard to read: long runs, blocks, false finders, too dark or too light.
  private var penalty: Int {
    var sum = 0
    for at in 0..<size {
      sum += QRCode.penalty(of: (0..<size).map { self[$0, at] })
      sum += QRCode.penalty(of: (0..<size).map { self[at, $0] })
    }
    for y in 0..<size - 1 {
      for x in 0..<size - 1 {
        let here = self[x, y]
        if self[x + 1, y] == here, self[x, y + 1] == here, self[x + 1, y + 1] == here { sum += 3 }
      }
    }
    let share = dark.count { $0 } * 20 / dark.count
    return sum + abs(share - 10) * 10
  }

  private static func penalty(of line: [Bool]) -> Int {
    var (sum, run) = (0, 1)
    for at in 1..<line.count {
      run = line[at] == line[at - 1] ? run + 1 : 1
      if run == 5 { sum += 3 } else if run > 5 { sum += 1 }
    }
    let finder = [true, false, true, true, true, false, true]
    for at in 0..<max(0, line.count - 10) {
      let quiet = line[(at + 7)..<(at + 11)].allSatisfy { !$0 }
      if quiet, line[at..<(at + 7)].elementsEqual(finder) { sum += 40 }
      let before = line[at..<(at + 4)].allSatisfy { !$0 }
      if before, line[(at + 4)..<(at + 11)].elementsEqual(finder) { sum += 40 }
    }
    return sum
  }
}
