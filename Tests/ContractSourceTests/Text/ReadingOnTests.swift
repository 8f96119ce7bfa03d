import Testing

@testable import ContractSource

/// After a fault of YAML's syntax, the chapters below it are read all the same.
struct ReadingOnTests {
  private func findings(_ text: String) -> [Finding] {
    read(Array(text.utf8), named: "x").findings
  }

  @Test(arguments: [
    "  tva: [20 %", "  tva: \"20 %", "\ttva: 20 %", "  tva: 20 %\n   devise: EUR", "  tva: a: b",
    "  - tva\n  devise: EUR", "  tva: @", "  tva: { a: b", "  tva: 'x",
  ])
  func `a fault in one chapter hides none of the next one's`(_ fault: String) {
    let found = findings(
      "format: diligence/contrat/1\nreference: R\nprix:\n\(fault)\nduree:\n  efet: 2026-10-01\n")
    #expect(found.contains { $0.rule == "FMT-04" && (3...5).contains($0.position.line) })
    let unknown = found.first { $0.path == "duree.efet" }
    #expect(unknown?.position.column == 3)
    #expect(unknown.map { $0.excerpt?.text } == "  efet: 2026-10-01")
  }

  @Test func `what a broken chapter may hold is not called missing`() {
    let found = findings("format: diligence/contrat/1\nprix:\n  tva: [20 %\nduree:\n  effet: x\n")
    #expect(found.contains { $0.path == "duree.effet" })
    #expect(!found.contains { $0.path.hasPrefix("prix") })
    #expect(found.contains { $0.path == "reference" })
  }

  @Test func `several faults are told in one run, each with its line`() {
    let text = "prix:\n\ttva: 1\nduree: [1\nlitiges:\n  droit: \"x\nsignature:\n\tlieu: L\n"
    let lines = findings(text).filter { $0.rule == "FMT-04" }.map(\.position.line)
    #expect(lines == [2, 4, 5, 7])
  }

  @Test func `a file with faults only is read within its bounds`() {
    let text = String(repeating: "prix: @\n", count: 50_000)
    let found = findings(text).filter { $0.rule == "FMT-04" }
    #expect(found.count == Composer.maximumRestarts + 1)
  }

  @Test func `no chapter is taken from a second document`() {
    let found = findings("prix: [1\n---\nduree: { efet: 1 }\n")
    #expect(!found.contains { $0.path.hasPrefix("duree.efet") })
  }

  @Test func `such a text is no contract`() {
    let reading = read(Array("prix: [1\nduree:\n  effet: 2026-10-01\n".utf8), named: "x")
    #expect(!reading.isReadable)
    #expect(FindingReport(reading).exitCode == 2)
    #expect(FindingReport(reading).summary.contains("illisible en partie"))
  }
}
