import ContractSource
import Testing

@testable import Maintenance

/// The legal text of every contract that the project shows.
struct ExampleTextsTests {
  @Test(arguments: RepositoryFiles.names)
  func `its text uses each term that it defines, and defines each that it uses`(
    _ name: String
  ) throws {
    let contract = read(try RepositoryFiles.bytes(name), named: name).contract
    let text = LegalText(of: contract)
    let lines = text.clause("definitions.termes")?.blocks.flatMap(strings) ?? []
    let all = text.articles.flatMap(\.clauses).flatMap(\.blocks).flatMap(strings)
    let annexes = text.annexes.flatMap(\.blocks).flatMap(strings)
    for definition in contract.definitions {
      let own = definition.term + "\u{A0}:"
      let isUsed = definition.isUsed(
        in: (all + annexes).filter { !$0.hasPrefix(own) }.joined(separator: "\n"))
      #expect(lines.contains { $0.hasPrefix(own) } == isUsed, "\(definition.term)")
    }
    #expect(LegalComposition(contract).unresolved == [])
  }

  private func strings(_ block: Clause.Block) -> [String] {
    switch block {
    case .text(let text), .framed(let text): [text]
    case .items(let items): items
    case .table(let rows): Array(rows.joined())
    }
  }
}
