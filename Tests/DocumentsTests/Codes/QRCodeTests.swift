import Foundation
import Testing

@testable import Documents

/// ZBar reads what we draw: it shares no line with us.
struct QRCodeTests {
  private func read(_ code: QRCode) throws -> String {
    let (scale, side) = (4, code.side * 4)
    var image = Array("P5\n\(side) \(side)\n255\n".utf8)
    for y in 0..<side {
      for x in 0..<side {
        let (column, row) = (x / scale - 4, y / scale - 4)
        let isInside = (0..<code.size).contains(column) && (0..<code.size).contains(row)
        image.append(isInside && code[column, row] ? 0 : 255)
      }
    }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "diligence-\(UInt64.random(in: .min ... .max)).pgm")
    try Data(image).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/zbarimg")
    process.arguments = ["--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", file.path]
    let said = Pipe()
    process.standardOutput = said
    process.standardError = Pipe()
    try process.run()
    let output = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output.dropLast(), as: UTF8.self)
  }

  @Test func `every version up to twenty is read back, the shortest and the longest text of each`()
    throws
  {
    var longest = 0
    for version in 1...20 {
      let capacity = QRBlocks(version: version).capacity
      for count in [longest + 1, capacity] {
        let text = String((0..<count).map { Character(Unicode.Scalar(UInt8(33 + $0 * 7 % 90))) })
        let code = try #require(QRCode(Array(text.utf8)))
        #expect(code.size == version * 4 + 17)
        #expect(try read(code) == text)
      }
      longest = capacity
    }
    #expect(longest == 666)
    #expect(QRCode(Array(repeating: 65, count: 667)) == nil)
  }

  @Test func `a signed head is read back with its line breaks`() throws {
    let text = """
      diligence-fbj6sz7w0veg47wj/r/pfc0nnpe3qvts23a
      143
      N8YLJOg/SFk0TUGT2huxGmC1mbBHk13i94M2s2tIkFE=

      — diligence-fbj6sz7w0veg47wj/register \
      O8To44IxSHk3ZARf+dvQ/7x3nviuASzfzHk1n7spJnqTMGCujraeAPHzMROln8z9BqrlpPdjgOMnPPgnzkb2KKqemwc=

      """
    let code = try #require(QRCode(Array(text.utf8)))
    #expect(try read(code) == text)
  }
}
