import ArgumentParser
import Foundation
import Maintenance
import Operations
import Register
import Store

/// `diligence backup check`.
struct BackupCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Restaure dans une base provisoire, la vérifie, l’efface, et dit ce qu’il en est.",
    discussion: """
      À faire chaque nuit là où est la clé des sauvegardes, loin du service. Le résultat, signé \
      par cette clé, est laissé dans un fichier : le service l’inscrit au registre et le montre. \
      Code de sortie : 0 si tout concorde, 1 avec des différences, 2 sans restauration.
      """)

  @OptionGroup var opening: BackupOpening

  @Option(
    help: "Fichier du résultat signé ; sinon \(CheckFile.name), dans le dossier.",
    completion: .file())
  var outcome: String?

  func run() async throws {
    let (key, signers) = (try opening.key(), try opening.signers())
    let began = presentInstant()
    var check = BackupCheck(at: began)
    do {
      try await inScratch { location in
        let (restored, report) = try await verified(
          from: opening.place.folder, with: key, signedBy: signers, to: location)
        tell(restored, report)
        check.note(restored)
        check.differences = Int64(report.differenceCount)
      }
    } catch let fault as BackupFault {
      check.fault = fault.sentence
    } catch let fault as StoreFault {
      check.fault = fault.sentence
    } catch {
      check.fault = "\(error)"
    }
    check.at = presentInstant()
    check.seconds = Int64(check.at - began)
    if !check.fault.isEmpty { complain(check.fault) }
    try await explained {
      let file = CheckFile(path: outcome ?? "\(opening.place.path)/\(CheckFile.name)")
      try file.write(check.note(signedBy: key))
    }
    if !check.fault.isEmpty { throw ExitCode(2) }
    if !check.isSound { throw ExitCode(1) }
  }

  /// A place for one database, which nobody else may read and which is gone afterwards.
  private func inScratch(_ body: (Location) async throws -> Void) async throws {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "diligence-restauration-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(
      at: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer {
      do { try FileManager.default.removeItem(at: scratch) } catch {
        complain("\(scratch.path) : à effacer (\(error.localizedDescription))")
      }
    }
    try await body(.sqlite(path: scratch.appending(path: "essai.db").path))
  }
}
