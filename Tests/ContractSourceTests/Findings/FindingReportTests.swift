import ContractSource
import Foundation
import Testing

struct FindingReportTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  private func report(ofRules prefixes: [String]) throws -> FindingReport {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "broken.yaml")))
    var reading = read(bytes, named: "broken.yaml")
    reading.findings.removeAll { finding in !prefixes.contains { finding.rule.hasPrefix($0) } }
    return FindingReport(reading)
  }

  private func golden(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test func `a person reads place, line, ground and help`() throws {
    #expect(try report(ofRules: ["FMT", "PAR"]).text + "\n" == golden("broken.txt"))
  }

  @Test func `a program reads the same under stable keys`() throws {
    #expect(try report(ofRules: ["FMT"]).json() + "\n" == golden("broken.json"))
  }

  @Test func `the exit code tells clean, wrong and unreadable apart`() throws {
    #expect(FindingReport(MarkedText(sampleContract).reading).exitCode == 0)
    let warned = try ContractCase(("mode: virement", "mode: especes")).text().reading
    #expect(FindingReport(warned).exitCode == 0)
    #expect(FindingReport(warned).summary.hasSuffix("1 avertissement"))
    #expect(try report(ofRules: ["FMT"]).exitCode == 1)
    #expect(FindingReport(read([], named: "vide")).exitCode == 2)
  }

  @Test func `a text from the file cannot steer the terminal`() {
    let reading = read(Array("reference: \"\\e[31m\u{202E}rouge\"\n".utf8), named: "t")
    #expect(!FindingReport(reading).text.contains("\u{1B}"))
    #expect(!FindingReport(reading).text.contains("\u{202E}"))
  }
}
