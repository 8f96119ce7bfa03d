/// A text with signatures under it: C2SP signed-note, byte for byte.
package struct SignedNote: Hashable, Sendable {
  package struct Signature: Hashable, Sendable {
    package let name: String
    /// Four bytes that tell keys of one name apart, then the signature.
    package let bytes: [UInt8]
  }

  /// What is signed: ends with a line break.
  package let body: String
  package let signatures: [Signature]

  init(body: String, signatures: [Signature]) {
    self.body = body
    self.signatures = signatures
  }

  package var text: String {
    body + "\n" + signatures.map { "— \($0.name) \(Base64.text($0.bytes))\n" }.joined()
  }

  /// Reads at most 64 KiB and 16 signatures; refuses all that C2SP refuses.
  package init?(reading text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 1 << 16, bytes.last == 10,
      bytes.allSatisfy({ $0 >= 0x20 || $0 == 10 }),
      // The last blank line parts the text from its signatures: a text may hold others.
      let gap = bytes.indices.dropLast().last(where: { bytes[$0] == 10 && bytes[$0 + 1] == 10 })
    else { return nil }
    body = String(decoding: bytes[...gap], as: UTF8.self)
    let lines = String(decoding: bytes[(gap + 2)...].dropLast(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard (1...16).contains(lines.count) else { return nil }
    var signatures: [Signature] = []
    for line in lines {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == "—", VerifyingKey.isName(words[1]),
        let bytes = Base64.bytes(words[2]), bytes.count >= 5
      else { return nil }
      signatures.append(Signature(name: String(words[1]), bytes: bytes))
    }
    self.signatures = signatures
  }
}
