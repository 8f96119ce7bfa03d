import ContractSource
import Documents
import Foundation
import Maintenance

/// From a contract's file to its PDF/A-3a and PDF/UA-1, beside a process that does nothing but call
/// Typst on the same template and values: no sandbox, no typography, no digest, no check of inputs.
struct ContractPrinting {
  private static let example = "examples/cabinet-rivoire.yaml"
  private static let rounds = 11

  let rows: [Table.Row]

  /// Reads the example and the press from the folder in which the program runs.
  init() async throws {
    guard let bytes = FileManager.default.contents(atPath: Self.example) else {
      throw BenchFault("\(Self.example) cannot be read")
    }
    let press = await Press(project: ".")
    let typst = await Press(
      python: ".tools/python/bin/python", folder: "Press/bare", templates: "Press/templates",
      confinement: .limitsOnly)
    let source = [UInt8](bytes)
    let clock = ContinuousClock()
    var pages = 0
    var delays: [Double] = []
    var floors: [Double] = []
    for round in 0...Self.rounds {
      let delay = try await clock.measure {
        let contract = read(source, named: Self.example).contract
        let text = LegalText(of: contract)
        pages = try await press.contractPDF(Self.document(contract, text, source)).pages
      }
      let contract = read(source, named: Self.example).contract
      let document = Self.document(contract, LegalText(of: contract), source)
      let floor = try await clock.measure { _ = try await typst.contractPDF(document) }
      // The first of each reads its files from the disk.
      guard round > 0 else { continue }
      delays.append(delay / .milliseconds(1))
      floors.append(floor / .milliseconds(1))
    }
    rows = [
      Table.Row(
        "contract of \(pages) pages, from its file to PDF/A-3a", "ms", subject: delays.median,
        floor: floors.median, floorName: "a process that calls Typst")
    ]
  }

  private static func document(
    _ contract: Contract, _ text: LegalText, _ source: [UInt8]
  ) -> ContractDocument {
    ContractDocument(contract: contract, text: text, version: nil, source: source)
  }
}
