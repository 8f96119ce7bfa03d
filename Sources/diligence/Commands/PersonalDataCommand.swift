import ArgumentParser
import Foundation
import Maintenance
import Operations
import Store

/// `diligence personal-data EMAIL`.
struct PersonalDataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "personal-data",
    abstract: "Écrit en JSON tout ce qui est gardé d’une personne (RGPD, article 15).")

  @OptionGroup var place: DatabasePlace

  @Argument(help: "Courriel du compte.")
  var email: String

  func run() async throws {
    let database = try await place.open()
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    let found = try await operations.accounts().first { $0.email == email.lowercased() }
    guard let found else {
      try await database.close()
      complain("Aucun compte n’a l’adresse \(email).")
      throw ExitCode.failure
    }
    let bytes = try await operations.personalData(of: found.id)
    try await operations.noteRead(
      .personalData, of: "account \(found.id.text)", under: nil, by: nil, named: .system)
    try await database.close()
    FileHandle.standardOutput.write(Foundation.Data(bytes + [UInt8(ascii: "\n")]))
  }
}
