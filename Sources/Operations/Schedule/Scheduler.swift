import Maintenance
import Store

extension Operations {
  /// Does what is due, and nothing twice: whoever runs the program calls it every minute or so.
  ///
  /// A task that fails keeps no other from being done; gives what failed, a sentence each.
  package func runSchedule() async -> [String] {
    guard database.rollback == nil else { return [] }
    var faults: [String] = []
    let tasks: [(name: String, run: () async throws -> Void)] = [
      ("escalations", { try await escalateDue() }),
      ("daily stamp", { try await stampDaily() }),
      ("waiting stamps", { try await deliverStamps() }),
      ("invoices to the platform", { try await deliverHandovers() }),
      ("the platform's answers", { try await readPlatform() }),
      ("backup check", { try await recordBackupCheck() }),
      ("overdue signatures", { try await expireSignings() }),
      ("tacit acceptances", { try await decideTacitly() }),
      ("nightly verification", { try await verifyNightly() }),
      ("sealed reads", { try await sealReads() }),
    ]
    for task in tasks {
      do {
        try await task.run()
      } catch {
        faults.append("\(task.name): \(error)")
      }
    }
    return faults
  }

  /// The global log's head once a day, counted from the last time that one was asked for.
  private func stampDaily() async throws {
    guard authority != nil else { return }
    let instant = now()
    let last = try await database.read { try $0.lastStampAsked() }
    guard last.map({ instant - $0 >= 86_400 }) ?? true else { return }
    _ = try await database.askStamp(at: instant)
  }
}
