import Testing

/// Clauses for one side, deliveries, offers, public contracts.
struct BalanceRulesTests {
  static let cases = [
    ContractCase(
      ("{ mise_en_demeure: 30 jours,", "{ mise_en_demeure: 30 jours, reserve_a: ⟦RES-04⟧client,")),
    ContractCase(("resiliation:\n", "resiliation:\n  sommes_conservees: ⟦RES-09⟧true\n")),
    ContractCase(("resiliation:\n", "resiliation:\n  cession: ⟦RES-11⟧prestataire_seul\n")),
    ContractCase(
      ("resiliation:\n", "resiliation:\n  force_majeure: ⟦RES-08⟧{ evenements: [crue] }\n")),
    ContractCase(
      ("initiale: 12 mois", "initiale: 4 ans"), ("preavis: 3 mois", "preavis: ⟦RES-06⟧1 mois")),
    ContractCase(
      (
        "{ plafond: 12 mois de redevances }",
        "{ plafond: 12 mois de redevances, indemnisation_client_illimitee: ⟦CLI-05⟧true }"
      )),
    ContractCase(
      (
        "{ plafond: 12 mois de redevances }",
        "{ plafond: 12 mois de redevances, perte_de_donnees: ⟦LIA-03⟧indirecte }"
      )),
    ContractCase(("plafond: 30 %,", "plafond: ⟦PEN-03⟧2 %, liberatoire: true,")),
    ContractCase(
      ("recette: { delai: 8 jours ouvres, silence: acceptation }\n", ""),
      (
        "{ id: visite, nature: preventive, recurrence: chaque mois le 1er mardi, sur: [postes] }",
        "{ id: visite, nature: preventive, recurrence: chaque mois le 1er mardi, sur: [postes] }\n"
          + "  - ⟦REC-01⟧{ id: pose, nature: installation, recurrence: chaque mois le 2 }"
      )),
    ContractCase(
      ("silence: acceptation }", "silence: acceptation, declenche_paiement: ⟦REC-04⟧true }")),
    ContractCase(
      ("propriete: { livrables", "propriete: ⟦PRO-02⟧⟦PRO-02⟧{ ventes: true, livrables")),
    ContractCase(
      (
        "P2: { prise_en_charge: 4 h, retablissement: 2 jours ouvres, nature: moyens }",
        "P2: ⟦SLA-09⟧{ prise_en_charge: 4 h, retablissement: 2 jours ouvres }"
      )),
    ContractCase(
      (
        "disponibilite: { groupe: serveurs, taux: 99.5 %, periode: mois, "
          + "hors: [maintenance_planifiee] }",
        """
        disponibilite:
            - { groupe: serveurs, taux: 99.5 %, periode: mois, hors: [force_majeure] }
            - { groupe: serveurs, taux: ⟦SLA-12⟧99.9 %, periode: mois, hors: [force_majeure] }
        """
      )),
    ContractCase(
      ("donnees:\n  role", "donnees:\n  ⟦DAT-05⟧role"),
      (
        "sous_traitants: [{ nom: Coffre Alpin, pays: FR, "
          + "objet: copies }]\n  opposition: 30 jours\n  violation",
        "violation"
      )),
    ContractCase(
      ("  opposition: 30 jours\n", ""), ("donnees:\n  role", "donnees:\n  ⟦DAT-05⟧role")),
    ContractCase(
      (
        "signature: { niveau: simple }",
        """
        signature: { niveau: simple }
        articles:
          - { id: divers, titre: T, texte: ⟦LIT-02⟧"Le tribunal de Lyon est seul compétent." }
        """
      )),
    ContractCase(
      (
        "periode: mois, sur: postes }]",
        "periode: mois, sur: postes,\n      degressif: ⟦PRX-16⟧[{ jusqu_a: 10, "
          + "montant: 30 }, { jusqu_a: 5, montant: 20 }] }]"
      )),
    ContractCase(
      (
        "periode: mois, sur: postes }]",
        "periode: mois, sur: postes,\n      degressif: ⟦PRX-16⟧[{ jusqu_a: 10, montant: 30 }] }]"
      )),
    ContractCase(
      ("  tva: 20 %", "  tva: 20 %\n  remises: [⟦PRX-18⟧{ id: r, libelle: R }]")),
    ContractCase(
      (
        "  tva: 20 %",
        "  tva: 20 %\n  remises: [{ id: r, libelle: R, taux: 5 %, du: 2026-10-02, "
          + "au: ⟦PRX-18⟧2026-10-01 }]"
      )),
    ContractCase(
      (
        "periode: mois, sur: postes }]",
        "periode: mois, sur: postes, comprend: ⟦PRX-19⟧{ illimite: true } }]"
      )),
    ContractCase(
      (
        "periode: mois, sur: postes }]",
        "periode: mois, sur: postes, comprend: ⟦PRX-19⟧{ heures: 5 } }]"
      )),
    ContractCase(("  tva: 20 %", "  regime_tva: franchise\n  tva: ⟦PRX-20⟧20 %")),
    ContractCase(
      (
        "  astreinte: { priorites: [P1] }",
        "  astreinte: { priorites: [P1] }\n  plages_etendues: [⟦SLA-14⟧{ id: soir, "
          + "heures: { lundi: [\"18:00-20:00\"] } }]"
      )),
    ContractCase(
      (
        "{ groupe: postes, nombre: 28 }",
        "{ groupe: postes, nombre: ⟦OBJ-11⟧28, equipements: [{ id: pc1, designation: PC }] }"
      )),
    ContractCase(
      (
        "{ groupe: postes, nombre: 28 }",
        "{ groupe: postes, nombre: 28, repartition: ⟦OBJ-11⟧{ atelier: 27 } }"
      )),
    ContractCase(("forfait: [{ id: postes,", "forfait: [{ id: ⟦REF-03⟧tva,")),
    ContractCase(
      (
        "signature: { niveau: simple }",
        "signature: { niveau: simple }\nmarche_public: { ccag: ccag_tic_2021, "
          + "admission: { decision: 1 mois } }"
      ),
      ("juridiction: tribunal", "juridiction: ⟦MAP-01⟧tribunal")),
    ContractCase(
      (
        "signature: { niveau: simple }",
        "signature: { niveau: simple }\nmarche_public: ⟦MAP-02⟧{ vsr: ⟦MAP-02⟧{ duree: 1 mois } }"
      ),
      ("juridiction: tribunal judiciaire de Lyon, ", "")),
  ]

  @Test(arguments: cases)
  func `a clause for one side, or half said, is told`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }
}
