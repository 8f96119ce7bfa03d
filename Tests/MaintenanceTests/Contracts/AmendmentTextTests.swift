import Maintenance
import Testing

struct AmendmentTextTests {
  private func terms(_ version: Int, _ vary: (inout Contract) -> Void = { _ in }) -> Terms {
    var contract = SampleContract.contract
    contract.price.travel = Travel()
    vary(&contract)
    return Terms(contract, version: version)
  }

  private func amendment(_ vary: (inout Contract) -> Void) -> LegalText? {
    LegalText(amending: terms(1), into: terms(2, vary))
  }

  @Test func `a clause that changes is written again under both its numbers`() throws {
    let text = try #require(
      amendment { $0.serviceLevels.levels[0].delays[.resolution] = Delay(2, .hours) })
    let replaced = try #require(text.articles.first { $0.id == "remplacees" })
    #expect(replaced.clauses.count == 1)
    let words = "\(replaced.clauses[0].blocks)"
    #expect(words.contains("est remplacée par la suivante"))
    #expect(words.contains("2\u{A0}heures"))
    #expect(!text.articles.contains { $0.id == "ajoutees" || $0.id == "supprimees" })
    #expect(text.articles.map(\.number) == Array(1...text.articles.count))
  }

  @Test func `a clause whose number alone moves is not replaced`() throws {
    // Without travel every later clause of the price takes another number.
    let text = try #require(amendment { $0.price.travel = nil })
    #expect(!text.articles.contains { $0.id == "remplacees" })
    let removed = try #require(text.articles.first { $0.id == "supprimees" })
    #expect(removed.clauses.count == 1)
  }

  @Test func `what an amendment adds stands whole, and its commitments are told`() throws {
    let text = try #require(
      amendment { contract in
        contract.serviceLevels.reopening = Delay(8, .hours)
        var amendment = Amendment()
        amendment.number = 3
        amendment.effective = day("2027-01-01")
        contract.amendment = amendment
      })
    let added = try #require(text.articles.first { $0.id == "ajoutees" })
    #expect(added.clauses.count == 1)
    #expect("\(text.articles[0])".contains("avenant n°\u{A0}3"))
    #expect("\(text.articles.last as Any)".contains("1er\u{A0}janvier\u{A0}2027"))
    #expect("\(text.annexes[0])".contains("Réouverture"))
  }

  @Test func `equal texts have no amendment`() {
    #expect(amendment { _ in } == nil)
  }
}
