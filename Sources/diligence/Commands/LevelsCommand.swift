import ArgumentParser
import Foundation
import Maintenance
import Operations
import Store
import Web

/// `diligence levels CONTRACT`.
struct LevelsCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "levels",
    abstract: "Dit comment les délais promis ont été tenus pour les tickets reçus sur une période.",
    discussion: """
      Par priorité et par délai : tenus, excusés, dépassés, à risque, en cours ; chaque \
      dépassement avec son ticket et son article ; la disponibilité mesurée ; les pénalités par \
      la règle du contrat. Sans période, celle sur laquelle le contrat mesure. Code de sortie : \
      2 quand le contrat n’est pas connu.
      """)

  @OptionGroup var place: DatabasePlace

  @Argument(help: "Identifiant du contrat.")
  var contract: String

  @Option(help: "Un mois, comme 2026-11.")
  var month: String?

  @Option(help: "Premier jour, comme 2026-07-01.")
  var from: String?

  @Option(help: "Dernier jour, comme 2026-09-30.")
  var to: String?

  @Option(help: "Présentation du résultat.")
  var format = Format.text

  func run() async throws {
    guard let agreement = ID<Agreement>(contract) else {
      throw ValidationError("« \(contract) » n’est pas l’identifiant d’un contrat.")
    }
    let period = try period()
    let database = try await place.open()
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    do {
      let levels = try await operations.levels(of: agreement, over: period)
      try await database.close()
      print(
        format == .json
          ? String(decoding: try LevelsRecord.bytes(levels), as: UTF8.self)
          : LevelsStatement(levels).text)
    } catch Missing.agreement {
      try await database.close()
      complain("la base n’a pas de contrat \(contract).")
      throw ExitCode(2)
    } catch {
      try await database.close()
      throw error
    }
  }

  private func period() throws -> LevelPeriod {
    if let month {
      guard from == nil, to == nil else {
        throw ValidationError("--month ne va pas avec --from et --to.")
      }
      guard let read = Month(iso: month) else {
        throw ValidationError("--month : « \(month) » n’est pas un mois comme 2026-11.")
      }
      return .month(read)
    }
    guard from != nil || to != nil else { return .current }
    guard let period = LevelPeriod(from: try day(from, "--from"), to: try day(to, "--to")) else {
      throw ValidationError("--from précède --to, de cinq ans au plus.")
    }
    return period
  }

  private func day(_ text: String?, _ option: String) throws -> Day {
    guard let text else { throw ValidationError("\(option) manque.") }
    guard let day = Day(iso: text) else {
      throw ValidationError("\(option) : « \(text) » n’est pas un jour comme 2026-07-01.")
    }
    return day
  }
}
