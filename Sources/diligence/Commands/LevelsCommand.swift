import ArgumentParser
import Foundation
import Maintenance
import Operations
import Store

/// `diligence levels CONTRACT`.
struct LevelsCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "levels",
    abstract: "Dit comment les délais promis ont été tenus pour les tickets reçus un mois.",
    discussion: """
      Par priorité et par délai : tenus, excusés, dépassés, à risque, en cours ; chaque \
      dépassement avec son ticket et son article ; les pénalités par la règle du contrat. \
      Code de sortie : 2 quand le contrat n’est pas connu.
      """)

  @OptionGroup var place: DatabasePlace

  @Argument(help: "Identifiant du contrat.")
  var contract: String

  @Option(help: "Le mois, comme 2026-11 ; le mois en cours sinon.")
  var month: String?

  @Option(help: "Présentation du résultat.")
  var format = Format.text

  func run() async throws {
    guard let agreement = ID<Agreement>(contract) else {
      throw ValidationError("« \(contract) » n’est pas l’identifiant d’un contrat.")
    }
    let month = try month.map { text in
      guard let month = Month(iso: text) else {
        throw ValidationError("--month : « \(text) » n’est pas un mois comme 2026-11.")
      }
      return month
    }
    let database = try await place.open()
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    do {
      let levels = try await operations.monthLevels(of: agreement, month: month)
      try await database.close()
      let statement = LevelsStatement(levels)
      print(format == .json ? try printedJSON(statement) : statement.text)
    } catch Missing.agreement {
      try await database.close()
      complain("la base n’a pas de contrat \(contract).")
      throw ExitCode(2)
    } catch {
      try await database.close()
      throw error
    }
  }
}
