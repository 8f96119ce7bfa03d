import Testing

@testable import Maintenance

struct DefinedTermsTests {
  @Test func `a term is defined when, and only when, the text uses it`() {
    for contract in ContractVariants.all {
      let text = LegalText(of: contract)
      let defined = text.definedTerms
      for definition in contract.definitions {
        let isDefined = defined.contains(definition.term)
        let others = text.bodyStrings.filter { !$0.hasPrefix(definition.term + "\u{A0}:") }
        let isUsed = definition.isUsed(in: others.joined(separator: "\n"))
        #expect(isUsed == isDefined, "\(definition.term)")
      }
      #expect(defined.allSatisfy { term in contract.definitions.contains { $0.term == term } })
    }
  }

  @Test func `definitions stand in the order of the alphabet`() {
    let terms = FullContract.contract.definitions.map { $0.term.lowercased() }
    let plain = terms.map { $0.replacing("é", with: "e") }
    #expect(plain == plain.sorted())
  }

  @Test func `a word with a capital inside a sentence is a defined term or a name`() {
    let known: Set = [
      "Contrat", "Partie", "Parties", "Client", "Prestataire", "Union", "Grenoble", "Paris",
      "Lyon", "Syntec", "Fédération", "Rhône", "Assurances", "Annecy", "Banque", "Jeanne",
      "Morel",
    ]
    for contract in ContractVariants.all {
      let text = LegalText(of: contract)
      let terms = Set(text.definedTerms.flatMap { $0.split(separator: " ").map(String.init) })
      let all = known.union(terms).union(terms.map { $0 + "s" })
      for article in text.articles where article.id != "parties" {
        for string in article.clauses.flatMap(\.strings) {
          for word in capitals(inside: string) where !isShouted(word) {
            #expect(all.contains(word), "«\(word)» in «\(string)»")
          }
        }
      }
    }
  }

  /// TVA, SIRET, P1: letters of an abbreviation, not a term.
  private func isShouted(_ word: String) -> Bool { word.count < 2 || word == word.uppercased() }

  /// Words whose first letter is a capital after a letter in lower case or a comma, and a space.
  private func capitals(inside text: String) -> [String] {
    let words = text.split { $0.isWhitespace }
    return zip(words, words.dropFirst()).compactMap { before, word in
      guard let end = before.last, end.isLowercase || end == ",", word.first?.isUppercase == true
      else { return nil }
      return String(word.prefix { $0.isLetter })
    }
  }
}

extension LegalText {
  /// Without titles, and without the laws that stand under an article.
  fileprivate var bodyStrings: [String] {
    articles.flatMap(\.clauses).flatMap(\.strings) + annexes.flatMap(\.blocks).flatMap(\.strings)
  }

  /// As the definitions print them.
  fileprivate var definedTerms: [String] {
    (clause("definitions.termes")?.strings ?? []).dropFirst().compactMap { line in
      line.firstRange(of: "\u{A0}:").map { String(line[..<$0.lowerBound]) }
    }
  }
}
