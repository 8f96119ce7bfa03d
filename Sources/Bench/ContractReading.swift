import ContractSource
import Foundation
import Yams

/// How many contracts are checked a second, beside the bare YAML tree of the same file.
struct ContractReading {
  private static let folder = "examples"
  private static let rounds = 7
  private static let readingsEach = 60

  let rows: [Table.Row]

  /// Reads the examples from the folder in which the program runs.
  init() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
      .filter { $0.hasSuffix(".yaml") }
    rows = try names.map { name in
      guard let bytes = FileManager.default.contents(atPath: "\(Self.folder)/\(name)") else {
        throw BenchFault("\(name) cannot be read")
      }
      return try Self.row([UInt8](bytes), name)
    }
  }

  /// The two take turns, so that what else the machine does weighs on both.
  private static func row(_ bytes: [UInt8], _ name: String) throws -> Table.Row {
    let text = String(decoding: bytes, as: UTF8.self)
    let clock = ContinuousClock()
    var checks: [Double] = []
    var trees: [Double] = []
    for _ in 0..<rounds {
      var isSound = true
      let check = clock.measure {
        for _ in 0..<readingsEach { isSound = isSound && read(bytes, named: name).isReadable }
      }
      let tree = try clock.measure {
        for _ in 0..<readingsEach { isSound = try isSound && compose(yaml: text) != nil }
      }
      guard isSound else { throw BenchFault("\(name) is no contract") }
      checks.append(Double(readingsEach) / (check / .seconds(1)))
      trees.append(Double(readingsEach) / (tree / .seconds(1)))
    }
    return Table.Row(
      "contracts checked: \(name)", "/s", subject: checks.median, floor: trees.median,
      floorName: "Yams.compose")
  }
}
