import ArgumentParser
import ContractSource
import Foundation
import Maintenance

/// `diligence duties FILE`.
struct DutiesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract: "Liste les échéances des deux parties, jour par jour, avec l’article de chacune.",
    discussion: """
      Sans --from ni --to, l’année qui vient. Cinq ans au plus. Code de sortie : 2 quand le \
      fichier ne peut être lu ou a des erreurs.
      """)

  @Argument(help: "Le fichier du contrat.", completion: .file())
  var file: String

  @Option(help: "Premier jour, comme 2026-10-01 ; aujourd’hui sinon.")
  var from: String?

  @Option(help: "Dernier jour, comme 2027-09-30.")
  var to: String?

  @OptionGroup var rates: RatesFolder

  @Option(help: "Présentation du résultat.")
  var format = Format.text

  func run() throws {
    let rates = try rates.read()
    let contract = try ContractFile.sound(at: file, rates: rates).contract
    let today = contract.zone.day(at: presentInstant())
    let first = try day(from, "--from") ?? today
    let last = try day(to, "--to") ?? first.adding(months: 12) - 1
    guard first <= last, last - first <= DutyLedger.longestSpan else {
      throw ValidationError("--to : un jour de --from à cinq ans plus tard est attendu.")
    }
    let ledger = DutyLedger(Terms(contract, version: 1))
    let report = DutyReport(
      duties: ledger.duties(in: first...last), standing: ledger.standing,
      prices: RevisedPrices(contract, until: last, rates: rates.dated).lines,
      notice: contract.term.period(on: max(first, contract.term.start))?.notice)
    print(format == .json ? try report.json() : report.text)
  }

  private func day(_ text: String?, _ option: String) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(iso: text) else {
      throw ValidationError("\(option) : « \(text) » n’est pas un jour comme 2026-10-01.")
    }
    return day
  }
}

/// The ledger of a contract's file, as the command prints it.
struct DutyReport {
  let duties: [Duty]
  let standing: [StandingDuty]
  let prices: [String]
  let notice: NoticeDeadline?

  var text: String {
    let dated = duties.map { duty in
      let opens = duty.opens.flatMap { $0 == duty.due ? nil : " (dès le \($0.iso))" } ?? ""
      return "\(duty.due.iso)  \(duty.french) — \(duty.bearer.french), "
        + "\(place(duty.clause, duty.number))\(opens)"
    }
    let always = standing.map {
      "à chaque fois, sous \($0.delay.french)  \($0.text) — \($0.bearer.french), "
        + place($0.clause, $0.number)
    }
    let why = notice.map { ["préavis : \($0.french)"] } ?? []
    return (dated.isEmpty ? ["Aucune échéance ces jours-là."] : dated + always + prices + why)
      .joined(separator: "\n")
  }

  private func place(_ clause: String, _ number: String) -> String {
    number.isEmpty ? clause : "art. \(number)"
  }

  func json() throws -> String {
    try printedJSON(
      Record(duties: duties.map(DutyRecord.init), standing: standing.map(StandingRecord.init)))
  }

  private struct Record: Encodable {
    var duties: [DutyRecord]
    var standing: [StandingRecord]
  }

  private struct DutyRecord: Encodable {
    var key: String
    var due: String
    var opens: String?
    var kind: String
    var item: String
    var bearer: String
    var clause: String
    var number: String

    init(_ duty: Duty) {
      key = duty.key.text
      due = duty.due.iso
      opens = duty.opens?.iso
      kind = duty.kind.rawValue
      item = duty.item
      bearer = duty.bearer.rawValue
      clause = duty.clause
      number = duty.number
    }
  }

  private struct StandingRecord: Encodable {
    var text: String
    var delay: String
    var bearer: String
    var clause: String
    var number: String

    init(_ duty: StandingDuty) {
      text = duty.text
      delay = duty.delay.french
      bearer = duty.bearer.rawValue
      clause = duty.clause
      number = duty.number
    }
  }
}
