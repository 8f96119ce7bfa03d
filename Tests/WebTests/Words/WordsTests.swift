import ContractSource
import Maintenance
import Store
import Testing

@testable import Web

struct WordsTests {
  @Test(arguments: ["fr", "en"])
  func `every value that a page names has a word`(_ code: String) {
    let words = Words.of(code)
    #expect(missing(words.tickets.stages) == [])
    #expect(missing(words.tickets.natures) == [])
    #expect(missing(words.tickets.channels) == [])
    #expect(missing(words.tickets.causes) == [])
    #expect(missing(words.clocks.milestones) == [])
    #expect(missing(words.clocks.standings) == [])
    #expect(missing(words.clocks.pauses) == [])
    #expect(missing(words.clocks.bindings) == [])
    #expect(missing(words.coverage.decisions) == [])
    #expect(missing(words.contracts.standings) == [])
    #expect(missing(words.contracts.severities) == [])
    #expect(missing(words.duties.bearers) == [])
    #expect(missing(words.duties.standings) == [])
    #expect(missing(words.duties.refusals) == [])
  }

  @Test func `both languages tell the same facts`() {
    #expect(Set(Words.french.tickets.facts.keys) == Set(Words.english.tickets.facts.keys))
  }

  @Test func `French is set as French print is`() {
    let texts = texts(of: Words.french)
    #expect(texts.count > 150)
    let marks = [" :", " ;", " !", " ?", " %", " €", " »", "« ", "'", "...", "\""]
    #expect(texts.filter { text in marks.contains { text.contains($0) } } == [])
  }

  @Test func `a count that is not whole says how far it came`() {
    let list = Words.french.list
    #expect(list.count(TicketCount(0)) == "Aucun ticket")
    #expect(list.count(TicketCount(0, isWhole: false)) == "Aucun ticket trouvé jusqu’ici")
    #expect(list.count(TicketCount(1, isWhole: false)) == "Au moins 1 ticket")
    let most = TicketCount(TicketCount.most, isWhole: false)
    #expect(list.count(most) == "Plus de 1\u{202F}000 tickets")
  }

  private func missing<Value: CaseIterable & Hashable>(_ words: [Value: String]) -> [Value] {
    Value.allCases.filter { words[$0, default: ""].isEmpty }
  }

  /// Every plain text in a catalogue, however deep.
  private func texts(of value: Any) -> [String] {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.flatMap { texts(of: $0.value) }
  }
}
