import Glibc
import GRDB

/// What must not be survived: after a read or a write failed, neither the pages in memory nor the
/// next answer of the disk can be trusted, and a second `fsync` may report success for pages that
/// the system has already dropped.
enum BrokenDisk {
  /// EX_IOERR of `sysexits.h`: whoever supervises the process starts it again, into recovery.
  private static let exitCode: Int32 = 74

  static func stop(if error: DatabaseError) {
    // A full disk is told otherwise, and everything before it stands.
    guard error.resultCode == .SQLITE_IOERR else { return }
    let sentence =
      "Diligence: the disk failed (\(error.message ?? "\(error.extendedResultCode)")). "
      + "Nothing under way was acknowledged; the process ends so that none of it is.\n"
    _ = Array(sentence.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    _exit(exitCode)
  }
}
