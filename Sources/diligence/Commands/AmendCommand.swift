import ArgumentParser
import ContractSource
import Documents
import Foundation
import Maintenance

/// `diligence amend A B`.
struct AmendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Rédige l’avenant qui mène d’un texte du contrat à l’autre, en PDF/A-3a.",
    discussion: """
      Le texte d’après est joint au document. Code de sortie : 0, 1 si rien ne change, 2 si un \
      fichier ne peut être lu, a des erreurs, ou si le document ne peut être composé.
      """)

  @Argument(help: "Le texte en vigueur.", completion: .file())
  var before: String

  @Argument(help: "Le texte d’après, avec sa clé « avenant ».", completion: .file())
  var after: String

  @Option(help: "Le document à écrire.", completion: .file())
  var output = "avenant.pdf"

  @Option(help: "Dossier du projet : Press/ et .tools/.", completion: .directory)
  var project = "."

  func run() async throws {
    let old = Terms(try ContractFile.sound(at: before).contract, version: 1)
    let (contract, source) = try ContractFile.sound(at: after)
    let new = Terms(contract, version: 2)
    guard
      let document = ContractDocument(
        amending: old, into: new, source: source)
    else {
      complain("Aucune clause ne change : il n’y a pas d’avenant à rédiger.")
      throw ExitCode(1)
    }
    do {
      let rendered = try await Press(project: project).contractPDF(document)
      try Foundation.Data(rendered.bytes).write(to: URL(filePath: output), options: .atomic)
      print("\(output) : \(rendered.pages) pages, SHA-256 \(rendered.sha256)")
    } catch {
      complain("\(output) : \(error)")
      throw ExitCode(2)
    }
  }
}
