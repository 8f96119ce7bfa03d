import Crypto

/// The public half of a register's key, as contracts and reports print it.
package struct VerifyingKey: Hashable, Sendable, CustomStringConvertible {
  /// Ed25519, the only signature made here (C2SP signed-note).
  static let algorithm: UInt8 = 1

  package let name: String
  /// 32 bytes.
  package let bytes: [UInt8]

  init(name: String, bytes: [UInt8]) {
    precondition(Self.isName(name), "a key's name has no space and no plus sign")
    self.name = name
    self.bytes = bytes
  }

  /// Reads `name+identity+key`; refuses an identity that is not the one of name and key.
  package init?(text: String) {
    let words = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3, Self.isName(words[0]), let encoded = Base64.bytes(words[2]),
      encoded.count == 33, encoded[0] == Self.algorithm
    else { return nil }
    self.init(name: String(words[0]), bytes: Array(encoded.dropFirst()))
    guard description == text else { return nil }
  }

  /// First four bytes of the hash of name and key: tells keys of one name apart.
  var identity: [UInt8] {
    Array(Hash(of: Array(name.utf8), [10, Self.algorithm], bytes).bytes.prefix(4))
  }

  /// C2SP's text of a verifier key.
  package var description: String {
    "\(name)+\(hexadecimal(identity))+\(Base64.text([Self.algorithm] + bytes))"
  }

  /// Whether this key signed the note; signatures of other keys are passed over.
  package func hasSigned(_ note: SignedNote) -> Bool {
    note.signatures.contains { signature in
      signature.name == name && signature.bytes.prefix(4).elementsEqual(identity)
        && isValid(Array(signature.bytes.dropFirst(4)), for: note.body)
    }
  }

  private func isValid(_ signature: [UInt8], for body: String) -> Bool {
    do {
      let key = try Curve25519.Signing.PublicKey(rawRepresentation: bytes)
      return key.isValidSignature(signature, for: Array(body.utf8))
    } catch {
      return false
    }
  }

  package static func isName(_ text: some StringProtocol) -> Bool {
    (1...255).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" }
  }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  String(
    decoding: bytes.flatMap { [hexDigits[Int($0 >> 4)], hexDigits[Int($0 & 15)]] }, as: UTF8.self)
}
