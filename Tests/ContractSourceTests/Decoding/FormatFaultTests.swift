import ContractSource
import Testing

struct FormatFaultTests {
  /// Each fault at its exact place, and with no other.
  static let cases = [
    ContractCase(("    forme: SARL", "    forme: SARL\n    ⟦FMT-09⟧effectifs: 3")),
    ContractCase(("    forme: SARL", "    forme: SARL\n    ⟦FMT-08⟧forme: SAS")),
    ContractCase(("capital: 12000", "capital: ⟦FMT-11⟧12 000")),
    ContractCase(("capital: 12000", "capital: ⟦FMT-11⟧99999999999999999999")),
    ContractCase(("effet: 2026-10-01", "effet: ⟦FMT-13⟧2027-02-30")),
    ContractCase(("effet: 2026-10-01", "effet: ⟦FMT-11⟧01/10/2026")),
    ContractCase(("effet: 2026-10-01", "effet: ⟦FMT-10⟧[2026]")),
    ContractCase(("mois: 2025-01", "mois: ⟦FMT-13⟧2025-13")),
    ContractCase(("nature: preventive", "nature: ⟦FMT-12⟧preventif")),
    ContractCase(("montant: 27.50", "montant: ⟦FMT-11⟧27.505")),
    ContractCase(("montant: 27.50", "montant: ⟦FMT-11⟧-27.50")),
    ContractCase(("montant: 27.50", "montant: ⟦FMT-11⟧\"27,50\"")),
    ContractCase(("taux: 99.5 %", "taux: ⟦FMT-11⟧beaucoup")),
    ContractCase(("reciproque: true", "reciproque: ⟦FMT-11⟧peut-être")),
    ContractCase(("prise_en_charge: 30 min", "prise_en_charge: ⟦FMT-11⟧30 secondes")),
    ContractCase(("prise_en_charge: 30 min", "prise_en_charge: ⟦FMT-11⟧2 mois")),
    ContractCase(("initiale: 12 mois", "initiale: ⟦FMT-11⟧48 h")),
    ContractCase(("recurrence: chaque mois le 1er mardi", "recurrence: ⟦FMT-11⟧parfois")),
    ContractCase(("\"08:00-12:00\"", "⟦FMT-11⟧\"12:00-12:00\"")),
    ContractCase(
      ("[\"08:00-12:00\", \"14:00-18:00\"]", "⟦FMT-11⟧[\"08:00-12:00\", \"11:00-18:00\"]")),
    ContractCase(("code_postal: \"38000\"", "code_postal: ⟦FMT-11⟧3800")),
    ContractCase(("id: visite", "id: ⟦FMT-11⟧visite d'été")),
    ContractCase(("nombre: 28", "nombre: ⟦FMT-14⟧~")),
    ContractCase(("reference: T-1", "reference: ⟦FMT-14⟧''")),
    ContractCase(("format: diligence/contrat/1\n", ""), ("reference:", "⟦FMT-15⟧reference:")),
    ContractCase(("diligence/contrat/1", "⟦FMT-12⟧diligence/contrat/9")),
    ContractCase(("recette: {", "recette: ⟦FMT-05⟧&r {")),
    ContractCase(("mode: virement", "mode: ⟦FMT-05⟧*m")),
    ContractCase(("mode: virement", "mode: ⟦FMT-05⟧!!str virement")),
    ContractCase(("    forme: SARL", "    ⟦FMT-05⟧<<: { forme: SA }\n    forme: SARL")),
    ContractCase(("    forme: SARL", "    ⟦FMT-10⟧[forme]: SA\n    forme: SARL")),
    ContractCase(("canaux: [portail]", "canaux: ⟦FMT-10⟧portail")),
    ContractCase(("valeurs: [[P1], [P2]]", "valeurs: [⟦FMT-10⟧P1, [P2]]")),
  ]

  @Test(arguments: cases)
  func `a fault is told at its place, and only once`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }

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
