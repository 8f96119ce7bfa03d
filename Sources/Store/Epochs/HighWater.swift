import Glibc
import Register
import Synchronization

/// The last head of the global log that this register signed, in a file beside the key.
///
/// No signed head leaves before the file covers it. After other acts it follows within a second:
/// should both the process and the database's disk die in between, those are not missed.
final class HighWater: Sendable {
  private struct State {
    var size: Int64
    var due: ContinuousClock.Instant
  }

  private let path: String
  let signer: SigningKey
  /// Of the register's other keys, whose mark may still be there after a change.
  private let others: [VerifyingKey]
  private let state = Mutex(State(size: -1, due: .now))

  init(path: String, signer: SigningKey, others: [VerifyingKey] = []) {
    self.path = path
    self.others = others
    self.signer = signer
  }

  /// Nothing before the first head was kept.
  func read() throws(StoreFault) -> Checkpoint? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw fault(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    let origin = String(text.prefix { $0 != "\n" })
    guard VerifyingKey.isName(origin[...]), origin.hasPrefix("\(LogRow.house(of: signer.name))/g/"),
      let mark = ([signer.verifying] + others).lazy
        .compactMap({ Checkpoint(reading: text, signedBy: $0.named(origin)) }).first
    else { throw fault("it does not hold a head that this key signed") }
    return mark
  }

  /// Whether this key, and no other, signed the mark.
  var isMarked: Bool {
    get throws(StoreFault) {
      do {
        return try read() != nil
      } catch .badMark {
        return false
      }
    }
  }

  /// True once a second.
  func isDue() -> Bool {
    state.withLock { state in
      guard state.due <= .now else { return false }
      state.due = .now.advanced(by: .seconds(1))
      return true
    }
  }

  /// Keeps a committed head: on the disk when this returns. An older one than the last is left.
  func cover(_ head: LogHead) throws {
    try state.withLock { state in
      guard head.size > state.size else { return }
      try keep(try Checkpoint(head, signedBy: signer.named(head.origin)).text)
      state.size = head.size
    }
  }

  /// After a declared loss the log may be shorter than what was signed before.
  func forget() { state.withLock { $0.size = -1 } }

  private func keep(_ text: String) throws(StoreFault) {
    let new = path + ".new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(String(cString: strerror(errno))) }
    let bytes = Array(text.utf8)
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    let reason = String(cString: strerror(errno))
    close(descriptor)
    guard isWritten else { throw fault(reason) }
    guard rename(new, path) == 0 else { throw fault(String(cString: strerror(errno))) }
    try KeyFile(path: path).keepName()
  }

  private func fault(_ reason: String) -> StoreFault { .badMark(path: path, reason: reason) }
}
