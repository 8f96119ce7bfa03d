import ArgumentParser
import Foundation
import Maintenance
import Operations
import Register
import Store

/// The options by which the service backs itself up.
struct BackupRounds: ParsableArguments {
  @Option(
    name: .customLong("backup-folder"), help: "Dossier où le service ajoute ses segments.",
    completion: .directory)
  var folder: String?

  @Option(
    name: .customLong("backup-recipient"), help: "Destinataire, écrit par `diligence backup key`.")
  var recipient: String?

  @Option(
    name: .customLong("backup-every"),
    help: "Secondes entre deux segments ; sans rien de nouveau, aucun n’est écrit.")
  var seconds = 60

  @Option(
    name: .customLong("backup-outcome"),
    help: """
      Fichier où `diligence backup check` laisse son résultat signé, que le service inscrit ; \
      sinon \(CheckFile.name), dans le dossier.
      """, completion: .file())
  var outcome: String?

  /// Nothing without a folder of backups.
  var watch: BackupWatch? {
    guard let folder, let recipient = recipient.flatMap(BackupRecipient.init(text:)) else {
      return nil
    }
    return BackupWatch(
      recipient: recipient, file: CheckFile(path: outcome ?? "\(folder)/\(CheckFile.name)"))
  }

  func validate() throws {
    guard outcome == nil || folder != nil else {
      throw ValidationError("--backup-outcome : il manque --backup-folder.")
    }
    guard (folder == nil) == (recipient == nil) else {
      throw ValidationError("--backup-folder et --backup-recipient vont ensemble.")
    }
    guard (1...86_400).contains(seconds) else {
      throw ValidationError("--backup-every : un nombre de 1 à 86400 est attendu, pas \(seconds).")
    }
    if let recipient, BackupRecipient(text: recipient) == nil {
      throw ValidationError(
        "--backup-recipient : « \(recipient) » n’est pas un destinataire de sauvegarde.")
    }
  }

  /// Runs `body` with rounds of backups beside it, and one more after it.
  func around(_ database: Database, _ body: () async throws -> Void) async throws {
    guard let folder, let recipient = recipient.flatMap(BackupRecipient.init(text:)) else {
      return try await body()
    }
    let round = Round(
      database: database, folder: BackupFolder(path: folder), recipient: recipient)
    let seconds = seconds
    let rounds = Task {
      while !Task.isCancelled {
        await round.run()
        do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
      }
    }
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    rounds.cancel()
    await rounds.value
    await round.run()
    try outcome.get()
  }

  private struct Round {
    let database: Database
    let folder: BackupFolder
    let recipient: BackupRecipient

    /// A round that fails is told, and the next one carries what it lacked.
    func run() async {
      do {
        _ = try await database.backUp(to: folder, for: recipient, at: presentInstant())
      } catch let fault as BackupFault {
        complain("Sauvegarde : \(fault.sentence)")
      } catch let fault as StoreFault {
        complain("Sauvegarde : \(fault.sentence)")
      } catch {
        complain("Sauvegarde : \(error)")
      }
    }
  }
}
