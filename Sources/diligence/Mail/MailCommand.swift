import ArgumentParser
import Foundation
import Maintenance
import Operations
import Store

/// `diligence mail`.
struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract: "Le courrier : essayer le serveur d’envoi, lire un avis de non-remise.",
    subcommands: [Bounce.self, Trial.self])

  /// `diligence mail bounce`.
  struct Bounce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "bounce",
      abstract: "Lit un avis de non-remise (RFC 3464) et marque l’adresse qu’il refuse.",
      discussion: """
        Code de sortie : 0 si une adresse est marquée ou si rien n’est à marquer, 1 si l’avis ne \
        parle d’aucun de nos messages ou n’est pas lisible, 75 si la base n’a pas pu être \
        ouverte : un serveur de courrier réessaie alors. Sur SQLite, arrêtez le service, ou \
        collez l’avis sur sa page « Courrier ».
        """)

    @OptionGroup var place: DatabasePlace
    @OptionGroup var key: KeyPlace

    @Argument(help: "Fichier du message ; l’entrée standard si rien n’est dit.")
    var file: String?

    func run() async throws {
      let bytes = try orExplain {
        try file.map { try Foundation.Data(contentsOf: URL(filePath: $0)) }
          ?? FileHandle.standardInput.read(upToCount: 4 << 20) ?? Foundation.Data()
      }
      guard let report = DeliveryReport(reading: [UInt8](bytes)) else {
        complain("Ce message n’est pas un avis de non-remise lisible (RFC 3464).")
        throw ExitCode(1)
      }
      guard report.isPermanent else {
        print("Cet avis n’annonce aucun refus définitif : rien n’est marqué.")
        return
      }
      let database: Database
      do { database = try await place.open(keyFile: key.path(for: place)) } catch {
        throw ExitCode(75)
      }
      let operations = Operations(
        database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
      let flagged = try await operations.receive(report)
      try await database.close()
      guard !flagged.isEmpty else {
        complain("Cet avis ne parle d’aucun de nos messages : rien n’est marqué.")
        throw ExitCode(1)
      }
      for address in flagged { print("Adresse en échec : \(address)") }
    }
  }

  /// `diligence mail test`.
  struct Trial: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Envoie un message d’essai et dit ce que le serveur d’envoi a répondu.",
      discussion: "Code de sortie : 0 s’il l’a pris, 1 sinon.")

    @OptionGroup var mail: MailPlace

    @Option(help: "Dossier du projet : Mail/ et .tools/.", completion: .directory)
    var project = "."

    @Option(name: .customLong("wait"), help: "Secondes d’attente pour chaque réponse.")
    var wait = 20

    @Argument(help: "Adresse à qui écrire.")
    var recipient: String

    func validate() throws {
      guard mail.relayText != nil else {
        throw ValidationError("--mail-relay et --mail-from sont attendus.")
      }
      guard MailAddress.isSound(recipient) else {
        throw ValidationError("« \(recipient) » n’est pas une adresse de courriel.")
      }
      guard (1...60).contains(wait) else {
        throw ValidationError("--wait : un nombre de 1 à 60 est attendu, pas \(wait).")
      }
    }

    func run() async throws {
      guard let mailbox = try mail.mailbox(project: project, host: "", port: 0, wait: wait) else {
        throw ExitCode.failure
      }
      switch await mailbox.trial(to: recipient, at: presentInstant()) {
      case .sent(let answer, _): print("Pris : \(answer)")
      case .refused(let reason, let isAddress):
        complain("\(isAddress ? "Adresse refusée" : "Message refusé") : \(reason)")
        throw ExitCode.failure
      case .postponed(let reason):
        complain("Remis à plus tard : \(reason)")
        throw ExitCode.failure
      case .unusable(let reason):
        complain("Serveur d’envoi hors d’usage : \(reason)")
        throw ExitCode.failure
      }
    }
  }
}
