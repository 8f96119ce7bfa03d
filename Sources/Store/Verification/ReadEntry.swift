import Maintenance
import Register

/// What one entry says by itself, without those before it. It goes from hand to hand, and a copy
/// of it would count anew whoever holds each of its bytes.
final class ReadEntry: Sendable {
  enum Header: Sendable {
    /// It is what columns and parts make: nothing of them is left to be compared.
    case made(origin: String)
    case read(EntryHeader)
    case unreadable(CanonicalFault)

    /// The log that it names.
    var origin: String? {
      switch self {
      case .made(let origin): origin
      case .read(let header): header.log
      case .unreadable: nil
      }
    }
  }

  let entry: StoredEntry
  let parts: [StoredPart]
  let leaf: Hash
  let header: Header

  /// `origin` is the one that the header most likely bears: should it bear another, it is read.
  init(_ entry: StoredEntry, _ parts: [StoredPart], likely origin: String) {
    self.entry = entry
    self.parts = parts
    leaf = Hash.leaf(entry.header)
    if Self.isMade(entry, parts, origin) {
      header = .made(origin: origin)
      return
    }
    do {
      header = .read(try EntryHeader(reading: entry.header))
    } catch {
      header = .unreadable(error)
    }
  }

  /// Every header has one spelling only: when columns and parts make these very bytes, the header
  /// can be read and says the same.
  private static func isMade(
    _ entry: StoredEntry, _ parts: [StoredPart], _ origin: String
  ) -> Bool {
    // Years of four digits.
    guard (0..<253_402_300_800_000).contains(entry.at), entry.subject >= 0 else { return false }
    do {
      let bytes = try EntryHeader.bytes(
        at: Instant(milliseconds: entry.at).iso, kind: entry.kind, log: origin, n: entry.n,
        committing: parts.map(\.part), subject: entry.subjectName)
      return bytes == entry.header
    } catch {
      return false
    }
  }
}
