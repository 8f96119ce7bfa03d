import ArgumentParser
import Foundation
import Maintenance

/// `diligence diff A B`.
struct DiffCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare deux textes d’un contrat, engagement par engagement.",
    discussion: """
      Code de sortie : 0 si rien ne change, 1 si des engagements changent, 2 quand un fichier ne \
      peut être lu ou a des erreurs.
      """)

  @Argument(help: "Le texte d’avant.", completion: .file())
  var before: String

  @Argument(help: "Le texte d’après.", completion: .file())
  var after: String

  @Option(help: "Présentation du résultat.")
  var format = Format.text

  func run() throws {
    let old = Terms(try ContractFile.sound(at: before).contract, version: 1)
    let new = Terms(try ContractFile.sound(at: after).contract, version: 2)
    let report = ChangeReport(from: old, to: new)
    print(format == .json ? try report.json() : report.text)
    throw ExitCode(report.changes.isEmpty ? 0 : 1)
  }
}

/// What changes between two texts, as the command prints it.
struct ChangeReport {
  let changes: [CommitmentChange]
  private let effective: Day

  init(from old: Terms, to new: Terms) {
    changes = CommitmentChange.between(old, new)
    effective = new.contract.effectiveDay
  }

  var text: String {
    guard !changes.isEmpty else { return "Aucun engagement ne change." }
    let lines = changes.map { change in
      let places = [change.numberBefore, change.numberAfter].map { $0 ?? "–" }
      let place = places[0] == places[1] ? places[0] : places.joined(separator: " → ")
      let favour = change.favour.map { " (en faveur du \($0.rawValue))" } ?? ""
      return "art. \(place)  \(change.french)\(favour)"
    }
    let count =
      changes.count == 1 ? "Un engagement change" : "\(changes.count) engagements changent"
    return "\(count), à compter du \(effective.french) :\n" + lines.joined(separator: "\n")
  }

  func json() throws -> String {
    try printedJSON(Record(effective: effective.iso, changes: changes.map(ChangeRecord.init)))
  }

  private struct Record: Encodable {
    var effective: String
    var changes: [ChangeRecord]
  }

  private struct ChangeRecord: Encodable {
    var key: String
    var label: String
    var before: String?
    var after: String?
    var clauseBefore: String?
    var clauseAfter: String?
    var favours: String?

    init(_ change: CommitmentChange) {
      key = (change.after ?? change.before)?.key ?? ""
      label = change.label
      before = change.before?.value
      after = change.after?.value
      clauseBefore = change.numberBefore
      clauseAfter = change.numberAfter
      favours = change.favour == .client ? "client" : change.favour.map { _ in "provider" }
    }
  }
}
