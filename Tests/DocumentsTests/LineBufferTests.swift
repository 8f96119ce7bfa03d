import Testing

@testable import Documents

struct LineBufferTests {
  private func lines(_ pieces: [String], longest: Int = 9) throws -> [String] {
    var buffer = LineBuffer(longest: longest)
    var found: [String] = []
    for piece in pieces {
      buffer.append(piece.utf8)
      while let line = try buffer.line() { found.append(String(decoding: line, as: UTF8.self)) }
    }
    return found
  }

  @Test func `lines come whole, however the bytes are cut`() throws {
    #expect(try lines(["un\ndeux\n"]) == ["un", "deux"])
    #expect(try lines(["un", "\nde", "ux\n\n"]) == ["un", "deux", ""])
    #expect(try lines(["u", "n"]) == [])
    #expect(try lines(["123456789\n"]) == ["123456789"])
    let text = "premier\nsecond é\ndernier\n"
    for cut in 0...text.utf8.count {
      var buffer = LineBuffer(longest: 20)
      var count = 0
      for half in [text.utf8.prefix(cut), text.utf8.dropFirst(cut)] {
        buffer.append(half)
        while try buffer.line() != nil { count += 1 }
      }
      #expect(count == 3)
    }
  }

  @Test func `a line that is too long is refused, ended or not`() {
    for pieces in [["1234567890\n"], ["12345", "67890"], ["un\n1234567890\n"]] {
      #expect(throws: PressFault.tooLarge(byteLimit: 9)) { try lines(pieces) }
    }
  }
}
