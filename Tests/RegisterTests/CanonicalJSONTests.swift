import Register
import Testing

struct CanonicalJSONTests {
  private func spelled(_ value: CanonicalJSON) throws -> String {
    String(decoding: try value.bytes(), as: UTF8.self)
  }

  @Test func `keys are sorted, nothing is added, text stays as it came`() throws {
    let value = CanonicalJSON.fields([
      "b": .list([.integer(-9_007_199_254_740_991), .flag(true), .flag(false)]),
      "a.z": .text("é/€ \u{2028}"), "a_z": .fields([:]), "a": .list([]),
    ])
    #expect(
      try spelled(value)
        == #"{"a":[],"a.z":"é/€ "# + "\u{2028}"
        + #"","a_z":{},"b":[-9007199254740991,true,false]}"#)
  }

  @Test func `control characters have the spelling of RFC 8785`() throws {
    let value = CanonicalJSON.text("\"\\\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}")
    #expect(try spelled(value) == #""\"\\\b\t\n\f\r\u0000\u001f"# + "\u{7F}\"")
    #expect(try CanonicalJSON(reading: value.bytes()) == value)
  }

  @Test(arguments: [
    "", " 1", "1 ", "01", "-0", "1.0", "1e3", "null", "nul", "tru", "9007199254740992",
    "99999999999999999999", #"{"b":1,"a":2}"#, #"{"a":1,"a":1}"#, #"{"a" :1}"#, #"{"A":1}"#,
    #"{"":1}"#, #"{"a":1,}"#, "[1,]", "[1", "[1]]", #""\/""#, #""\u0041""#, #""\u000a""#,
    #""\u001F""#, #""\x""#, "\"\n\"", "\"abc", #"{"a":1"#, #"{1:1}"#, "-", #""\"#, #""\u00"#,
  ])
  func `another spelling is refused`(_ text: String) {
    #expect(throws: CanonicalFault.self) { try CanonicalJSON(reading: Array(text.utf8)) }
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect(throws: CanonicalFault.self) { try CanonicalJSON(reading: [0x22, 0xFF, 0x22]) }
    #expect(throws: CanonicalFault.self) {
      try CanonicalJSON(reading: [0x22, 0xED, 0xA0, 0x80, 0x22])
    }
  }

  @Test func `depth and size are bounded`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      [UInt8](repeating: 0x5B, count: depth) + [UInt8](repeating: 0x5D, count: depth)
    }
    _ = try CanonicalJSON(reading: nested(33))
    #expect(throws: CanonicalFault.self) { try CanonicalJSON(reading: nested(34)) }
    #expect(throws: CanonicalFault.self) { try CanonicalJSON(reading: nested(500_000)) }
    let long = [UInt8(0x22)] + [UInt8](repeating: 0x61, count: 1 << 20) + [0x22]
    #expect(throws: CanonicalFault.self) { try CanonicalJSON(reading: long) }
  }

  @Test func `a value that has no exact spelling cannot be written`() {
    #expect(throws: CanonicalFault.self) { try CanonicalJSON.integer(1 << 53).bytes() }
    #expect(throws: CanonicalFault.self) { try CanonicalJSON.integer(.min).bytes() }
    #expect(throws: CanonicalFault.self) { try CanonicalJSON.fields(["É": .flag(true)]).bytes() }
  }
}
