import Foundation
import Register

/// A folder of segments, `000001.segment` and on, written once each.
package struct BackupFolder: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  func file(_ number: Int64) -> String {
    let digits = String(number)
    return "\(path)/\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits).segment"
  }

  /// How many segments there are; they are numbered from 1 without gaps.
  func count() throws -> Int64 {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw BackupFault.file(path: path, reason: error.localizedDescription)
    }
    let numbers = names.filter { $0.hasSuffix(".segment") }.compactMap { Int64($0.dropLast(8)) }
    guard let last = numbers.max() else { return 0 }
    guard last <= 1 << 32 else { throw BackupFault.misplaced(path: file(last)) }
    for number in 1...max(1, last) where !FileManager.default.fileExists(atPath: file(number)) {
      throw BackupFault.misplaced(path: file(number))
    }
    return last
  }

  func prepare() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw BackupFault.file(path: path, reason: error.localizedDescription)
    }
  }

  /// The header and the hash of the last segment, which need no key; nothing in an empty folder.
  func last() throws -> (header: SegmentHeader, hash: Hash)? {
    let count = try count()
    guard count > 0 else { return nil }
    let reader = try SegmentReader(path: file(count))
    guard reader.header.number == count else { throw BackupFault.misplaced(path: file(count)) }
    return (reader.header, try reader.hash())
  }

  /// What each segment says without a key; throws where one does not follow the one before it.
  package func segments() throws -> [Segment] {
    var segments: [Segment] = []
    for number in stride(from: 1, through: try count(), by: 1) {
      let reader = try SegmentReader(path: file(number))
      let header = reader.header
      guard header.number == number, header.from == (segments.last?.to ?? 0),
        header.previous == (segments.last?.sha256 ?? "")
      else { throw BackupFault.misplaced(path: reader.path) }
      segments.append(
        Segment(
          number: number, at: header.at, from: header.from, to: header.to,
          sha256: "\(try reader.hash())"))
    }
    return segments
  }

  package struct Segment: Sendable, Equatable {
    package let number: Int64
    /// When it was made: UTC with milliseconds.
    package let at: String
    /// The first position that it carries, and the first that it does not.
    package let from: Int64
    package let to: Int64
    /// Of the whole file.
    package let sha256: String
  }

  /// Opens every segment in order, each of which must follow the one before it.
  ///
  /// Gives the last one's header; nothing in an empty folder.
  func open(
    with key: BackupKey, signedBy signers: [VerifyingKey],
    _ body: (SegmentHeader, BackupRows) throws -> Void
  ) throws -> SegmentHeader? {
    var before: (header: SegmentHeader, hash: Hash)?
    for number in stride(from: 1, through: try count(), by: 1) {
      let reader = try SegmentReader(path: file(number))
      let header = reader.header
      let follows =
        header.number == number && header.from == (before?.header.to ?? 0)
        && header.previous == (before.map { "\($0.hash)" } ?? "")
        && header.set == (before?.header.set ?? header.set)
      guard follows else { throw BackupFault.misplaced(path: reader.path) }
      let hash = try reader.unseal(with: key, signedBy: signers) { try body(header, $0) }
      before = (header, hash)
    }
    return before?.header
  }
}
