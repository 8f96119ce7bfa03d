/// The register's word for a backup: a signed note on all of its bytes before the last frame.
///
/// Sealing is for a recipient whose public key others may hold: without the note anybody could have
/// written the backup.
extension SigningKey {
  package func vouch(forBackup hash: Hash) throws -> SignedNote { try sign(note(on: hash)) }
}

extension VerifyingKey {
  package func vouches(forBackup hash: Hash, by text: String) -> Bool {
    guard let read = SignedNote(reading: text) else { return false }
    return read.body == note(on: hash) && hasSigned(read)
  }
}

/// The word of whoever restored a backup on what came of it.
extension BackupKey {
  package func sign(check: CanonicalJSON) throws -> SignedNote {
    try checker.sign(checkTitle + String(decoding: check.bytes(), as: UTF8.self) + "\n")
  }
}

extension BackupRecipient {
  /// What the holder of the secret said; nothing when somebody else did, or nobody.
  package func check(in text: String) -> CanonicalJSON? {
    guard let checker, let read = SignedNote(reading: text), checker.hasSigned(read),
      read.body.hasPrefix(checkTitle)
    else { return nil }
    do {
      return try CanonicalJSON(
        reading: Array(read.body.dropFirst(checkTitle.count).utf8.dropLast()))
    } catch {
      return nil
    }
  }
}

private let checkTitle = "diligence.backup-check.v1\n"

private func note(on hash: Hash) -> String { "diligence.backup.v1\n\(hash)\n" }
