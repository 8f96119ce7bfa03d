import ContractSource
import Testing

struct PaymentRulesTests {
  private static let rate = "penalites_retard: { taux: 3 fois le taux légal }"

  static let cases = [
    ContractCase(("delai: 30 jours\n  mode", "delai: ⟦PAY-01⟧61 jours\n  mode")),
    ContractCase(("delai: 30 jours\n  mode", "delai: ⟦PAY-02⟧46 jours fin de mois\n  mode")),
    ContractCase(("paiement:\n  delai: 30 jours\n  mode", "paiement:\n  ⟦PAY-04⟧mode")),
    ContractCase(("paiement:\n  delai", "paiement:\n  ⟦PAY-05⟧delai"), ("  \(rate)\n", "")),
    ContractCase((rate, "penalites_retard: { taux: ⟦PAY-06⟧2.5 fois le taux légal }")),
    ContractCase(
      ("paiement:\n  delai", "paiement:\n  ⟦PAY-07⟧delai"),
      ("  indemnite_recouvrement: 40.00\n", "")),
    ContractCase(("indemnite_recouvrement: 40.00", "indemnite_recouvrement: ⟦PAY-07⟧45.00")),
    ContractCase(("paiement:\n  delai", "paiement:\n  ⟦PAY-09⟧delai"), ("  escompte: néant\n", "")),
    ContractCase(("mode: virement", "mode: ⟦PAY-14⟧especes")),
  ]

  @Test(arguments: cases)
  func `payment keeps to the commercial code`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }

  @Test func `the limits themselves are allowed`() throws {
    try ContractCase(("delai: 30 jours\n  mode", "delai: 60 jours\n  mode")).text().expectMarks()
    try ContractCase(("delai: 30 jours\n  mode", "delai: 45 jours fin de mois\n  mode")).text()
      .expectMarks()
  }

  @Test func `a rate in percent is compared with its semester`() throws {
    let dated = ("effet: 2026-10-01", "effet: 2026-03-01")
    try ContractCase((Self.rate, "penalites_retard: { taux: 7.86 % }"), dated).text().expectMarks()
    try ContractCase((Self.rate, "penalites_retard: { taux: ⟦PAY-06⟧7.85 % }"), dated).text()
      .expectMarks()
  }

  @Test func `a semester without a published rate is said, never passed over`() throws {
    let text = try ContractCase((Self.rate, "penalites_retard: { taux: ⟦PAY-06⟧15 % }")).text()
    text.expectMarks()
    let finding = try #require(text.reading.findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("du 2e semestre 2026 est inconnu"))
  }
}
