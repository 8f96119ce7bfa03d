import ArgumentParser
import ContractSource
import Foundation

/// `diligence fmt FILE`.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Met un contrat dans sa forme canonique.",
    discussion: """
      L’ordre des clés, l’indentation et les guillemets du format ; les commentaires restent à \
      leur place et la lecture ne change pas. Un fichier fautif est refusé et laissé tel quel. \
      Code de sortie : 0, 1 si --check trouve autre chose que la forme canonique, 2 quand le \
      fichier ne peut être lu.
      """)

  @Argument(help: "Le fichier du contrat.", completion: .file())
  var file: String

  @Flag(help: "N’écrit rien ; dit seulement si le fichier est dans sa forme canonique.")
  var check = false

  @Flag(help: "Réécrit le fichier au lieu d’afficher le texte.")
  var inPlace = false

  func validate() throws {
    if check, inPlace { throw ValidationError("--check et --in-place s’excluent.") }
  }

  func run() throws {
    let bytes = try orExplain { try ContractFile.bytes(at: file) }
    switch CanonicalText(of: bytes, named: file) {
    case .refused(let reading):
      complain(FindingReport(reading).text)
      throw ExitCode(2)
    case .unfaithful:
      complain(
        "\(file) : sa mise en forme changerait sa lecture, rien n’est écrit ; c’est un défaut de "
          + "Diligence, à signaler avec le fichier.")
      throw ExitCode(2)
    case .text(let text):
      try finish(text, instead: bytes)
    }
  }

  private func finish(_ text: String, instead bytes: [UInt8]) throws {
    let isCanonical = text.utf8.elementsEqual(bytes)
    if check {
      guard !isCanonical else { return }
      complain("\(file) : pas dans sa forme canonique ; « diligence fmt --in-place » l’écrit.")
      throw ExitCode(1)
    }
    guard inPlace else { return print(text, terminator: "") }
    guard !isCanonical else { return }
    do {
      try Foundation.Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      complain("\(file) : écriture impossible (\(error.localizedDescription)).")
      throw ExitCode(2)
    }
  }
}
