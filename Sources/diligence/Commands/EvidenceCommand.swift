import ArgumentParser
import Documents
import Foundation
import Maintenance
import Operations
import Store
import Web

/// `diligence evidence CONTRACT`.
struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Écrit le dossier de preuve d’un contrat, qui se vérifie sans nous.",
    discussion: """
      Un ZIP : inscriptions, contenus, état signé, textes du contrat, et verifier.py qui juge le \
      tout sans réseau. Un ticket ou une période donne un dossier partiel, avec une preuve par \
      inscription. Rien d’un autre contrat n’y figure.
      """)

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace

  @Argument(help: "Identifiant du contrat.")
  var contract: String

  @Option(help: "Identifiant d’un ticket : seulement ses inscriptions et celles du contrat.")
  var ticket: String?

  @Option(help: "Premier jour, AAAA-MM-JJ.")
  var from: String?

  @Option(help: "Dernier jour, AAAA-MM-JJ.")
  var to: String?

  @Option(name: .customLong("for"), help: "Qui le reçoit ; inscrit au registre.")
  var recipient = ""

  @Option(help: "Pourquoi ; inscrit au registre.")
  var reason = ""

  @Option(help: "Nom de qui le fait, inscrit au registre.")
  var actor: String

  @Flag(help: "Prouve aussi la place parmi tous les contrats ; dit combien d’inscriptions ils ont.")
  var anchored = false

  @Option(help: "Dossier du projet : Press/ et .tools/.", completion: .directory)
  var project = "."

  @Option(name: .shortAndLong, help: "Le fichier à écrire.", completion: .file())
  var output = "dossier.zip"

  func run() async throws {
    let agreement = try known(contract, { ID<Agreement>($0) }, "l’identifiant d’un contrat")
    let ticket = try ticket.map { try known($0, { ID<Ticket>($0) }, "l’identifiant d’un ticket") }
    let from = try from.map { try known($0, { Day(iso: $0) }, "un jour AAAA-MM-JJ") }
    let to = try to.map { try known($0, { Day(iso: $0) }, "un jour AAAA-MM-JJ") }
    let database = try await place.open(keyFile: key.path(for: place))
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    let disclosure = Disclosure(
      of: agreement, ticket: ticket, from: from, to: to, isAnchored: anchored,
      recipient: recipient, reason: reason)
    let press = await Press(project: project)
    let receipt: EntryReceipt?
    do {
      let made: [UInt8]?
      (made, receipt) = try await receipted(operations) {
        try await operations.disclose(
          disclosure, by: Actor(side: .provider, name: actor)
        ) { try await press.evidencePDF(evidenceAccount($0)) }
      }
      guard let file = made else { throw Missing.agreement }
      try Foundation.Data(file).write(to: URL(filePath: output), options: .atomic)
      try await database.close()
    } catch {
      try await database.close()
      complain("\(output) : \(sentence(error))")
      throw ExitCode(2)
    }
    print(output)
    tellReceipt(receipt)
  }

  private func known<Value>(
    _ text: String, _ read: (String) -> Value?, _ what: String
  ) throws -> Value {
    guard let value = read(text) else { throw ValidationError("« \(text) » n’est pas \(what).") }
    return value
  }

  private func sentence(_ error: any Error) -> String {
    switch error {
    case Missing.agreement: "le registre n’a rien de ce contrat."
    case Missing.ticket: "ce ticket n’est pas de ce contrat."
    case is DisclosureRefusal:
      "--for et --reason : \(Disclosure.longest) octets au plus."
    case let fault as StoreFault: fault.sentence
    default: "\(error)"
    }
  }
}
