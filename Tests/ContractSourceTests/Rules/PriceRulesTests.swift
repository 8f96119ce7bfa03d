import Testing

struct PriceRulesTests {
  static let cases = [
    ContractCase(
      ("prix:\n  tva", "prix:\n  ⟦PRX-01⟧⟦PRX-06⟧⟦PRX-08⟧tva"),
      (
        "  forfait: [{ id: postes, unite: poste, montant: 27.50, periode: mois, sur: postes }]\n",
        ""
      ),
      (
        "  carnet: { unite: 15 min, heures: 24, montant: 1848.00, validite: 24 mois,\n"
          + "    solde: reporte, alerte: 20 % }\n",
        ""
      ),
      ("  hors_forfait: { taux_horaire: 84.00, majorations: { nuit_dimanche_ferie: 100 % } }\n", "")
    ),
    ContractCase(
      ("[{ id: postes, unite: poste, montant: 27.50,", "[⟦PRX-01⟧{ id: postes, unite: poste,")),
    ContractCase(("prix:\n  tva: 20 %\n  forfait", "prix:\n  ⟦PRX-03⟧forfait")),
    ContractCase(("{ taux_horaire: 84.00, ", "⟦PRX-06⟧{ ")),
    ContractCase(
      ("prix:\n  tva", "prix:\n  ⟦PRX-07⟧tva"), ("  deplacement: { zone_1: inclus }\n", "")),
    ContractCase(("zone_deplacement: 1", "zone_deplacement: ⟦PRX-07⟧3")),
    ContractCase(
      ("majorations: { nuit_dimanche_ferie: 100 % }", "majorations: ⟦PRX-08⟧{ soir: 50 % }")),
    ContractCase(
      ("revision: { indice: syntec, serie: revisee,", "revision: ⟦PRX-09⟧{ indice: syntec,")),
    ContractCase(
      (
        "revision: { indice: syntec, serie: revisee, base: { mois: 2025-01, valeur: 315.2 },\n",
        "revision: ⟦PRX-09⟧{ indice: syntec, serie: revisee,\n"
      )),
    ContractCase(("serie: revisee,", "serie: revisee, editeur: ⟦PRX-10⟧INSEE,")),
    ContractCase(("indice: syntec", "indice: ⟦PRX-13⟧smic")),
    ContractCase(
      (
        "carnet: { unite: 15 min,", "carnet: ⟦PAY-11⟧{ unite: 15 min,"
      ),
      ("montant: 1848.00, validite: 24 mois,", "montant: 1848.00,"),
      (
        "solde: reporte, ", ""
      )),
    ContractCase(
      ("carnet: {", "carnet: ⟦PAY-12⟧{"), ("solde: reporte, alerte: 20 %", "solde: perdu")),
  ]

  @Test(arguments: cases)
  func `a price can be computed, today and when it changes`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }
}
