/// Short texts with a shape: identifiers, addresses.
extension Syntax where Value == String {
  /// What other keys and articles point to.
  static var identifier: Syntax {
    let expected = "un identifiant court : lettres sans accent, chiffres, « _ », « - »"
    let form = TextForm.pattern("^[A-Za-z0-9_/-]{1,64}$", examples: ["postes"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      let isShort = (1...64).contains(text.utf8.count)
      guard isShort, text.utf8.allSatisfy(isIdentifierByte) else {
        throw Misread(text, insteadOf: expected)
      }
      return text
    }
  }

  static var email: Syntax {
    let expected = "une adresse électronique"
    let form = TextForm.pattern(
      "^[^@\\s]+@[^@.\\s]([^@\\s]*[^@.\\s])?\\.[^@.\\s]+$", examples: ["contrats@vigie.example"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), text.utf8.count <= 254,
        parts[1].first != ".", parts[1].last != ".", !text.contains(where: \.isWhitespace)
      else { throw Misread(text, insteadOf: expected) }
      return text
    }
  }

  static var postcode: Syntax {
    let expected = "un code postal de cinq chiffres"
    let form = TextForm.pattern("^[0-9]{5}$", examples: ["69005"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      guard text.utf8.count == 5, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw Misread(text, insteadOf: expected)
      }
      return text
    }
  }
}

private func isIdentifierByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"): true
  default: false
  }
}
