import Maintenance
import Testing

struct SearchWordsTests {
  @Test(arguments: [
    ("Réseau coupé à l’étage", "reseau coupe a l etage"), ("ŒUVRE d'art", "oeuvre d art"),
    ("e\u{301}te\u{301}", "ete"), ("  --  ", ""), ("P1/P2 n°12", "p1 p2 n 12"),
    ("Ça fâche NAÏF", "ca fache naif"), ("Ωmega 漢字 🙂 fin", "ωmega 漢字 fin"),
  ])
  func `words are folded as people look for them`(_ text: String, _ folded: String) {
    #expect(SearchWords(text).text == folded)
  }

  @Test func `what is added later is a word of its own, and texts are kept up to a bound`() {
    var words = SearchWords("un")
    words.add("deux")
    #expect(words.text == "un deux")
    words.add(String(repeating: "é", count: 30_000))
    words.add("trop")
    #expect(words.text.unicodeScalars.count <= 20_010)
    #expect(!words.text.contains("trop"))
  }

  @Test func `a search asks for eight words at most`() {
    #expect(SearchWords("a b c d e f g h i j").asked.count == 8)
    #expect(SearchWords(String(repeating: "x", count: 99)).asked.first?.count == 40)
  }
}
