import ArgumentParser
import Maintenance
import Operations
import Store

/// `diligence verify`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recalcule chaque empreinte et rejoue chaque état depuis ses faits.",
    discussion:
      "Code de sortie : 0 si tout concorde, 1 avec des différences, 2 si la base ne s’ouvre pas.")

  @OptionGroup var place: DatabasePlace

  func run() async throws {
    let database = try await place.open()
    let operations = Operations(database: database, now: presentInstant, chance: { 0 })
    let report: VerificationReport
    let stamps: RegisterStamps
    do {
      report = try await operations.verify()
      stamps = try await operations.registerStamps()
    } catch let fault as StoreFault {
      complain(fault.sentence)
      throw ExitCode(2)
    }
    try await database.close()
    for difference in report.differences { print(difference) }
    if let oldest = stamps.oldest, stamps.isLate {
      complain(
        "Horodatage : \(stamps.waiting) en attente, le plus ancien depuis \(oldest.askedAt.iso) "
          + "(\(oldest.fault)).")
    }
    let store = report.store
    let outcome =
      report.isSound ? "tout concorde" : "différences trouvées : \(report.differenceCount)"
    print(
      "\(store.entries) entrées, \(store.logs) journaux, \(store.states) états, "
        + "\(store.texts) textes : \(outcome)")
    if !report.isSound { throw ExitCode(1) }
  }
}
