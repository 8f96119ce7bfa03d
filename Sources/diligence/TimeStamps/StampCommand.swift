import ArgumentParser
import Foundation
import Maintenance
import Operations
import Store

/// `diligence register stamp`.
struct StampCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stamp",
    abstract: "Fait horodater maintenant la tête signée du registre, ou d’un contrat.",
    discussion: """
      L’autorité ne reçoit que l’empreinte. L’horodatage se vérifie sans nous : \
      openssl ts -verify -data FICHIER -in FICHIER.tsr -CAfile autorité.pem. \
      Code de sortie : 1 si l’autorité n’a pas répondu ; la demande attend alors.
      """)

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace
  @OptionGroup var authority: AuthorityPlace

  @Option(help: "Identifiant du contrat ; sans lui, la tête du journal global.")
  var contract: String?

  @Option(
    name: .shortAndLong,
    help: "Fichier où écrire la tête horodatée ; l’horodatage, à côté, en .tsr.",
    completion: .file())
  var output: String?

  func validate() throws {
    guard authority.text != nil else {
      throw ValidationError("--time-stamp-authority : une autorité est attendue.")
    }
  }

  func run() async throws {
    let agreement = try contract.map(agreementID)
    let database = try await place.open(keyFile: key.path(for: place))
    let operations = Operations(
      database: database, now: presentInstant, chance: { 0 }, authority: authority.authority)
    let standing: StampStanding?
    do {
      standing = try await operations.stamp(of: agreement)
      try await database.close()
    } catch let fault as StoreFault {
      complain(fault.sentence)
      throw ExitCode(2)
    }
    switch standing {
    case .stamped(let stamp)?:
      if let output {
        try orExplain {
          try Foundation.Data(stamp.checkpoint.utf8).write(to: URL(filePath: output))
          try Foundation.Data(stamp.reply).write(to: URL(filePath: output + ".tsr"))
        }
      }
      print("\(stamp.at.iso)  \(stamp.origin)  \(stamp.size)")
    case .waiting(let waiting)?:
      complain("L’autorité n’a pas répondu (\(waiting.fault)) : la demande attend.")
      throw ExitCode(1)
    case nil:
      complain("Ce contrat n’a pas d’entrée au registre.")
      throw ExitCode(1)
    }
  }
}
