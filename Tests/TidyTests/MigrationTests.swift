import Testing

struct MigrationTests {
  @Test func `every migration is registered, in the order of its number`() throws {
    let names = Repository.swift.filter { !$0.isTest && $0.target == "Store" }
      .map(\.stem).filter(isMigration).sorted()
    let schema = try #require(Repository.swift.first { $0.name == "Schema.swift" })
    #expect(registered(in: schema) == names)
    #expect(Set(names.map { $0.prefix(5) }).count == names.count)
  }

  @Test func `a list of migrations is read in its order`() {
    let schema = SourceFile(path: "Sources/Store/Schema.swift", text: "[M0002B(), M0001A()]")
    #expect(registered(in: schema) == ["M0002B", "M0001A"])
  }

  private func isMigration(_ name: some StringProtocol) -> Bool {
    name.hasPrefix("M") && name.count > 5 && name.dropFirst().prefix(4).allSatisfy(\.isNumber)
  }

  private func registered(in schema: SourceFile) -> [String] {
    schema.text.split { !($0.isLetter || $0.isNumber) }.filter(isMigration).map(String.init)
  }
}
