import Glibc
import Register

/// A segment being read, frame by frame.
final class SegmentReader {
  let path: String
  let header: SegmentHeader
  private let headerBytes: [UInt8]
  private let encapsulated: [UInt8]
  private let descriptor: Int32
  private var digest = RunningHash()

  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw BackupFault.file(path: path, reason: String(cString: strerror(errno)))
    }
    do {
      guard try Self.take(SealedStream.mark.count, descriptor, path) == SealedStream.mark else {
        throw SealFault.foreign
      }
      let length = try Self.take(4, descriptor, path)
      let most = SealedStream.longestHeader
      guard let count = SealedStream.length(length, atMost: most) else { throw SealFault.altered }
      headerBytes = try Self.take(count, descriptor, path)
      encapsulated = try Self.take(SealedStream.keyLength, descriptor, path)
      guard let header = SegmentHeader(reading: headerBytes) else { throw SealFault.altered }
      self.header = header
      digest.add(SealedStream.mark + length + headerBytes + encapsulated)
    } catch let fault as SealFault {
      close(descriptor)
      throw BackupFault.sealed(path: path, fault)
    }
  }

  deinit { close(descriptor) }

  /// Opens every frame, in order; gives the SHA-256 of the whole file.
  ///
  /// One of `signers` must have vouched, where there are any.
  func unseal(
    with key: BackupKey, signedBy signers: [VerifyingKey], _ body: (BackupRows) throws -> Void
  ) throws -> Hash {
    guard header.recipient == key.recipient.description else {
      throw BackupFault.sealed(path: path, .otherKey)
    }
    do {
      var unsealing = try Unsealing(header: headerBytes, key: encapsulated, with: key)
      while true {
        let vouched = digest.hash
        let (isLast, sealed) = try frame()
        let content = try unsealing.open(sealed, isLast: isLast)
        if isLast {
          let note = String(decoding: content, as: UTF8.self)
          let isVouched = signers.contains { $0.vouches(forBackup: vouched, by: note) }
          guard isVouched || signers.isEmpty else {
            throw BackupFault.unsigned(path: path)
          }
          break
        }
        guard let rows = BackupRows(reading: content) else { throw SealFault.altered }
        try body(rows)
      }
      var extra: UInt8 = 0
      guard Glibc.read(descriptor, &extra, 1) == 0 else { throw SealFault.altered }
      return digest.hash
    } catch let fault as SealFault {
      throw BackupFault.sealed(path: path, fault)
    }
  }

  /// SHA-256 of the whole file, which needs no key.
  func hash() throws -> Hash {
    do {
      while try !frame().isLast {}
    } catch let fault as SealFault {
      throw BackupFault.sealed(path: path, fault)
    }
    return digest.hash
  }

  private func frame() throws -> (isLast: Bool, sealed: [UInt8]) {
    let start = try Self.take(5, descriptor, path)
    let length = Array(start.dropFirst())
    guard start[0] <= 1,
      let count = SealedStream.length(length, atMost: SealedStream.longestFrame)
    else { throw SealFault.altered }
    let sealed = try Self.take(count, descriptor, path)
    digest.add(start + sealed)
    return (start[0] == 1, sealed)
  }

  private static func take(_ count: Int, _ descriptor: Int32, _ path: String) throws -> [UInt8] {
    var taken: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(count, 1 << 20))
    while taken.count < count {
      let found = Glibc.read(descriptor, &piece, min(piece.count, count - taken.count))
      guard found >= 0 else {
        throw BackupFault.file(path: path, reason: String(cString: strerror(errno)))
      }
      guard found > 0 else { throw SealFault.cutShort }
      taken += piece.prefix(found)
    }
    return taken
  }
}
