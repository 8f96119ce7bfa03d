import Glibc
import Register

/// The key that is to take another one's place, in a file beside it.
extension KeyFile {
  private var new: KeyFile { KeyFile(path: path + ".new") }

  /// The next key: the one that an interrupted change left there, or a fresh one. It is on the disk
  /// when this returns, and never deleted: an entry may name it.
  func next(after key: SigningKey) throws(StoreFault) -> SigningKey {
    if let kept = try new.read(), kept.name == key.name { return kept }
    let next = SigningKey(name: key.name)
    try new.create(next)
    return next
  }

  /// The next key takes this file's place.
  func takeNew() throws(StoreFault) {
    guard rename(new.path, path) == 0 else {
      throw StoreFault.badKey(path: path, reason: String(cString: strerror(errno)))
    }
    try keepName()
  }

  /// Ends a change of key whose entry is recorded.
  func endChange(to verifier: String) throws(StoreFault) {
    guard let next = try new.read(), next.verifying.description == verifier else { return }
    try takeNew()
  }
}
