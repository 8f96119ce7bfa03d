import Glibc
import Register

/// A segment being written: under another name until it is whole and on the disk.
final class SegmentWriter {
  private let path: String
  private let folder: String
  private let descriptor: Int32
  private var sealing: Sealing
  private var digest = RunningHash()

  init(_ header: SegmentHeader, for recipient: BackupRecipient, in folder: BackupFolder) throws {
    path = folder.file(header.number)
    self.folder = folder.path
    sealing = try Sealing(header: header.bytes(), for: recipient)
    descriptor = open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    // It is sealed: its folder says who may read it, for instance to restore it elsewhere.
    guard descriptor >= 0, fchmod(descriptor, 0o640) == 0 else { throw fault() }
    try write(sealing.opening)
  }

  deinit { close(descriptor) }

  func add(_ rows: BackupRows) throws { try write(sealing.seal(rows.bytes, isLast: false)) }

  /// Ends with a note on everything before, signed by the register's key where there is one.
  func finish(signedBy signer: SigningKey?) throws {
    let note = try signer.map { try $0.vouch(forBackup: digest.hash).text } ?? ""
    try write(sealing.seal(Array(note.utf8), isLast: true))
    guard fsync(descriptor) == 0 else { throw fault() }
    guard link(path + ".new", path) == 0 else {
      throw errno == EEXIST ? BackupFault.busy(folder: folder) : fault()
    }
    unlink(path + ".new")
    try KeyFile(path: path).keepName()
  }

  private func write(_ bytes: [UInt8]) throws {
    digest.add(bytes)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw fault() }
      rest = rest.dropFirst(count)
    }
  }

  private func fault() -> BackupFault {
    .file(path: path, reason: String(cString: strerror(errno)))
  }
}
