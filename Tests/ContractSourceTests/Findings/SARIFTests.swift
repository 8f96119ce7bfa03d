import Foundation
import TestSupport
import Testing

@testable import ContractSource

struct SARIFTests {
  @Test(arguments: [
    "", "format: [", "a: \"é\u{301}", "reference: R", "format: diligence/contrat/1\nprix: {tva: x}",
    "\u{1F469}\u{200D}\u{1F527}: @\nduree: {}\n",
  ])
  func `its schema accepts every report`(_ text: String) throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "diligence-sarif-\(UInt64.random(in: .min ... .max)).json")
    let report = FindingReport(read(Array(text.utf8), named: "/tmp/un é.yaml"))
    try report.sarif().write(to: file, atomically: true, encoding: .utf8)
    #expect(try Oracle("schemas.py").answers(to: ["sarif \(file.path)"]) == ["ok"])
    try FileManager.default.removeItem(at: file)
  }

  @Test func `a report names its rules, its places in scalars, and the file as an address`() throws
  {
    let text = "format: diligence/contrat/1\nreference: R\nintitule: T\nprix: {a\u{300}: 1, tv: 2}"
    let report = FindingReport(read(Array(text.utf8), named: "contrats/un é.yaml")).sarif()
    let log = try JSONDecoder().decode(Log.self, from: Data(report.utf8))
    let run = try #require(log.runs.first)
    let result = try #require(run.results.last { $0.ruleId == "FMT-09" })
    let place = try #require(result.locations.first?.physicalLocation)
    #expect(place.region.startLine == 4)
    // « à » written as two scalars counts as two.
    #expect(place.region.startColumn == 15)
    #expect(place.artifactLocation.uri == "contrats/un%20%C3%A9.yaml")
    #expect(result.level == "error")
    #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
  }

  private struct Log: Decodable {
    struct Run: Decodable {
      var tool: Tool
      var results: [Result]
    }
    struct Tool: Decodable {
      struct Driver: Decodable {
        struct Rule: Decodable { var id: String }
        var rules: [Rule]
      }
      var driver: Driver
    }
    struct Result: Decodable {
      struct Message: Decodable { var text: String }
      struct Location: Decodable {
        struct Physical: Decodable {
          struct Artifact: Decodable { var uri: String }
          struct Region: Decodable {
            var startLine: Int
            var startColumn: Int
          }
          var artifactLocation: Artifact
          var region: Region
        }
        var physicalLocation: Physical
      }
      var ruleId: String
      var ruleIndex: Int
      var level: String
      var message: Message
      var locations: [Location]
    }
    var runs: [Run]
  }
}
