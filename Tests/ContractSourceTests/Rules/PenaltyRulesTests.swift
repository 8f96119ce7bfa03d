import Testing

struct PenaltyRulesTests {
  private static let penalties =
    "penalites: { formule: V * R / 30, V: redevance, R: jours,\n"
    + "    plafond: 30 %, nature: avoir, mise_en_demeure: dispensee }"

  static let cases = [
    ContractCase(
      ("niveaux_de_service:\n  priorites", "niveaux_de_service:\n  ⟦PEN-01⟧priorites"),
      ("  \(penalties)\n", "")),
    ContractCase(("penalites: {", "penalites: ⟦PEN-01⟧{"), ("plafond: 30 %, ", "")),
    ContractCase(("penalites: {", "penalites: ⟦PEN-02⟧{"), ("V: redevance, R: jours,\n", "\n")),
    ContractCase(("penalites: {", "penalites: ⟦PEN-02⟧{"), ("formule: V * R / 30, ", "")),
    ContractCase(("penalites: {", "penalites: ⟦PEN-04⟧{"), (", mise_en_demeure: dispensee", "")),
    ContractCase(("penalites: {", "penalites: ⟦PEN-05⟧{"), (" nature: avoir,", "")),
    ContractCase(
      (
        "plafond: 12 mois de redevances",
        "plafond: 12 mois de redevances, exclusion_totale: ⟦LIA-01⟧true"
      )),
    ContractCase(
      ("format:", "⟦LIA-02⟧format:"), ("responsabilite: { plafond: 12 mois de redevances }\n", "")),
    ContractCase(
      ("prestataire:\n    denomination", "prestataire:\n    ⟦ASS-01⟧denomination"),
      ("    assurance: { assureur: Mutuelle, police: A1, echeance: 2027-06-30 }\n", "")),
    ContractCase(("echeance: 2027-06-30", "echeance: ⟦ASS-01⟧2026-06-30")),
    ContractCase(("sauvegarde: { responsable: prestataire, ", "sauvegarde: ⟦SAV-01⟧{ ")),
    ContractCase(
      (
        "sauvegarde: { responsable: prestataire, rpo: 24 h, rto: 8 h, test: mensuel }",
        "sauvegarde: ⟦SAV-02⟧{ responsable: client }"
      )),
    ContractCase(
      (
        "sauvegarde: { responsable: prestataire, rpo: 24 h,",
        "sauvegarde: ⟦SAV-03⟧{ responsable: prestataire,"
      )),
  ]

  @Test(arguments: cases)
  func `what a failure costs, and who guards the copies, is said`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }
}
