import ContractSource
import Testing

struct FormatFaultTests {
  @Test func `all the faults of a file are told in one run`() throws {
    try ContractCase(
      ("capital: 12000", "capital: ⟦FMT-11⟧douze mille"),
      ("effet: 2026-10-01", "effet: ⟦FMT-13⟧2026-02-29"),
      ("mode: virement", "mode: ⟦FMT-12⟧virment"), ("apres_fin: 3 ans", "⟦FMT-09⟧apres: 3 ans")
    ).text().expectMarks()
  }

  @Test func `columns count characters, whatever they are made of`() throws {
    try ContractCase(
      ("{ voie: 9 rue du Four,", "{ voie: 9 rue de l'E\u{301}te\u{301} 🧯👩‍🔧, ⟦FMT-09⟧etage: 2,")
    ).text().expectMarks()
  }

  @Test(arguments: [
    ("mode: virement", "mode: virment", "virement"),
    ("    forme: SARL", "    frome: SARL", "forme"),
    ("sur: postes }", "sur: poste }", "postes"),
  ])
  func `what was probably meant is named`(from: String, to: String, meant: String) throws {
    let findings = try ContractCase((from, to)).text().reading.findings
    #expect(findings.count == 1)
    #expect(findings.first?.help?.contains("« \(meant) »".replacing(" ", with: "\u{A0}")) == true)
  }

  @Test func `a text cut by a comma is told from a key`() throws {
    let text = try ContractCase(
      ("texte: Fournitures de bureau", "texte: Encres, ⟦FMT-09⟧papiers et piles")
    ).text()
    text.expectMarks()
    #expect(text.reading.findings.first?.help?.contains("guillemets") == true)
  }

  @Test func `a repeated key names its first place`() throws {
    let findings = try ContractCase(("  mode: virement", "  mode: virement\n  mode: carte")).text()
      .reading.findings
    let line = sampleContract.split(separator: "\n").firstIndex { $0 == "  mode: virement" }
    #expect(findings.first?.message.contains("ligne \(try #require(line) + 1), colonne 3") == true)
  }
}
