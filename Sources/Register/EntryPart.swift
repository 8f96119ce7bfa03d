/// Content that an entry commits to without showing it: it can be shown, or erased, on its own.
package struct EntryPart: Hashable, Sendable {
  package let name: String
  /// 32 bytes of chance: they keep a small content from being guessed out of its commitment.
  package let salt: [UInt8]
  package let content: [UInt8]

  package init(name: String, salt: [UInt8], content: [UInt8]) {
    precondition(name.utf8.count <= Int(UInt16.max), "a part's name is a short word")
    self.name = name
    self.salt = salt
    self.content = content
  }

  /// Chooses a salt from the system's source of chance.
  package init(name: String, content: [UInt8]) {
    var chance = SystemRandomNumberGenerator()
    // Eight bytes a question: each one is a call of the system.
    let salt = [UInt8](unsafeUninitializedCapacity: EntryPart.saltLength) { bytes, count in
      for place in stride(from: 0, to: EntryPart.saltLength, by: 8) {
        UnsafeMutableRawBufferPointer(bytes)
          .storeBytes(of: chance.next(), toByteOffset: place, as: UInt64.self)
      }
      count = EntryPart.saltLength
    }
    self.init(name: name, salt: salt, content: content)
  }

  package var commitment: Hash {
    var bytes = EntryPart.mark
    let name = name.utf8
    bytes.reserveCapacity(bytes.count + salt.count + 2 + name.count + content.count)
    bytes += salt
    bytes.append(UInt8(name.count >> 8))
    bytes.append(UInt8(name.count & 255))
    bytes += name
    bytes += content
    return Hash(of: bytes)
  }

  private static let saltLength = 32
  private static let mark = Array("diligence.part.v1\0".utf8)
}
