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

private func note(on hash: Hash) -> String { "diligence.backup.v1\n\(hash)\n" }
