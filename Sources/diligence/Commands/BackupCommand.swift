import ArgumentParser
import Foundation
import Operations
import Register
import Store

/// `diligence backup`.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Sauvegarde chiffrée, par ajout, et son essai de restauration.",
    discussion: """
      Une sauvegarde est un dossier de segments, chacun écrit une fois : recopiez-les ailleurs à \
      mesure. Ils sont chiffrés pour un destinataire : qui les écrit ne peut pas les relire. La \
      clé du registre et son témoin n’y sont pas : gardez-les à part.
      """,
    subcommands: [
      BackupKeyCommand.self, BackupRecipientCommand.self, BackupAddCommand.self,
      BackupListCommand.self, BackupCheckCommand.self,
    ])
}

/// `diligence backup key`.
struct BackupKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Crée la clé qui ouvrira les sauvegardes ; écrit le destinataire.",
    discussion: """
      Gardez le fichier loin du serveur, en deux endroits : sans lui, rien ne se restaure. Le \
      destinataire, écrit sur la sortie, n’est pas secret : donnez-le à --recipient.
      """)

  @Argument(help: "Fichier à créer.", completion: .file())
  var file: String

  func run() throws {
    let key = BackupKey()
    try orExplain { try BackupKeyFile(path: file).create(key) }
    print(key.recipient)
  }
}

/// `diligence backup recipient`.
struct BackupRecipientCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipient", abstract: "Écrit le destinataire d’une clé des sauvegardes.")

  @Argument(help: "Fichier créé par `diligence backup key`.", completion: .file())
  var file: String

  func run() throws {
    print(try orExplain { try BackupKeyFile(path: file).read() }.recipient)
  }
}

/// `diligence backup add`.
struct BackupAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Ajoute un segment : ce que la sauvegarde n’a pas encore.",
    discussion: "Le service peut tourner pendant ce temps.")

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace
  @OptionGroup var folder: BackupPlace

  @Option(help: "Destinataire, écrit par `diligence backup key`.")
  var recipient: String

  func run() async throws {
    let recipient = try orExplain { try BackupRecipient(reading: self.recipient) }
    try await explained {
      let database = try await Database.openToRead(
        Location(place.text), keyFile: key.path(for: place))
      let report = try await database.backUp(
        to: folder.folder, for: recipient, at: presentInstant())
      try await database.close()
      guard let report else {
        print("Rien de nouveau depuis le dernier segment.")
        return
      }
      print("\(report.path) : \(report.added) inscriptions ajoutées, \(report.entries) en tout.")
    }
  }
}

/// `diligence backup list`.
struct BackupListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Énumère les segments et contrôle leur suite, sans clé.")

  @OptionGroup var folder: BackupPlace

  func run() async throws {
    try await explained {
      for segment in try folder.folder.segments() {
        print(
          "\(segment.number)\t\(segment.at)\t\(segment.from)–\(segment.to)\t\(segment.sha256)")
      }
    }
  }
}
