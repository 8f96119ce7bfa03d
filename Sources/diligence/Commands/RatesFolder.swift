import ArgumentParser
import ContractSource
import Foundation

/// The `--rates` option: values that this release does not know yet, or knows otherwise.
struct RatesFolder: ParsableArguments {
  @Option(
    name: .customLong("rates"),
    help: "Dossier de taux et d’indices à ajouter : interet-legal.csv, syntec-revisee.csv…",
    completion: .directory)
  var folder: String?

  /// The release's values with those of the folder over them; ends the command at the first fault.
  func read() throws -> PublishedRates {
    var rates = PublishedRates.known
    guard let folder else { return rates }
    let names = try orExplain { try Self.names(in: folder) }
    for name in names {
      let bytes = try orExplain { try ContractFile.bytes(at: "\(folder)/\(name)") }
      try orExplain { try rates.add(bytes, named: name) }
    }
    return rates
  }

  private static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".csv") }.sorted()
    } catch {
      throw ContractFile.Fault(description: "\(folder) : ce dossier ne se lit pas.")
    }
  }
}
