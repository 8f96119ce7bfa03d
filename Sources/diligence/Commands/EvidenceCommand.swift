import ArgumentParser
import Foundation
import Maintenance
import Operations
import Store

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

  @Option(name: .shortAndLong, help: "Le fichier à écrire.", completion: .file())
  var output = "dossier.zip"

  func run() async throws {
    let agreement = try known(contract, { ID<Agreement>($0) }, "l’identifiant d’un contrat")
    let ticket = try ticket.map { try known($0, { ID<Ticket>($0) }, "l’identifiant d’un ticket") }
    let from = try from.map { try known($0, { Day(iso: $0) }, "un jour AAAA-MM-JJ") }
    let to = try to.map { try known($0, { Day(iso: $0) }, "un jour AAAA-MM-JJ") }
    let database = try await place.open(keyFile: key.path(for: place))
    let operations = Operations(database: database, now: presentInstant, chance: { 0 })
    do {
      guard
        let file = try await operations.evidenceFile(
          of: agreement, ticket: ticket, from: from, to: to)
      else { throw Missing.agreement }
      try Foundation.Data(file).write(to: URL(filePath: output), options: .atomic)
      try await database.close()
    } catch {
      try await database.close()
      complain("\(output) : \(sentence(error))")
      throw ExitCode(2)
    }
    print(output)
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
    case let fault as StoreFault: fault.sentence
    default: "\(error)"
    }
  }
}
