import ArgumentParser
import ContractSource
import Documents
import Foundation
import Maintenance

/// `diligence render FILE`.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Compose le document juridique d’un contrat en PDF/A-3a.",
    discussion: """
      Le même fichier donne les mêmes octets. Code de sortie : 0, 1 si le contrat a des erreurs, \
      2 si le fichier ne peut être lu ou le document composé.
      """)

  @Argument(help: "Le fichier du contrat.", completion: .file())
  var file: String

  @Option(help: "Le document à écrire.", completion: .file())
  var output = "contrat.pdf"

  @Option(help: "Dossier du projet : Press/ et .tools/.", completion: .directory)
  var project = "."

  func run() async throws {
    let source = try orExplain { try ContractFile.bytes(at: file) }
    let reading = read(source, named: file)
    guard reading.errorCount == 0 else {
      let report = FindingReport(reading)
      complain(report.text)
      throw ExitCode(report.exitCode)
    }
    let terms = Terms(reading.contract, version: 1)
    let document = ContractDocument(
      contract: reading.contract, text: terms.text, version: nil, source: source)
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
