import Testing

struct TermRulesTests {
  private static let renewal =
    "reconduction: { mode: tacite, duree: 12 mois, preavis: 3 mois, forme: lettre recommandée }"

  static let cases = [
    ContractCase(("duree:\n  effet: 2026-10-01\n  initiale", "duree:\n  ⟦DUR-01⟧initiale")),
    ContractCase(
      ("duree:\n  effet", "duree:\n  ⟦DUR-02⟧effet"), ("  initiale: 12 mois\n  \(renewal)\n", "")),
    ContractCase(
      (renewal, "reconduction: ⟦DUR-03⟧{ mode: tacite, preavis: 3 mois, forme: lettre }")),
    ContractCase((renewal, "reconduction: ⟦DUR-04⟧{ mode: tacite, duree: 12 mois }")),
    ContractCase(("preavis: 3 mois", "preavis: ⟦DUR-06⟧12 mois")),
    ContractCase(("initiale: 12 mois", "initiale: ⟦DUR-07⟧6 ans")),
  ]

  @Test(arguments: cases)
  func `the term has a start, an end and a way out`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }
}
