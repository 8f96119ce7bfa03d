import Testing

struct ObjectRulesTests {
  private static let operation =
    "operations:\n  - { id: visite, nature: preventive, "
    + "recurrence: chaque mois le 1er mardi, sur: [postes] }\n"

  static let cases = [
    ContractCase(
      ("objet:\n  maintenance: [preventive, corrective]\n  etat", "objet:\n  ⟦OBJ-01⟧etat")),
    ContractCase(("format:", "⟦OBJ-02⟧format:"), (operation, "")),
    ContractCase(
      (
        "- { id: visite, nature: preventive, recurrence: chaque mois le 1er mardi,",
        "- ⟦OBJ-03⟧{ id: visite, nature: preventive,"
      )),
    ContractCase(
      (
        "operations:\n  - { id: visite, nature: preventive",
        "operations:\n  ⟦OBJ-03⟧- { id: visite, nature: mise_a_jour"
      )),
    ContractCase(("nombre: 28", "nombre: ⟦OBJ-04⟧0")),
    ContractCase(
      ("date: 2026-09-22, signe: true", "date: 2026-09-22"),
      ("etat_des_lieux: {", "etat_des_lieux: ⟦OBJ-05⟧{")),
    ContractCase(
      ("perimetre:\n  sites", "perimetre:\n  ⟦OBJ-06⟧sites"),
      ("  evolution: { ajout: mois_suivant, retrait: fin_de_mois }\n", "")),
    ContractCase(
      ("  exclusions: [{ id: fournitures, texte: Fournitures de bureau }]\n", ""),
      ("N1: Accueil", "N1: ⟦OBJ-07⟧Accueil illimité")),
    ContractCase(("texte: Fournitures de bureau", "texte: ⟦OBJ-08⟧Sauvegardes et restaurations")),
  ]

  @Test(arguments: cases)
  func `the object of the contract is determined`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }

  @Test func `an empty fleet is found, and what counts on it`() throws {
    try ContractCase(
      (
        "parc: [{ groupe: postes, nombre: 28 }, { groupe: serveurs, nombre: 2 }]",
        "parc: ⟦OBJ-04⟧[]"
      ),
      ("sur: [postes]", "sur: [⟦REF-01⟧postes]"), ("sur: postes", "sur: ⟦REF-01⟧postes"),
      ("groupe: serveurs, taux", "groupe: ⟦REF-01⟧serveurs, taux")
    ).text().expectMarks()
  }
}
