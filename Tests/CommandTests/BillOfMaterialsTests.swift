import Foundation
import Testing

struct BillOfMaterialsTests {
  private struct Bill: Decodable {
    struct Component: Decodable {
      var name: String
      var version: String
      var purl: String
    }
    struct Edge: Decodable {
      var ref: String
      var dependsOn: [String]
    }
    var bomFormat: String
    var serialNumber: String
    var components: [Component]
    var dependencies: [Edge]
  }

  private struct Resolved: Decodable {
    struct Pin: Decodable {
      struct State: Decodable { var version: String? }
      var identity: String
      var state: State
    }
    var pins: [Pin]
  }

  private func made() throws -> Bill {
    let process = Process()
    process.executableURL = Command.root.appending(path: "bin/sbom")
    process.currentDirectoryURL = Command.root
    let said = Pipe()
    process.standardOutput = said
    try process.run()
    let output = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode(Bill.self, from: output)
  }

  @Test func `the bill names every package that is pinned, in its version, and leads nowhere else`()
    throws
  {
    let bill = try made()
    #expect(bill.bomFormat == "CycloneDX")
    #expect(try made().serialNumber == bill.serialNumber)
    let names = Set(bill.components.map(\.purl))
    #expect(names.count == bill.components.count)
    for edge in bill.dependencies {
      #expect(edge.ref == "diligence" || names.contains(edge.ref))
      #expect(edge.dependsOn.allSatisfy(names.contains))
    }
    // A thing that nothing leads to would be there for nothing.
    #expect(names.isSubset(of: Set(bill.dependencies.flatMap(\.dependsOn))))
    let pins = try JSONDecoder().decode(
      Resolved.self,
      from: Data(contentsOf: Command.root.appending(path: "Package.resolved"))
    ).pins
    let swift = bill.components.filter { $0.purl.hasPrefix("pkg:swift/") }
    for part in swift {
      let identity = part.purl.split(separator: "@")[0].split(separator: "/").last?.lowercased()
      #expect(pins.first { $0.identity == identity }?.state.version == part.version)
    }
    #expect(swift.contains { $0.name == "swift-crypto" })
    let wanted = try String(
      contentsOf: Command.root.appending(path: "Press/requirements.txt"), encoding: .utf8)
    for line in wanted.split(separator: "\n") where line.contains("==") && !line.hasPrefix("#") {
      let words = line.split(separator: " ")[0].components(separatedBy: "==")
      #expect(names.contains("pkg:pypi/\(words[0])@\(words[1])"))
    }
    #expect(bill.components.contains { $0.purl.hasPrefix("pkg:deb/debian/libpq-dev@15") })
  }
}
