import Maintenance
package import Store

/// How the register's backups are known to restore.
package struct RegisterBackups: Sendable {
  package var standing: BackupStanding
  /// Whether this service makes backups.
  package var isWatched: Bool
  /// Whether an entry has waited for more than eight days to be restored once.
  package var isLate: Bool

  static let longestWait = 8 * 86_400
}

/// A restoration that is told by a clock a day ahead: it would hide all that come after.
struct CheckFromTomorrow: Error {}

extension Operations {
  /// Records the last restoration's outcome, unless it is recorded already.
  package func recordBackupCheck() async throws {
    guard let backups, let (check, note) = try backups.read() else { return }
    let instant = now()
    guard check.at - instant < 86_400 else { throw CheckFromTomorrow() }
    _ = try await database.record(check, note: note, at: instant)
  }

  package func registerBackups() async throws -> RegisterBackups {
    let instant = now()
    let standing = try await database.read { try $0.backupStanding() }
    return RegisterBackups(
      standing: standing, isWatched: backups != nil,
      isLate: standing.oldestUnproven.map { instant - $0 > RegisterBackups.longestWait } ?? false)
  }
}
