import ArgumentParser
import Maintenance
import Operations
import Store

/// What only the one who runs the server can do about accounts.
struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Donne un lien d’accès : qui a perdu son mot de passe en choisit un autre.",
    discussion: "Le service arrêté, pour une base SQLite : un seul processus à la fois.")

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace

  @Argument(help: "Courriel du compte.")
  var email: String

  @Flag(
    name: .customLong("reset-second-factor"),
    help: "Retire aussi son second facteur, et l’inscrit : téléphone et codes de secours perdus.")
  var resetsSecondFactor = false

  func run() async throws {
    let database = try await place.open(keyFile: key.path(for: place))
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    let account = try await operations.accounts().first { $0.email == email.lowercased() }
    if resetsSecondFactor, let account, account.hasSecondFactor {
      _ = try await operations.resetSecondFactor(of: account.id, by: .system)
    }
    let link = try await operations.accessLink(for: email)
    try await database.close()
    guard let link else {
      complain("Aucun compte actif n’a l’adresse \(email).")
      throw ExitCode.failure
    }
    print("/acces/\(link.text)")
  }
}
