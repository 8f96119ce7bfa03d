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
  init(folder: URL) async throws {
    guard let bytes = FileManager.default.contents(atPath: Self.example) else {
      throw BenchFault("\(Self.example) cannot be read")
    }
    let bare = folder.appending(path: "bare-press")
    try FileManager.default.createDirectory(at: bare, withIntermediateDirectories: true)
    try Data(Self.worker.utf8).write(to: bare.appending(path: "worker.py"))
    let press = await Press(project: ".")
    let typst = await Press(
      python: ".tools/python/bin/python", folder: bare.path, templates: "Press/templates",
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

  /// Answers as the press's worker does.
  private static let worker = """
    import base64, json, sys
    import typst
    job = json.load(sys.stdin)
    job["data"]["source_sha256"] = "0" * 64
    made = typst.compile(
        input=sys.argv[1] + "/" + job["template"], root=sys.argv[1], format="pdf",
        ignore_system_fonts=True, pdf_standards=["a-3a", "ua-1"], timestamp=job["timestamp"],
        sys_inputs={
            "data": json.dumps(job["data"]), "source": base64.b64decode(job["source"]).decode(),
        })
    json.dump({"pdf": base64.b64encode(made).decode(), "sha256": "", "pages": 1}, sys.stdout)
    """
}
