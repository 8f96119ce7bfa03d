import ArgumentParser
import Maintenance
import Operations
import Store

/// What only the one who runs the server can do about accounts.
struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Donne un lien d’accès : qui a perdu son mot de passe en choisit un autre.")

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace

  @Argument(help: "Courriel du compte.")
  var email: String

  func run() async throws {
    let database = try await place.open(keyFile: key.path(for: place))
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    let link = try await operations.accessLink(for: email)
    try await database.close()
    guard let link else {
      complain("Aucun compte actif n’a l’adresse \(email).")
      throw ExitCode.failure
    }
    print("/acces/\(link.text)")
  }
}
