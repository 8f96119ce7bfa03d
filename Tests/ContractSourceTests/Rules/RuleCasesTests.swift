import Testing

@testable import ContractSource

struct RuleCasesTests {
  @Test(arguments: try CaseFile.all().flatMap(\.cases))
  func `a rule finds what its file marks, at that place, and nothing else`(_ rule: RuleCase) throws
  {
    let text = try rule.text()
    text.expectMarks()
    let speaks = text.marks.contains { $0.rule == rule.rule }
    #expect(speaks == rule.isFaulty, "a faulty text is marked, a mended one is not")
    if !rule.isFaulty {
      #expect(text.marks.allSatisfy { $0.severity == .note }, "a mended text keeps only notes")
    }
  }

  @Test(arguments: ["complet"])
  func `a base has nothing to find`(_ base: String) throws {
    MarkedText(try BaseText(base).lines.joined(separator: "\n")).expectMarks()
  }

  @Test func `every rule has its file, and every file its rule`() throws {
    let files = try CaseFile.all().map(\.id)
    let faults = try RepositoryFiles.text("docs/contract-format.md").matches(of: /`(FMT-[0-9]+)`/)
      .map { String($0.1) }
    #expect(Set(faults).count == 16)
    #expect(Set(Catalogue.rules.map(\.id) + faults).symmetricDifference(files).sorted() == [])
  }
}
