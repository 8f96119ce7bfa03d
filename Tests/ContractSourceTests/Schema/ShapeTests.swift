import Testing

@testable import ContractSource

struct ShapeTests {
  @Test(arguments: RepositoryFiles.names)
  func `every key of an example has its place in the format`(_ name: String) throws {
    let log = FindingLog(source: SourceText(""))
    let root = try #require(
      Composer.compose(String(decoding: RepositoryFiles.bytes(name), as: UTF8.self), log: log))
    #expect(unknown(root, .group(.contract), path: "") == [])
  }

  private func unknown(_ node: Node, _ shape: Shape?, path: String) -> [String] {
    guard let shape else { return [path] }
    switch node.content {
    case .scalar, .refused: return []
    case .list(let items): return items.flatMap { unknown($0, shape.item, path: path + "[]") }
    case .map(let entries):
      return entries.flatMap { entry in
        unknown(entry.value, shape.group?.shape(of: entry.key), path: "\(path).\(entry.key)")
      }
    }
  }

  @Test func `a contract with every key, made of the examples of each syntax, is read`() {
    let log = FindingLog(source: SourceText(""))
    _ = judge(GroupShape.contract.sample, log: log)
    let faults = log.findings.filter { $0.rule.hasPrefix("FMT") }
    #expect(faults.map { "\($0.path): \($0.message)" } == [])
  }

  @Test func `chapters come in the order in which a contract is read`() {
    let names = GroupShape.contract.keys.map(\.name)
    #expect(names.first == "format")
    #expect(Array(names.drop { $0 != "parties" }.prefix(2)) == ["parties", "documents"])
  }

  @Test func `a key that may hold text or a group is seen as both`() throws {
    let support = try #require(GroupShape.contract.shape(of: "support")?.group)
    let hours = try #require(support.shape(of: "heures"))
    #expect(hours.choices.count == 2)
    #expect(hours.group?.free?.usual.contains("lundi_vendredi") == true)
  }
}
