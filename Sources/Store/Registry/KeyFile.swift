import Glibc
import Register

/// The file that holds the register's key: nobody but its owner may read it.
struct KeyFile {
  let path: String

  /// Nothing when there is no such file.
  func read() throws(StoreFault) -> SigningKey? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw fault(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw fault("not a file")
    }
    guard status.st_mode & 0o077 == 0 else { throw fault("others may read it: chmod 600") }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    guard text.hasSuffix("\n"), let key = SigningKey(text: String(text.dropLast())) else {
      throw fault("not a register's key")
    }
    return key
  }

  /// Keeps a new key: on the disk when this returns, and never over another file.
  ///
  /// The name is given to a file that is whole: a process that is killed leaves all of it, or a
  /// file of another name that nobody reads.
  func create(_ key: SigningKey) throws(StoreFault) {
    let part = "\(path).\(getpid())"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(String(cString: strerror(errno))) }
    let bytes = Array("\(key.secretText)\n".utf8)
    let isKept =
      write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
      && link(part, path) == 0
    let reason = String(cString: strerror(errno))
    close(descriptor)
    unlink(part)
    guard isKept else { throw fault(reason) }
    try keepName()
  }

  /// The file's name is durable once its folder is.
  func keepName() throws(StoreFault) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault(String(cString: strerror(errno))) }
  }

  private func fault(_ reason: String) -> StoreFault {
    .badKey(path: path, reason: reason)
  }
}
