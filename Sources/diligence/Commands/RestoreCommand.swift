import ArgumentParser
import Foundation
import Operations
import Register
import Store

/// `diligence restore`.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Remplit une base vide depuis une sauvegarde, puis la vérifie.",
    discussion: """
      La base peut être SQLite ou PostgreSQL, quelle que soit celle qui a été sauvegardée. \
      Code de sortie : 0 si tout concorde, 1 avec des différences, 2 sans restauration.
      """)

  @OptionGroup var place: DatabasePlace
  @OptionGroup var opening: BackupOpening

  func run() async throws { try await opening.restore(to: Location(place.text)) }
}

/// `diligence move`.
struct MoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Recopie une base dans une autre, vide, d’un moteur à l’autre ; puis la vérifie.",
    discussion: """
      Par une sauvegarde provisoire. Arrêtez le service avant ; la base de départ reste comme elle \
      est. La clé du registre et son témoin ne changent pas : donnez-les au service par --key. \
      Code de sortie : 0 si tout concorde, 1 avec des différences, 2 sans recopie.
      """)

  @OptionGroup var place: DatabasePlace

  @Option(help: "Base d’arrivée : fichier SQLite ou adresse postgres://.")
  var to: String

  func run() async throws {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "diligence-recopie-\(UInt64.random(in: .min ... .max))")
    defer {
      do { try FileManager.default.removeItem(at: scratch) } catch {
        complain("\(scratch.path) : à effacer (\(error.localizedDescription))")
      }
    }
    try await explained {
      let key = BackupKey()
      let folder = BackupFolder(path: scratch.path)
      let source = try await Database.openToRead(Location(place.text))
      _ = try await source.backUp(to: folder, for: key.recipient, at: presentInstant())
      try await source.close()
      try await restored(from: folder, with: key, to: Location(to))
    }
  }
}

/// The `--folder` option.
struct BackupPlace: ParsableArguments {
  @Option(name: .customLong("folder"), help: "Dossier des segments.", completion: .directory)
  var path: String

  var folder: BackupFolder { BackupFolder(path: path) }
}

/// What opens a backup.
struct BackupOpening: ParsableArguments {
  @OptionGroup var place: BackupPlace

  @Option(
    name: .customLong("backup-key"), help: "Fichier créé par `diligence backup key`.",
    completion: .file())
  var keyFile: String

  @Option(
    name: .customLong("register-key"),
    help: """
      Clé publique du registre, telle que le contrat l’imprime : chaque segment doit en porter \
      la signature. À répéter pour chaque clé que le registre a eue.
      """)
  var registerKey: [String] = []

  func restore(to location: Location) async throws {
    let (key, signers) = (try key(), try signers())
    try await explained {
      try await restored(from: place.folder, with: key, signedBy: signers, to: location)
    }
  }

  func key() throws -> BackupKey { try orExplain { try BackupKeyFile(path: keyFile).read() } }

  func signers() throws -> [VerifyingKey] {
    try registerKey.map { text in
      guard let signer = VerifyingKey(text: text) else {
        complain("--register-key : « \(text) » n’est pas la clé publique d’un registre.")
        throw ExitCode(2)
      }
      return signer
    }
  }
}

/// Restores, verifies, and says how it went.
private func restored(
  from folder: BackupFolder, with key: BackupKey, signedBy signers: [VerifyingKey] = [],
  to location: Location
) async throws {
  let (restored, report) = try await verified(
    from: folder, with: key, signedBy: signers, to: location)
  tell(restored, report)
  if !report.isSound { throw ExitCode(1) }
}

/// Restores, and verifies what was restored.
func verified(
  from folder: BackupFolder, with key: BackupKey, signedBy signers: [VerifyingKey],
  to location: Location
) async throws -> (RestoreReport, VerificationReport) {
  let restored = try await Database.restore(
    from: folder, with: key, signedBy: signers, to: location)
  let database = try await Database.open(location)
  let operations = Operations(database: database, now: presentInstant, chance: { 0 })
  let report = try await operations.verify()
  try await database.close()
  return (restored, report)
}

func tell(_ restored: RestoreReport, _ report: VerificationReport) {
  for difference in report.differences { print(difference) }
  print(
    "\(restored.entries) inscriptions de \(restored.segments) segments, jusqu’au \(restored.at) : "
      + (report.isSound ? "tout concorde" : "différences : \(report.differenceCount)"))
}
