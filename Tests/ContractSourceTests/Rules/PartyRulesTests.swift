import Testing

struct PartyRulesTests {
  private static let provider = "prestataire:\n    denomination"
  private static let client = "client:\n    denomination"

  static let cases = [
    ContractCase(
      ("client:\n    denomination: Atelier Lumen\n    forme", "client:\n    ⟦PAR-01⟧forme")),
    ContractCase(
      (provider, "prestataire:\n    ⟦PAR-02⟧denomination"), ("    forme: SAS\n", "")),
    ContractCase(
      (client, "client:\n    ⟦PAR-03⟧denomination"), ("    capital: 12000\n", "")),
    ContractCase(("siege: { voie: 9 rue du Four, ", "siege: ⟦PAR-04⟧{ ")),
    ContractCase(
      (provider, "prestataire:\n    ⟦PAR-07⟧denomination"), ("    rcs: Lyon\n", "")),
    ContractCase(("{ nom: Malik Ferhat, qualite: gérant }", "⟦PAR-11⟧{ nom: Malik Ferhat }")),
    ContractCase(("siret: \"99930112000013\"", "siret: ⟦PAR-05⟧\"99930112000014\"")),
    ContractCase(("siren: \"999402258\"", "siren: ⟦PAR-05⟧\"99940225\"")),
    ContractCase(
      (client, "client:\n    ⟦PAR-05⟧denomination"), ("    siren: \"999402258\"\n", "")),
    ContractCase(("siret: \"99940225800019\"", "siret: ⟦PAR-06⟧\"99960441600019\"")),
    ContractCase(("tva: FR32999301120", "tva: ⟦PAR-09⟧FR33999301120")),
    ContractCase(
      (provider, "prestataire:\n    ⟦PAR-10⟧denomination"), ("    tva: FR32999301120\n", "")),
    ContractCase(
      ("iban: FR7699999000010000000031834", "iban: ⟦PAY-13⟧FR7699999000010000000031835")),
  ]

  @Test(arguments: cases)
  func `a party is named in full, by numbers whose keys are right`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }

  @Test func `numbers may be grouped by spaces`() throws {
    try ContractCase(
      ("tva: FR32999301120", "tva: FR32 999 301 120"),
      ("siret: \"99930112000013\"", "siret: 999 301 120 00013"),
      ("iban: FR7699999000010000000031834", "iban: FR76 9999 9000 0100 0000 0031 834")
    ).text().expectMarks()
  }
}
