package import Maintenance
package import Register

/// What came of restoring a backup to try it, in the words of whoever holds its secret.
package struct BackupCheck: Hashable, Sendable {
  package static let restoredKind = "backup.restored"
  package static let failedKind = "backup.restore-failed"
  /// In bytes of UTF-8: a longer fault is cut.
  static let longestFault = 1000

  /// When it ended, by the clock of the machine that restored.
  package var at: Instant
  package var segments: Int64 = 0
  package var entries: Int64 = 0
  /// When the last segment was made: UTC with milliseconds; empty when nothing was restored.
  package var until = ""
  /// Of the global log as it was restored; empty when nothing was.
  package var origin = ""
  package var root = ""
  package var differences: Int64 = 0
  package var seconds: Int64 = 0
  /// Why nothing could be restored; empty when something was.
  package var fault = ""

  package init(at: Instant) {
    self.at = at
  }

  package mutating func note(_ restored: RestoreReport) {
    (segments, entries, until) = (restored.segments, restored.entries, restored.at)
    (origin, root) = (restored.head.origin, "\(restored.head.root)")
  }

  package var isSound: Bool { fault.isEmpty && differences == 0 }

  /// The bytes that the service reads; `key` is the secret of the backup.
  package func note(signedBy key: BackupKey) throws -> String {
    var short = self
    while short.fault.utf8.count > BackupCheck.longestFault { short.fault.removeLast() }
    return try key.sign(check: .fields(short.fields.mapValues(\.canonical))).text
  }

  fileprivate var fields: [String: Datum] {
    [
      "at": .text(at.iso), "segments": .integer(segments), "entries": .integer(entries),
      "until": .text(until), "origin": .text(origin), "root": .text(root),
      "differences": .integer(differences), "seconds": .integer(seconds), "fault": .text(fault),
    ]
  }

  /// Nothing unless the holder of the secret signed it.
  package init?(reading note: String, for recipient: BackupRecipient) {
    guard let said = recipient.check(in: note) else { return nil }
    self.init(Datum(said))
  }

  fileprivate init?(_ body: Datum) {
    guard let at = body["at"]?.text.flatMap({ Instant(iso: $0) }),
      let segments = body["segments"]?.integer, let entries = body["entries"]?.integer,
      let until = body["until"]?.text, let origin = body["origin"]?.text,
      let root = body["root"]?.text, let differences = body["differences"]?.integer,
      let seconds = body["seconds"]?.integer, let fault = body["fault"]?.text, entries >= 0
    else { return nil }
    self.at = at
    (self.segments, self.entries, self.until) = (segments, entries, until)
    (self.origin, self.root, self.differences) = (origin, root, differences)
    (self.seconds, self.fault) = (seconds, fault)
  }
}

/// A check as an entry of the register's own log tells it.
package struct RecordedCheck: Hashable, Sendable {
  package let check: BackupCheck
  package let recordedAt: Instant
  /// What was restored is whole, and is what this register held at that size.
  package let isRestored: Bool

  init?(_ fact: Fact) {
    guard let check = BackupCheck(fact.body) else { return nil }
    self.check = check
    recordedAt = fact.at
    isRestored = fact.kind == BackupCheck.restoredKind
  }
}

/// Where the register stands with the restorations of its backups.
package struct BackupStanding: Hashable, Sendable {
  package let last: RecordedCheck?
  package let lastRestored: RecordedCheck?
  /// When the oldest entry was recorded that no restoration has shown; none when all are.
  package let oldestUnproven: Instant?
}

extension Reader {
  package func backupStanding() throws -> BackupStanding {
    let restored = try lastCheck(BackupCheck.restoredKind, BackupCheck.restoredKind)
    return BackupStanding(
      last: try lastCheck(BackupCheck.restoredKind, BackupCheck.failedKind),
      lastRestored: restored,
      oldestUnproven: try connection.rows(
        "SELECT at_ms FROM entry WHERE pos = $1", [.integer(restored?.check.entries ?? 0)]
      ) { Instant(milliseconds: $0.integer(0)) }.first)
  }

  private func lastCheck(_ kind: String, _ other: String) throws -> RecordedCheck? {
    try connection.rows(
      """
      SELECT \(FactRow.columns) FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.log = $1 AND e.kind IN ($2, $3) ORDER BY e.n DESC LIMIT 1
      """,
      [.integer(Subject.register.agreement.number), .text(kind), .text(other)]
    ) { RecordedCheck(try FactRow($0).fact) }.first ?? nil
  }
}

extension Database {
  /// Records what came of a restoration, once: a note that is no later than the last one recorded
  /// changes nothing. Gives whether it was recorded.
  ///
  /// What was restored is compared with this register: another's backup proves nothing of it.
  package func record(_ check: BackupCheck, note: String, at instant: Instant) async throws -> Bool
  {
    try await write { transaction in
      try transaction.lock(Subject.register.agreement)
      if let last = try transaction.reader.backupStanding().last, last.check.at >= check.at {
        return false
      }
      let isOurs = try transaction.reader.holds(check)
      let isRestored = check.isSound && isOurs
      try transaction.record(
        Fact(
          kind: isRestored ? BackupCheck.restoredKind : BackupCheck.failedKind, at: instant,
          actor: .system, subject: .register,
          body: .fields(
            check.fields.merging(["note": .text(note), "ours": .flag(isOurs)]) { $1 })))
      return true
    }
  }
}

extension Reader {
  /// Whether this register's global log had that root at that size.
  fileprivate func holds(_ check: BackupCheck) throws -> Bool {
    guard let global = try LogRow.global(on: connection), check.entries <= global.range.size,
      LogRow.house(of: global.origin) == LogRow.house(of: check.origin)
    else { return false }
    return try "\(tree(of: LogRow.global, size: global.range.size).root(at: check.entries))"
      == check.root
  }
}
