import Register
import Testing

/// The hashes below were computed by another implementation (Python's hashlib), not with this code.
struct EntryTests {
  private let part = EntryPart(
    name: "body", salt: [UInt8](repeating: 0xAB, count: 32), content: Array(#"{"a":1}"#.utf8))

  private var header: EntryHeader {
    EntryHeader(
      at: "2026-11-21T01:02:03.456Z", kind: "ticket.opened", log: "example/r/k3v9x2m7q4t8w1z6",
      n: 1, parts: [part], subject: "ticket/0000000000001")
  }

  @Test func `a commitment hashes the salt, the name with its length, and the content`() {
    #expect(
      part.commitment.description
        == "5be5827c702106d7e2e272a0cf9d9744cdbd5f9a4e38a7dd5c8379a60c08e31b")
  }

  @Test func `a header is one line of canonical JSON`() throws {
    let text = String(decoding: try header.bytes(), as: UTF8.self)
    #expect(
      text == #"{"at":"2026-11-21T01:02:03.456Z","kind":"ticket.opened","#
        + #""log":"example/r/k3v9x2m7q4t8w1z6","n":1,"parts":{"body":""#
        + part.commitment.base64 + #""},"subject":"ticket/0000000000001","v":1}"#)
    #expect(try EntryHeader(reading: header.bytes()) == header)
  }

  @Test func `a header with a field too many is refused`() throws {
    let text = String(decoding: try header.bytes(), as: UTF8.self)
    let more = text.replacing(#""v":1"#, with: #""v":1,"w":1"#)
    #expect(throws: CanonicalFault.self) { try EntryHeader(reading: Array(more.utf8)) }
    let other = text.replacing(#""v":1"#, with: #""v":2"#)
    #expect(throws: CanonicalFault.self) { try EntryHeader(reading: Array(other.utf8)) }
  }

  @Test func `the global leaf hashes the head's four lines`() {
    let head = LogHead(origin: "example/r/1", size: 2, root: Hash(of: []))
    #expect(
      head.leaf.description == "57d86fde68da3b0872ded741c235f51a0e47f3c0bb1ac12c46dc5291dd9ec945")
  }

  @Test func `two parts with the same content have different commitments`() {
    let first = EntryPart(name: "body", content: [1])
    let second = EntryPart(name: "body", content: [1])
    #expect(first.salt.count == 32)
    #expect(first.commitment != second.commitment)
  }

  @Test func `base 64 pads as RFC 4648 says`() {
    #expect(Hash(of: []).base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }
}
