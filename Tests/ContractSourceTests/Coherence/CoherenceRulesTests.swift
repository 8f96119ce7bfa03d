import Testing

/// What the parties write themselves, against the sample's data: response 30 min and 4 h,
/// resolution 4 h and 2 working days, notice 3 months, payment 30 days, 84 € an hour, 20 % of VAT.
struct CoherenceRulesTests {
  static let contradictions: [(rule: String, text: String)] = [
    ("COH-01", "Le Prestataire prend en charge les incidents P1 : prise en charge en 2 heures."),
    ("COH-01", "La garantie de temps de rétablissement (GTR) est de six heures."),
    ("COH-01", "Le rétablissement intervient sous 30 minutes."),
    ("COH-01", "Le préavis est de deux mois."),
    ("COH-01", "Les factures sont payables à soixante jours."),
    ("COH-02", "La TVA est facturée au taux de 10 %."),
    ("COH-02", "Les interventions de nuit sont majorées de cinquante pour cent."),
    ("COH-03", "Le taux horaire est de 90 € hors taxes."),
    ("COH-03", "L'indemnité forfaitaire est de cinquante euros."),
    ("COH-04", "Le support est ouvert de 9h00 à 18h00."),
    ("COH-04", "Le support est ouvert du lundi au samedi."),
    ("COH-05", "Le rétablissement des P2 est assuré sous 2 jours calendaires."),
    ("COH-06", "Le matériel est livré sous quatre (5) jours."),
  ]

  @Test(arguments: contradictions.indices)
  func `a wording that contradicts the data is told`(_ index: Int) throws {
    let (rule, text) = Self.contradictions[index]
    try article("⟦\(rule)⟧\"\(text)\"").expectMarks()
  }

  @Test(arguments: [
    "La prise en charge des P1 intervient en trente (30) minutes, leur rétablissement en 4 h.",
    "Le rétablissement intervient sous 240 minutes pour les P1.",
    "Le préavis est de trois mois.", "Les factures sont payables à 30 (trente) jours.",
    "La TVA est de 20 %.", "Le taux horaire est de 84,00 € hors taxes.",
    "Le support est ouvert du lundi au vendredi, de 8h à 12h et de 14 h à 18 h.",
    "Le support est ouvert de 08:00 à 18:00.",
    "Le rétablissement des P2 est assuré sous deux jours ouvrés.",
    "L'atelier compte vingt-huit postes et ferme trois semaines en août, soit 15 jours.",
    "Une visite dure 3 heures et occupe deux techniciens.",
  ])
  func `a wording that says the same, or something else, is left alone`(_ text: String) throws {
    try article("\"\(text)\"").expectMarks()
  }

  @Test func `a night is the same in prose and in data`() throws {
    let night = ContractCase(
      (
        "canaux: [portail]",
        "canaux: [portail]\n  calendriers: { nuit: { lundi: [\"22:00-06:00\"] } }"
      ),
      (
        "signature: { niveau: simple }",
        "signature: { niveau: simple }\narticles:\n"
          + "  - { id: divers, titre: Divers, texte: Le support de nuit est ouvert de 22h à 6h. }"
      ))
    try night.text().expectMarks()
  }

  private func article(_ text: String) throws -> MarkedText {
    try ContractCase(
      (
        "signature: { niveau: simple }",
        "signature: { niveau: simple }\narticles:\n"
          + "  - { id: divers, titre: Divers, texte: \(text) }"
      )
    ).text()
  }
}
