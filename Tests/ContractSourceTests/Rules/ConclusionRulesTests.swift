import Testing

struct ConclusionRulesTests {
  static let cases = [
    ContractCase(
      ("effectif: 31", "effectif: 31\n    non_professionnel: ⟦PAR-14⟧true"),
      ("reconduction: {", "reconduction: ⟦DUR-05⟧{")),
    ContractCase(
      ("effectif: 31", "effectif: 4"),
      (
        "{ lieu: etablissement_prestataire }",
        "⟦PAR-15⟧{ lieu: hors_etablissement, hors_activite_principale: true }"
      )),
    ContractCase(
      ("parties:\n  prestataire", "parties:\n  ⟦PAR-16⟧prestataire"),
      ("  conclusion: { lieu: etablissement_prestataire }\n", "")),
    ContractCase(
      ("client:\n    denomination", "client:\n    ⟦PAR-16⟧denomination"),
      ("    effectif: 31\n", ""), ("etablissement_prestataire", "hors_etablissement")),
    ContractCase(
      ("siren: \"999402258\"", "siren: ⟦PAR-17⟧\"999301120\""),
      ("siret: \"99940225800019\"", "siret: \"99930112000013\"")),
    ContractCase(("intitule: Contrat d'essai", "intitule: ⟦DOC-06⟧\"Contrat {{client}}\"")),
    ContractCase(("nom: Malik Ferhat,", "nom: ⟦DOC-06⟧À compléter,")),
  ]

  @Test(arguments: cases)
  func `how and between whom it is made decides what it needs`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }

  @Test func `a withdrawal form that is joined is enough`() throws {
    try ContractCase(
      ("effectif: 31", "effectif: 4"),
      (
        "{ lieu: etablissement_prestataire }",
        "{ lieu: hors_etablissement, hors_activite_principale: oui, formulaire_retractation: oui }"
      )
    ).text().expectMarks()
  }
}
