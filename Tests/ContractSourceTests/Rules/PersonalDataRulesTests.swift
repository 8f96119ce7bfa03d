import Testing

struct PersonalDataRulesTests {
  static let cases = [
    ContractCase(
      ("donnees:\n  role", "donnees:\n  ⟦DAT-02⟧role"), ("  finalites: [dépannage]\n", "")),
    ContractCase(("categories: [identité]", "categories: [⟦DAT-03⟧à préciser]")),
    ContractCase(("donnees:\n  role", "donnees:\n  ⟦DAT-04⟧role"), ("  violation: 24 h\n", "")),
    ContractCase(("pays: FR", "pays: ⟦DAT-06⟧US")),
    ContractCase(
      ("fin: { sort: effacement, delai: 30 jours }", "fin: ⟦DAT-07⟧{ sort: effacement }")),
    ContractCase(
      ("donnees:\n  role", "donnees:\n  ⟦DAT-08⟧role"),
      ("  exploitation: { statistiques_internes: anonymes }\n", "")),
  ]

  @Test(arguments: cases)
  func `the annex on personal data says what the regulation asks`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }

  @Test func `a contract without the annex is found`() throws {
    let start = try #require(sampleContract.firstRange(of: "donnees:"))
    let end = try #require(sampleContract.firstRange(of: "propriete:"))
    MarkedText(
      "⟦DAT-01⟧" + sampleContract[..<start.lowerBound] + sampleContract[end.lowerBound...]
    ).expectMarks()
  }
}
