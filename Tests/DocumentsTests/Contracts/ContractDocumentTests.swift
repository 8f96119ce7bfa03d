import Testing

@testable import Documents
@testable import Maintenance

struct ContractDocumentTests {
  @Test func `a contract is printed as a conforming PDF that carries its file`() async throws {
    let document = try await Project.press().contractPDF(SampleDocument.document())
    #expect(document.pages == 4)
    #expect(document.replacedCharacters == [])
    #expect(try await Project.findings(in: document.bytes) == "")
    let carried = try await Project.attachment(of: document)
    #expect(carried == String(decoding: SampleDocument.source, as: UTF8.self))
  }

  @Test func `the same version gives the same bytes, confined or not`() async throws {
    let document = SampleDocument.document()
    let first = try await Project.press().contractPDF(document)
    let second = try await Project.press().contractPDF(document)
    let unconfined = try await Project.press(confinement: .limitsOnly).contractPDF(document)
    #expect(first == second)
    #expect(first == unconfined)
    #expect(try await Project.press().contractPDF(SampleDocument.document(version: 2)) != first)
  }

  @Test func `articles keep their numbers, parties their mentions`() async throws {
    let document = try await Project.press().contractPDF(SampleDocument.document())
    let text = try await Project.text(of: document).filter { !$0.isWhitespace }
    for words in [
      "Article 7 Niveaux de service", "7.2 Le tribunal de Lyon", "Annexe 1 Inventaire",
      "à l’ouverture : 4 h pour P1 ; nul", "Fondement : C. civ., art. 1103", "1er janvier 2027",
      "SAS au capital de 20 000 €", "SIREN 999 123 458", "Claire Besson, présidente", "Version 1",
      "Fait à distance", "– réponse attendue", "1° Vigueur 2° Exclusion",
    ] {
      #expect(text.contains(words.filter { $0 != " " }), "\(words) is not in: \(text)")
    }
  }

  @Test func `text that is spaced already is left as it is`() async throws {
    let press = try await Project.press()
    let plain = SampleDocument.document(adding: "« Oui » : 12 000 € ; l'an !")
    let spaced = SampleDocument.document(
      adding: "«\u{a0}Oui\u{a0}»\u{a0}: 12\u{202f}000\u{a0}€\u{202f}; l’an\u{202f}!")
    #expect(try await press.contractPDF(plain) == press.contractPDF(spaced))
  }

  @Test func `a draft says on its pages that it binds nobody`() async throws {
    let document = try await Project.press().contractPDF(SampleDocument.document(version: nil))
    let text = try await Project.text(of: document)
    #expect(text.contains("Projet, sans effet"))
    #expect(!text.contains("Version"))
  }

  @Test func `data is never read as markup`() async throws {
    let words = "#read(\"/etc/passwd\") *x* $y$ <z> @w \\ `v` [u] // fin"
    let document = try await Project.press().contractPDF(SampleDocument.document(adding: words))
    let text = try await Project.text(of: document)
    #expect(text.contains(words), "\(text)")
    #expect(!text.contains("root:"))
  }

  @Test func `what no font has is replaced and told, what is invisible is dropped`() async throws {
    let words = "Bon\u{7}jour\u{202e} \u{1F600} \u{65E5}\u{672C}\r\ne\u{301}t\u{e9}\u{200d}."
    let document = try await Project.press().contractPDF(SampleDocument.document(adding: words))
    #expect(document.replacedCharacters == ["U+65E5", "U+672C", "U+1F600"])
    #expect(try await Project.findings(in: document.bytes) == "")
    let text = try await Project.text(of: document)
    #expect(text.contains("Bonjour □ □□"), "\(text)")
  }

  @Test func `a word that no line holds is broken, not lost beyond the margin`() async throws {
    let words = SampleDocument.endlessWord
    let document = try await Project.press().contractPDF(SampleDocument.document(adding: words))
    let text = try await Project.text(of: document).filter {
      !$0.isWhitespace && !"\u{200b}\u{ad}".contains($0)
    }
    #expect(text.contains(words), "\(text)")
    #expect(try await Project.findings(in: document.bytes) == "")
  }

  @Test func `the key of the register can be copied whole`() async throws {
    let key =
      "registre-de-vigie-informatique.example+3f2a91c0+" + String(repeating: "AQo9/Zb+", count: 5)
      + "kq=="
    let document = try await Project.press().contractPDF(SampleDocument.document(adding: key))
    let text = try await Project.text(of: document).filter { !$0.isWhitespace }
    #expect(text.contains(key), "\(text)")
  }

  @Test func `an empty contract is printed too, for drafts start so`() async throws {
    let empty = ContractDocument(
      contract: Contract(), text: LegalText(articles: [], annexes: []), version: nil, source: [])
    let document = try await Project.press().contractPDF(empty)
    #expect(try await Project.findings(in: document.bytes) == "")
  }

  @Test func `a source that is not UTF-8 is refused`() async throws {
    let press = try await Project.press()
    await #expect {
      try await press.contractPDF(SampleDocument.document(source: [0xFF, 0xFE]))
    } throws: { "\($0)".contains("UTF-8") }
  }
}
