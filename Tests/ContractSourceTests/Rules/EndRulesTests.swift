import Testing

struct EndRulesTests {
  static let cases = [
    ContractCase(
      (
        "obligations: [{ id: acces, texte: Ouvrir l'accès, defaut: suspension }]",
        "obligations: ⟦CLI-01⟧[]"
      )),
    ContractCase(
      ("support:\n  heures", "support:\n  ⟦CLI-02⟧heures"), ("  canaux: [portail]\n", "")),
    ContractCase(
      ("client:\n    denomination", "client:\n    ⟦CLI-03⟧denomination"),
      ("    referent: { nom: Solène Marchetti, courriel: it@lumen.example }\n", "")),
    ContractCase(
      (
        "[{ id: acces, texte: Ouvrir l'accès, defaut: suspension }]",
        "[⟦CLI-04⟧{ id: acces, texte: Ouvrir l'accès }]"
      )),
    ContractCase(
      ("effectif: 31", "effectif: 31\n    commercant: false"),
      ("juridiction: t", "juridiction: ⟦LIT-01⟧t")),
    ContractCase(
      ("forme: SARL\n    capital: 12000", "forme: association"),
      ("juridiction: t", "juridiction: ⟦LIT-01⟧t")),
    ContractCase(("etapes: [{ mode: referents, delai: 15 jours }]", "etapes: ⟦LIT-03⟧[]")),
    ContractCase(("[{ mode: referents, delai: 15 jours }]", "[⟦LIT-03⟧{ mode: referents }]")),
    ContractCase(("tribunal judiciaire de Lyon", "⟦LIT-04⟧tribunal de commerce de Lyon")),
    ContractCase(
      ("mode: referents", "mode: arbitrage"), ("juridiction: t", "juridiction: ⟦LIT-05⟧t")),
    ContractCase(("litiges: {", "litiges: ⟦LIT-06⟧{"), (", droit: français", "")),
    ContractCase(
      (
        "resiliation:\n  manquement: { mise_en_demeure: 30 jours, manquements: [paiement] }\n  ",
        "resiliation:\n  ⟦RES-01⟧"
      )),
    ContractCase(
      (
        "manquement: { mise_en_demeure: 30 jours, manquements: [paiement] }",
        "manquement: ⟦RES-02⟧{ mise_en_demeure: 30 jours }"
      )),
    ContractCase(("mise_en_demeure: 30 jours", "mise_en_demeure: ⟦RES-03⟧7 jours")),
    ContractCase(
      (
        "signature: { niveau: simple }",
        "signature: { niveau: simple }\narticles:\n  - { id: fin, titre: Fin, "
          + "texte: ⟦RES-05⟧Résilié en cas de redressement judiciaire }"
      )),
    ContractCase(
      ("manquement: {", "⟦RES-07⟧manquement: {"),
      ("  reversibilite: { duree: 2 mois, restitution: [mots_de_passe] }\n", "")),
    ContractCase(("reversibilite: { duree: 2 mois, ", "reversibilite: ⟦RES-07⟧{ ")),
    ContractCase(("restitution: [mots_de_passe]", "restitution: ⟦PRO-04⟧[documentation]")),
    ContractCase(
      ("format:", "⟦CNF-01⟧format:"),
      ("confidentialite: { reciproque: true, apres_fin: 3 ans }\n", "")),
    ContractCase(("reciproque: true", "reciproque: ⟦CNF-02⟧false")),
    ContractCase(
      (
        "confidentialite: { reciproque: true, apres_fin: 3 ans }",
        "confidentialite: ⟦CNF-03⟧{ reciproque: true }"
      )),
    ContractCase(
      (
        "recette: { delai: 8 jours ouvres, silence: acceptation }",
        "recette: ⟦REC-02⟧{ delai: 8 jours ouvres }"
      )),
    ContractCase(("recette: { delai: 8 jours ouvres", "recette: { delai: ⟦REC-03⟧40 jours")),
    ContractCase(("propriete: { livrables: cession, ", "propriete: ⟦PRO-01⟧{ ")),
    ContractCase(("pret: { etat_contradictoire: true, ", "pret: ⟦PRO-03⟧{ ")),
    ContractCase(
      ("montant: 27.50", "montant: 275.00"), ("niveau: simple", "niveau: ⟦SIG-03⟧simple")),
    ContractCase(
      (
        "id: fournitures, texte: Fournitures de bureau }",
        "id: a, texte: A }, { id: ⟦REF-02⟧a, texte: B }, ⟦REF-02⟧{ texte: C }"
      )),
  ]

  @Test(arguments: cases)
  func `duties, disputes and the end are settled`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }
}
