import Testing

@testable import Maintenance

struct CrossReferenceTests {
  @Test func `references follow when an article of the parties moves the numbers`() throws {
    let before = LegalText(of: FullContract.contract)
    var contract = FullContract.contract
    var own = OwnArticle()
    own.id = "gouvernance"
    own.title = "Gouvernance"
    own.text = "Les Parties se parlent."
    own.after = "objet"
    contract.ownArticles.append(own)
    let after = LegalText(of: contract)
    let penalties = "niveaux_de_service.penalites"
    let number = try #require(before.article(containing: "responsabilite")?.number)
    #expect(after.article(containing: "responsabilite")?.number == number + 1)
    #expect(before.words(of: penalties).contains("l’article\u{A0}\(number)."))
    #expect(after.words(of: penalties).contains("l’article\u{A0}\(number + 1)."))
  }

  @Test func `every number that the text cites is there`() {
    for contract in ContractVariants.all {
      let text = LegalText(of: contract)
      let clauses = Set(text.articles.flatMap(\.clauses).map(\.number))
      let own = text.articles.flatMap(\.clauses).flatMap(\.strings)
      for string in own + text.annexes.flatMap(\.blocks).flatMap(\.strings) {
        for cited in string.matches(of: #/clause\u{A0}(\d+\.\d+)/#) {
          #expect(clauses.contains(String(cited.1)), "\(string)")
        }
        for cited in string.matches(of: #/annexe\u{A0}(\d+)/#) {
          #expect(Int(cited.1).map { $0 <= text.annexes.count } == true, "\(string)")
        }
      }
    }
  }
}
