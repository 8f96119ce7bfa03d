import Testing

@testable import Maintenance

struct RegisterKeyTests {
  private let key = "registre.example+3f2a91c0+AQo9Zb/kq4F2c+vM0w"

  @Test func `the key of the register is printed in the agreement on evidence`() throws {
    let bare = LegalText(of: FullContract.contract)
    let text = LegalText(of: FullContract.contract, registerKey: key)
    let clause = try #require(text.clause("preuve.registre"))
    #expect(clause.strings.last?.hasSuffix(key) == true)
    #expect(!bare.strings.contains { $0.contains(key) })
    #expect(
      bare.articles.flatMap(\.clauses).map(\.number)
        == text.articles.flatMap(\.clauses).map(\.number))
  }
}
