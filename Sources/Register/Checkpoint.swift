/// A head that the register's key signed: C2SP tlog-checkpoint without extension lines.
///
/// Sign only what is committed: two signed heads that contradict each other cannot be explained.
package struct Checkpoint: Hashable, Sendable {
  package let head: LogHead
  package let note: SignedNote

  package init(_ head: LogHead, signedBy key: SigningKey) throws {
    self.head = head
    note = try key.sign(head.signedText)
  }

  /// A head that two keys sign: the one that goes and the one that takes its place.
  package init(_ head: LogHead, signedBy keys: [SigningKey]) throws {
    self.head = head
    let notes = try keys.map { try $0.sign(head.signedText) }
    note = SignedNote(body: head.signedText, signatures: notes.flatMap(\.signatures))
  }

  /// The same head signed before, in `text`, or signed now when the key did not sign that.
  package init(_ head: LogHead, signedBy key: SigningKey, or text: String?) throws {
    if let text, let before = Checkpoint(reading: text, signedBy: key.verifying),
      before.head == head
    {
      self = before
    } else {
      try self.init(head, signedBy: key)
    }
  }

  /// Reads a checkpoint; nothing unless `key` signed it.
  package init?(reading text: String, signedBy key: VerifyingKey) {
    guard let note = SignedNote(reading: text), key.hasSigned(note) else { return nil }
    let lines = note.body.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, !lines[0].isEmpty, lines[3].isEmpty,
      let size = Int64(lines[1]), size >= 0, "\(size)" == lines[1],
      let root = Base64.bytes(lines[2]).flatMap(Hash.init(stored:))
    else { return nil }
    head = LogHead(origin: String(lines[0]), size: size, root: root)
    self.note = note
  }

  package var text: String { note.text }
}
