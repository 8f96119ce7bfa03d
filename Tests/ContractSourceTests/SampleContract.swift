/// A small contract with nothing to say about it; cases change one thing in it.
let sampleContract = """
  format: diligence/contrat/1
  reference: T-1
  intitule: Contrat d'essai
  parties:
    prestataire:
      denomination: Vigie Informatique
      forme: SAS
      capital: 30000
      siren: "999301120"
      siret: "99930112000013"
      rcs: Lyon
      tva: FR32999301120
      siege: { voie: 27 montée du Télégraphe, code_postal: "69005", commune: Lyon }
      representant: { nom: Hélène Vasseur, qualite: présidente }
      iban: FR7699999000010000000031834
      assurance: { assureur: Mutuelle, police: A1, echeance: 2027-06-30 }
      vigilance: { date: 2026-08-20, jointe: true }
    client:
      denomination: Atelier Lumen
      forme: SARL
      capital: 12000
      siren: "999402258"
      siret: "99940225800019"
      rcs: Grenoble
      siege: { voie: 9 rue du Four, code_postal: "38000", commune: Grenoble }
      representant: { nom: Malik Ferhat, qualite: gérant }
      effectif: 31
      referent: { nom: Solène Marchetti, courriel: it@lumen.example }
      facturation: { adresse_electronique: "999402258" }
    conclusion: { lieu: etablissement_prestataire }
  objet:
    maintenance: [preventive, corrective]
    etat_des_lieux: { date: 2026-09-22, signe: true }
  perimetre:
    sites: [{ id: atelier, nom: Atelier, jours_feries: metropole, zone_deplacement: 1 }]
    parc: [{ groupe: postes, nombre: 28 }, { groupe: serveurs, nombre: 2 }]
    evolution: { ajout: mois_suivant, retrait: fin_de_mois }
    exclusions: [{ id: fournitures, texte: Fournitures de bureau }]
    sauvegarde: { responsable: prestataire, rpo: 24 h, rto: 8 h, test: mensuel }
  operations:
    - { id: visite, nature: preventive, recurrence: chaque mois le 1er mardi, sur: [postes] }
  support:
    heures: { lundi_vendredi: ["08:00-12:00", "14:00-18:00"] }
    astreinte: { priorites: [P1] }
    canaux: [portail]
    niveaux: { N1: Accueil, N2: Technicien }
  niveaux_de_service:
    priorites:
      P1: { prise_en_charge: 30 min, contournement: 2 h, retablissement: 4 h,
        calendrier: astreinte, nature: resultat }
      P2: { prise_en_charge: 4 h, retablissement: 2 jours ouvres, nature: moyens }
    matrice: { impact: [site, personne], urgence: [bloquante], valeurs: [[P1], [P2]] }
    suspensions: [attente_client]
    disponibilite: { groupe: serveurs, taux: 99.5 %, periode: mois, hors: [maintenance_planifiee] }
    penalites: { formule: V * R / 30, V: redevance, R: jours,
      plafond: 30 %, nature: avoir, mise_en_demeure: dispensee }
  client:
    obligations: [{ id: acces, texte: Ouvrir l'accès, defaut: suspension }]
  prix:
    tva: 20 %
    forfait: [{ id: postes, unite: poste, montant: 27.50, periode: mois, sur: postes }]
    carnet: { unite: 15 min, heures: 24, montant: 1848.00, validite: 24 mois,
      solde: reporte, alerte: 20 % }
    hors_forfait: { taux_horaire: 84.00, majorations: { nuit_dimanche_ferie: 100 % } }
    deplacement: { zone_1: inclus }
    revision: { indice: syntec, serie: revisee, base: { mois: 2025-01, valeur: 315.2 },
      date: chaque 1er octobre, remplacement: l'indice que son éditeur lui substitue }
  paiement:
    delai: 30 jours
    mode: virement
    escompte: néant
    penalites_retard: { taux: 3 fois le taux légal }
    indemnite_recouvrement: 40.00
    facture_electronique: true
  duree:
    effet: 2026-10-01
    initiale: 12 mois
    reconduction: { mode: tacite, duree: 12 mois, preavis: 3 mois, forme: lettre recommandée }
  resiliation:
    manquement: { mise_en_demeure: 30 jours, manquements: [paiement] }
    reversibilite: { duree: 2 mois, restitution: [mots_de_passe] }
  recette: { delai: 8 jours ouvres, silence: acceptation }
  confidentialite: { reciproque: true, apres_fin: 3 ans }
  donnees:
    role: sous_traitant
    finalites: [dépannage]
    categories: [identité]
    personnes: [salariés]
    sous_traitants: [{ nom: Coffre Alpin, pays: FR, objet: copies }]
    opposition: 30 jours
    violation: 24 h
    fin: { sort: effacement, delai: 30 jours }
    exploitation: { statistiques_internes: anonymes }
  propriete: { livrables: cession, pret: { etat_contradictoire: true, restitution: 10 jours } }
  responsabilite: { plafond: 12 mois de redevances }
  litiges: { etapes: [{ mode: referents, delai: 15 jours }],
    juridiction: tribunal judiciaire de Lyon, droit: français }
  signature: { niveau: simple }

  """
