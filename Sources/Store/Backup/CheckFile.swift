import Glibc
package import Register

/// The file in which a restoration's outcome goes from whoever holds the secret to the service.
package struct CheckFile: Sendable {
  package static let name = "check.note"
  private static let largest = 16_384

  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Nothing before the first restoration. Another user writes this file: a pipe, a link or a file
  /// that is too large is a fault, and nothing is waited for.
  package func read() throws -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw fault(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= CheckFile.largest
    else { throw fault("not a file of at most \(CheckFile.largest) bytes") }
    var bytes = [UInt8](repeating: 0, count: CheckFile.largest)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw fault(String(cString: strerror(errno))) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Replaces the last outcome whole; anybody may read it, since it tells counts and hashes alone.
  package func write(_ note: String) throws {
    let new = path + ".new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw fault(String(cString: strerror(errno))) }
    let bytes = Array(note.utf8)
    let isWritten =
      fchmod(descriptor, 0o644) == 0 && Glibc.write(descriptor, bytes, bytes.count) == bytes.count
      && fsync(descriptor) == 0
    let reason = String(cString: strerror(errno))
    close(descriptor)
    guard isWritten else { throw fault(reason) }
    guard rename(new, path) == 0 else { throw fault(String(cString: strerror(errno))) }
    try KeyFile(path: path).keepName()
  }

  private func fault(_ reason: String) -> BackupFault { .file(path: path, reason: reason) }
}

/// Where the service hears of whoever restores its backups to try them: it has not their secret.
package struct BackupWatch: Sendable {
  let recipient: BackupRecipient
  let file: CheckFile

  package init(recipient: BackupRecipient, file: CheckFile) {
    self.recipient = recipient
    self.file = file
  }

  /// The last outcome and its signed bytes; nothing before the first. Throws when somebody else
  /// than the recipient wrote them.
  package func read() throws -> (check: BackupCheck, note: String)? {
    guard let note = try file.read() else { return nil }
    guard let check = BackupCheck(reading: note, for: recipient) else {
      throw BackupFault.unsigned(path: file.path)
    }
    return (check, note)
  }
}
