import ContractSource
import Documents
import Foundation
import Maintenance
import Operations
import Store

/// A month's run of many contracts from end to end, with the share of each stage, and one invoice
/// beside a process that does nothing but call Typst on the same template and values.
struct InvoicingRates {
  let rows: [Table.Row]
  let notes: [String]

  static let contracts = 500
  private static let rounds = 11

  /// Makes its own database in a folder that is there.
  init(folder: URL, contracts: Int = contracts) async throws {
    let database = try await Database.open(
      .sqlite(path: folder.appending(path: "invoices.sqlite").path))
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    try await Self.fill(operations, contracts)
    let press = InvoicePress(await Press(project: "."))
    let clock = ContinuousClock()
    let listed = try await clock.measure { _ = try await operations.unbilled() }
    let actor = Actor(side: .provider, name: "Claire Besson")
    let run = try await operations.startBillingRun(by: actor)
    let whole = try await clock.measure {
      while try await operations.workOnBillingRun(press: press) {}
    }
    let reading = try await operations.billingRun(run)
    let issued = reading.counts[.issued, default: 0]
    guard issued > 0, reading.refused.isEmpty, reading.failed.isEmpty else {
      throw BenchFault("the run issued \(issued) and refused \(reading.refused.count)")
    }
    let seconds = whole / .seconds(1)
    let spent = await press.spent
    var stages = ["list and price": listed / .milliseconds(1)]
    for (stage, milliseconds) in spent { stages[stage] = milliseconds }
    stages["compose and store"] =
      whole / .milliseconds(1) - stages.values.reduce(0, +)
    notes = [
      "run of \(contracts) contracts, \(issued) months billed in \(Int(seconds)) s: "
        + stages.sorted { $0.value > $1.value }.map { stage, milliseconds in
          "\(stage) \(Int(milliseconds * 100 / (whole / .milliseconds(1)))) %"
        }.joined(separator: ", ")
    ]
    let document = try await Self.document(operations, press)
    rows = [
      Table.Row(
        "months billed in a run", "/s", subject: Double(issued) / seconds,
        floor: 1000 / document.floor, floorName: "a process that calls Typst, for each"),
      Table.Row(
        "invoice made, judged and printed, warm", "ms", subject: document.subject,
        floor: document.floor, floorName: "a process that calls Typst"),
    ]
    try await database.close()
  }

  /// Each month is billed at the same day, with two lines of fees and a pack in the first.
  private static func fill(_ operations: Operations, _ contracts: Int) async throws {
    guard let example = FileManager.default.contents(atPath: "examples/atelier-lumen.yaml") else {
      throw BenchFault("examples/atelier-lumen.yaml is not there: start from the project's folder")
    }
    let text = String(decoding: example, as: UTF8.self)
    guard let known = text.firstMatch(of: #/reference: *([^\n]+)/#)?.1 else {
      throw BenchFault("the example has no reference")
    }
    let actor = Actor(side: .provider, name: "Claire Besson")
    for number in 1...contracts {
      let own = text.replacing("reference: \(known)", with: "reference: \(known)-\(number)")
      guard
        case .kept(let agreement, _) = try await operations.receive(
          text: Array(own.utf8), by: actor)
      else { throw BenchFault("the example contract has errors") }
      try await operations.recordBothSignatures(agreement, by: actor)
    }
  }

  private static func document(
    _ operations: Operations, _ press: InvoicePress
  ) async throws -> (subject: Double, floor: Double) {
    let line = try await operations.invoices(InvoiceFilter(), before: nil, limit: 1).lines[0]
    let invoice = try await operations.invoice(line.id).invoice
    let xml = try await operations.file(of: line.id, .xml).bytes
    let typst = await Press(
      python: ".tools/python/bin/python", folder: "Press/bare", templates: "Press/templates",
      confinement: .limitsOnly)
    let clock = ContinuousClock()
    var (subjects, floors): ([Double], [Double]) = ([], [])
    for round in 0...rounds {
      let subject = try await clock.measure { _ = try await press.documents(of: invoice.content) }
      let floor = try await clock.measure {
        _ = try await typst.invoicePage(invoice.content, carrying: xml)
      }
      guard round > 0 else { continue }
      subjects.append(subject / .milliseconds(1))
      floors.append(floor / .milliseconds(1))
    }
    return (subjects.median, floors.median)
  }
}
