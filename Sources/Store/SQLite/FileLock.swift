import Glibc

/// Keeps other processes from opening a database file: SQLite's own locks would let a second
/// writer in, which its write-ahead log before 3.51.3 does not always survive.
final class FileLock: Sendable {
  private let descriptor: Int32

  init(besides path: String) throws(StoreFault) {
    descriptor = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      close(descriptor)
      guard reason == EWOULDBLOCK else {
        throw .unwritable(path: path, reason: String(cString: strerror(reason)))
      }
      throw .inUse(path: path)
    }
  }

  deinit {
    // Not by closing alone: a child that is being started holds a copy until it runs its program.
    release()
    close(descriptor)
  }

  func release() { flock(descriptor, LOCK_UN) }
}
