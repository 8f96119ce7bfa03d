import Maintenance
import Register

/// Holds erased parts against the entries that tell of their erasing, which come after them.
struct ErasureAudit {
  private struct Place: Hashable {
    let log: Int64
    let n: Int64
    let name: String
  }

  private struct Erased {
    let pos: Int64
    let by: Int64
    let sha256: String
  }

  private var waiting: [Place: Erased] = [:]

  mutating func add(_ part: StoredPart, by erasure: Int64, of entry: StoredEntry) {
    let place = Place(log: entry.log, n: entry.n, name: part.part.name)
    waiting[place] = Erased(
      pos: part.pos, by: erasure, sha256: "\(Hash(of: part.part.content))")
  }

  /// Reads an erasure's entry.
  mutating func check(
    _ entry: StoredEntry, _ parts: [StoredPart], at place: Difference.Place,
    _ verification: inout Verification
  ) {
    guard let content = parts.first(where: { $0.part.name == "body" })?.part.content,
      let items = Self.items(content)
    else {
      verification.note(place, "body", .unreadable("not an erasure"))
      return
    }
    for item in items {
      let erased = Place(log: entry.log, n: item.n, name: item.name)
      guard let found = waiting[erased] else {
        // What the register says is erased is still there, or never was.
        verification.note(place, "\(item.name) of entry \(item.n)", .differs)
        continue
      }
      // A later erasure took its place.
      if found.by > entry.pos { continue }
      if found.by < entry.pos || found.sha256 != item.sha256 {
        verification.note(.part(pos: found.pos, name: item.name), "plain", .differs)
      }
      waiting[erased] = nil
    }
  }

  /// Parts that no entry says are erased.
  func findUnexplained(_ verification: inout Verification) {
    for (place, erased) in waiting.sorted(by: { $0.value.pos < $1.value.pos }) {
      verification.note(.part(pos: erased.pos, name: place.name), "erased_by", .unexpected)
    }
  }

  private static func items(_ content: [UInt8]) -> [Erasure.Item]? {
    do {
      return Erasure.items(of: Datum(try CanonicalJSON(reading: content)))
    } catch {
      return nil
    }
  }
}
