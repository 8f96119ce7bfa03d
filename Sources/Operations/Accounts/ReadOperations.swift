package import Maintenance
import Store

extension Operations {
  /// Notes that somebody reads what is confidential: once an hour for the same thing.
  package func noteRead(
    _ kind: ConfidentialRead.Class, of object: String, under agreement: ID<Agreement>?,
    by visitor: SignedIn?, named actor: Actor
  ) async throws {
    let instant = now()
    let since = instant + -ReadDigest.seconds
    let isKnown = try await database.read {
      try $0.hasRead(object, kind, by: actor.name, since: since)
    }
    guard !isKnown else { return }
    let read = ConfidentialRead(
      id: newID(at: instant), at: instant, account: visitor?.account.id, reader: actor.name,
      agreement: agreement, kind: kind, object: object)
    try await database.write { try $0.add(read) }
  }

  /// Seals the reads of the hours that are over, an entry for each contract, and forgets those that
  /// are kept no longer.
  func sealReads() async throws {
    let instant = now()
    let hour = Int64(ReadDigest.seconds) * 1000
    let end = Instant(milliseconds: instant.milliseconds / hour * hour)
    for agreement in try await database.read({ try $0.unsealedReads(before: end) }) {
      let id: ID<ConfidentialRead> = newID(at: instant)
      try await database.write {
        try $0.sealReads(of: agreement, before: end, as: id.number, at: instant)
      }
    }
    let kept = instant + -ConfidentialRead.keptDays * 86_400
    try await database.write { try $0.forgetReads(before: kept) }
  }

  package func reads(of agreement: ID<Agreement>) async throws -> [ConfidentialRead] {
    try await database.read { try $0.reads(of: agreement, limit: 200) }
  }
}
