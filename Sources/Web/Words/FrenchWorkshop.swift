extension WorkshopWords {
  static let french = WorkshopWords(
    open: "Ouvrir dans l’atelier", models: "Partir d’un modèle",
    modelsLead: "Un formulaire pose les questions\u{A0}; seules les parties restent à compléter.",
    model: [
      .perSeat: Option(
        name: "Forfait par poste",
        lead: "Pour une entreprise qui confie tout son parc et veut un prix connu d’avance."),
      .prepaidHours: Option(
        name: "Carnet d’heures",
        lead: "Pour un petit bureau qui appelle de temps en temps, sans forfait."),
      .critical: Option(
        name: "Critique, jour et nuit",
        lead: "Pour une activité qui ne peut s’arrêter ni la nuit ni le dimanche."),
    ],
    start: "Commencer", drafts: "Brouillons", unnamed: "Contrat sans nom", draft: "Brouillon",
    saved: { "enregistré \($0)" }, form: "Formulaire", source: "Texte", preview: "Aperçu",
    export: "Télécharger le texte", check: "Vérifier et enregistrer", propose: "Proposer ce texte",
    discard: "Jeter ce brouillon", duplicate: "Dupliquer",
    keys: "F8 mène à la remarque suivante, Maj\u{A0}+\u{A0}F8 à la précédente.",
    overtaken:
      "Ce brouillon a été enregistré ailleurs entre-temps. Enregistrez de nouveau pour le "
      + "remplacer.",
    unreadable: "Le formulaire ne peut lire ce texte\u{A0}: corrigez-le d’abord.",
    steps: [
      .provider: Option(name: "Prestataire", lead: "Vous, tel que le registre vous connaît."),
      .client: Option(name: "Client", lead: "Celui à qui vous promettez."),
      .object: Option(
        name: "Objet et parc", lead: "Ce dont le client a besoin, et ce qu’il confie."),
      .service: Option(
        name: "Heures et niveaux", lead: "Quand vous répondez, et en combien de temps."),
      .price: Option(name: "Prix", lead: "Hors taxes, en euros."),
      .term: Option(name: "Durée", lead: "Quand il commence, et comment il finit."),
      .review: Option(name: "Relecture", lead: "Ce qui reste à corriger avant de proposer."),
    ],
    step: { "Étape\u{A0}\($0) sur\u{A0}\($1)" }, next: "Enregistrer et continuer",
    left: { $0 == 1 ? "Une erreur reste à corriger." : "\($0) erreurs restent à corriger." },
    clean: "Aucune erreur\u{A0}: ce texte peut être proposé.", labels: frenchLabels,
    hints: [
      "siren": "Neuf chiffres\u{A0}; la clé est vérifiée aussitôt.",
      "siret": "Quatorze chiffres, facultatif.", "forme": "SAS, SARL, SCP, EI…",
      "rcs": "La ville seule, par exemple Lyon.", "heures": "Par exemple 08:30-12:30, 13:30-18:00.",
      "prise_en_charge": "30 min, 4 h, 1 jour ouvré.", "initiale": "Par exemple 12 mois.",
      "preavis": "Par exemple 3 mois.", "paiement_delai": "30 jours, au plus 60 jours.",
      "zone_1": "inclus, devis ou un montant.", "capital": "En euros, sans espace.",
    ],
    values: [
      "tacite": "Tacite", "expresse": "Expresse", "aucune": "Aucune", "true": "Oui",
      "false": "Non", "": "–",
    ],
    comparison: "Comparaison",
    comparisonLead: { $0 == 1 ? "Un engagement change." : "\($0) engagements changent." },
    commitment: "Engagement", before: "Avant", after: "Après", favour: "En faveur du",
    favours: ["client": "client", "prestataire": "prestataire"],
    same: "Aucun engagement ne change.")

  private static let frenchLabels = [
    "denomination": "Dénomination", "forme": "Forme juridique", "capital": "Capital social",
    "siren": "SIREN", "siret": "SIRET du siège", "rcs": "Ville d’immatriculation (RCS)",
    "tva": "Numéro de TVA", "voie": "Rue et numéro", "code_postal": "Code postal",
    "commune": "Commune", "signataire": "Signataire", "qualite": "Qualité du signataire",
    "notifications": "Courriel des notifications", "iban": "IBAN", "assureur": "Assureur",
    "police": "Numéro de police", "assurance_echeance": "Assuré jusqu’au",
    "effectif": "Effectif", "referent": "Interlocuteur", "telephone": "Téléphone",
    "courriel": "Courriel", "reference": "Référence du contrat", "intitule": "Intitulé",
    "besoins": "Besoins du client", "etat_des_lieux": "Date de l’état des lieux",
    "etat_signe": "État des lieux signé", "site": "Nom du site", "nombre": "Nombre",
    "heures": "Heures", "definition": "Définition", "prise_en_charge": "Prise en charge",
    "retablissement": "Rétablissement", "forfait": "Montant", "carnet_heures": "Heures du carnet",
    "carnet_montant": "Prix du carnet", "carnet_validite": "Validité du carnet",
    "taux_horaire": "Taux horaire", "zone_1": "Déplacement, zone 1",
    "zone_2": "Déplacement, zone 2", "paiement_delai": "Délai de paiement",
    "effet": "Date d’effet", "initiale": "Durée initiale", "reconduction": "Reconduction",
    "reconduction_duree": "Durée de la reconduction", "preavis": "Préavis",
    "juridiction": "Tribunal choisi",
  ]
}
