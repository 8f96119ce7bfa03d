import Testing

struct ServiceLevelRulesTests {
  static let cases = [
    ContractCase(("P2: { prise_en_charge: 4 h, ", "P2: ⟦SLA-01⟧{ ")),
    ContractCase(("valeurs: [[P1], [P2]]", "valeurs: ⟦SLA-02⟧[[P1], [P9]]")),
    ContractCase(("valeurs: [[P1], [P2]]", "valeurs: ⟦SLA-02⟧[[P1]]")),
    ContractCase(
      (
        "P1: { prise_en_charge: 30 min, contournement: 2 h",
        "P1: ⟦SLA-03⟧{ prise_en_charge: 30 min, contournement: 5 h"
      )),
    ContractCase(("P2: { prise_en_charge: 4 h", "P2: { prise_en_charge: ⟦SLA-03⟧15 min")),
    ContractCase(
      (
        "support:\n  heures: { lundi_vendredi: [\"08:00-12:00\", \"14:00-18:00\"] }\n  astreinte",
        "support:\n  ⟦SLA-04⟧astreinte"
      )),
    ContractCase(("N1: Accueil", "N1: ⟦SLA-05⟧Accueil les jours ouvrables")),
    ContractCase(
      (
        "sites: [{ id: atelier, nom: Atelier, jours_feries: metropole,",
        "sites: [⟦SLA-06⟧{ id: atelier, nom: Atelier,"
      )),
    ContractCase(
      ("calendrier: astreinte", "calendrier: ⟦SLA-07⟧astreinte"),
      ("  astreinte: { priorites: [P1] }\n", "")),
    ContractCase(
      ("niveaux_de_service:\n  priorites", "niveaux_de_service:\n  ⟦SLA-08⟧priorites"),
      ("  suspensions: [attente_client]\n", "")),
    ContractCase(
      ("support:\n  heures", "support:\n  ⟦SLA-10⟧heures"),
      ("  niveaux: { N1: Accueil, N2: Technicien }\n", "")),
    ContractCase(
      ("disponibilite: {", "disponibilite: ⟦SLA-11⟧{"),
      (" periode: mois, hors: [maintenance_planifiee] }", " periode: mois }")),
    ContractCase(("astreinte: { priorites: [P1] }", "astreinte: { priorites: [P1, ⟦REF-01⟧P3] }")),
  ]

  @Test(arguments: cases)
  func `a promised delay can be counted`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }

  @Test func `a contract without priorities promises nothing`() throws {
    let start = try #require(sampleContract.firstRange(of: "  priorites:\n"))
    let end = try #require(sampleContract.firstRange(of: "  matrice: {"))
    let text = String(sampleContract[..<start.lowerBound]) + sampleContract[end.lowerBound...]
    MarkedText(
      text.replacing("  matrice: {", with: "  ⟦SLA-01⟧matrice: {")
        .replacing("valeurs: [[P1], [P2]]", with: "valeurs: ⟦SLA-02⟧⟦SLA-02⟧[[P1], [P2]]")
        .replacing("priorites: [P1]", with: "priorites: [⟦REF-01⟧P1]")
    ).expectMarks()
  }
}
