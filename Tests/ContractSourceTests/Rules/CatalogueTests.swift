import Testing

@testable import ContractSource

struct CatalogueTests {
  @Test func `the sample has nothing to find`() {
    MarkedText(sampleContract).expectMarks()
  }

  @Test func `ids are unique, and every rule has its ground`() {
    let ids = Catalogue.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Catalogue.rules.allSatisfy { !$0.basis.isEmpty })
  }

  @Test func `the page of the format lists every rule as it is`() throws {
    let page = try RepositoryFiles.text("docs/contract-format.md")
    let missing = Catalogue.rules.filter { rule in
      !page.split(separator: "\n").contains {
        $0.hasPrefix("| `\(rule.id)` | \(rule.severity) |") && $0.hasSuffix("| \(rule.basis) |")
      }
    }
    #expect(missing.map(\.id) == [])
    let listed = page.matches(of: /\n\| `([A-Z]{3}-[0-9]{2})` \| (error|warning|note) \|/)
      .map { String($0.1) }
    #expect(listed.sorted() == Catalogue.rules.map(\.id).sorted(), "each once, and no other")
  }

  @Test func `an empty contract is found wanting by the rules of every chapter`() {
    let found = Set(read(Array("reference: T-1".utf8), named: "t").findings.map(\.rule))
    #expect(
      found.isSuperset(of: [
        "FMT-15", "PAR-01", "PAR-05", "PAR-16", "OBJ-01", "PRX-01", "PAY-05", "DUR-01", "SLA-01",
        "SAV-01", "CLI-01", "LIT-03", "RES-01", "CNF-01", "DAT-01", "PRO-01",
      ]))
  }

  @Test func `a value that cannot be read is not judged as well`() throws {
    try ContractCase(("delai: 30 jours\n  mode", "delai: ⟦FMT-11⟧bientôt\n  mode")).text()
      .expectMarks()
    try ContractCase(("    forme: SARL", "    ⟦FMT-09⟧form: SARL")).text().expectMarks()
    try ContractCase(
      ("parc: [{ groupe: postes, nombre: 28 }, ", "parc: [⟦FMT-10⟧postes, ")
    ).text().expectMarks()
  }

  @Test func `the page lists every finding that is never accepted, and each is a rule's`() throws {
    let page = try RepositoryFiles.text("docs/contract-format.md")
    let start = try #require(page.firstRange(of: "never accepted")).upperBound
    let end = try #require(page[start...].firstRange(of: "any fault of the file")).lowerBound
    let listed = page[start..<end].matches(of: /`([A-Z]{3}-[0-9]{2})`/).map { String($0.1) }
    let firm = FirmRules.all.flatMap(\.ids)
    #expect(listed.sorted() == firm.sorted())
    #expect(Set(firm).isSubset(of: Catalogue.rules.map(\.id)))
    #expect(Set(firm).count == firm.count)
  }

  @Test func `an accepted finding shows the reason of the parties`() throws {
    let findings = try ContractCase(
      ("  deplacement: { zone_1: inclus }\n", ""),
      (
        "signature: { niveau: simple }",
        "signature: { niveau: simple }\nconstats_acceptes:\n"
          + "  - { regle: PRX-07, motif: Tout se fait à distance }"
      )
    ).text().reading.findings
    #expect(findings.map(\.severity) == [.note])
    #expect(findings.first?.message.contains("accepté\u{A0}: «\u{A0}Tout se fait à") == true)
  }
}
