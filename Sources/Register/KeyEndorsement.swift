/// A key's word for the one that takes its place: a signed note that names it.
///
/// Whoever holds the first key on paper follows these notes to the one that signs today.
extension SigningKey {
  package func endorse(_ next: VerifyingKey) throws -> SignedNote { try sign(note(on: next)) }
}

extension VerifyingKey {
  /// The key that this one vouches for in `text`; nothing when it does not.
  package func successor(in text: String) -> VerifyingKey? {
    guard let read = SignedNote(reading: text), hasSigned(read) else { return nil }
    let lines = read.body.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, let next = VerifyingKey(text: String(lines[1])), next.name == name,
      read.body == note(on: next)
    else { return nil }
    return next
  }

  /// The same key under another name, as a log's own origin.
  package func named(_ name: String) -> VerifyingKey { VerifyingKey(name: name, bytes: bytes) }
}

private func note(on next: VerifyingKey) -> String { "diligence.key.v1\n\(next)\n" }
