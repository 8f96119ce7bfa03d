import ArgumentParser
import ContractSource

/// `diligence check FILE`.
struct CheckCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Relit un contrat et signale tout ce qui l’affaiblit.",
    discussion: """
      Code de sortie : 0 sans erreur (des avertissements sont possibles), 1 avec des erreurs, \
      2 quand le fichier ne peut être lu.
      """)

  @Argument(help: "Le fichier du contrat (YAML, UTF-8, 1 Mio au plus).", completion: .file())
  var file: String

  @Option(help: "Présentation du résultat.")
  var format = Format.text

  @OptionGroup var rates: RatesFolder

  func run() throws {
    let known = try rates.read()
    let reading: Reading
    do {
      reading = read(try ContractFile.bytes(at: file), named: file, rates: known)
    } catch let fault as ContractFile.Fault {
      complain(fault.description)
      throw ExitCode(2)
    }
    let report = FindingReport(reading)
    switch format {
    case .text: print(report.text)
    case .json: print(try report.json())
    case .sarif: print(report.sarif())
    }
    throw ExitCode(report.exitCode)
  }
}
