extension WorkshopWords {
  static let english = WorkshopWords(
    open: "Open in the workshop", models: "Start from a model",
    modelsLead: "A form asks the questions; only the parties are left to fill in.",
    model: [
      .perSeat: Option(
        name: "Fee per seat",
        lead: "For a company that hands over its whole fleet and wants a price known ahead."),
      .prepaidHours: Option(
        name: "Prepaid hours",
        lead: "For a small office that calls now and then, without a fee."),
      .critical: Option(
        name: "Critical, day and night",
        lead: "For a business that cannot stop at night nor on Sundays."),
    ],
    start: "Start", drafts: "Drafts", unnamed: "Contract without a name", draft: "Draft",
    saved: { "saved \($0)" }, form: "Form", source: "Text", preview: "Preview",
    export: "Download the text", check: "Check and save", propose: "Propose this text",
    discard: "Throw this draft away", duplicate: "Duplicate",
    keys: "F8 leads to the next remark, Shift + F8 to the one before.",
    overtaken: "This draft was saved elsewhere meanwhile. Save again to replace it.",
    unreadable: "The form cannot read this text: mend it first.",
    steps: [
      .provider: Option(name: "Provider", lead: "You, as the register knows you."),
      .client: Option(name: "Client", lead: "The one to whom you promise."),
      .object: Option(name: "Object and fleet", lead: "What the client needs and hands over."),
      .service: Option(name: "Hours and levels", lead: "When you answer, and how fast."),
      .price: Option(name: "Price", lead: "Before VAT, in euros."),
      .term: Option(name: "Term", lead: "When it starts, and how it ends."),
      .review: Option(name: "Review", lead: "What is left to mend before it is proposed."),
    ],
    step: { "Step \($0) of \($1)" }, next: "Save and go on",
    left: { $0 == 1 ? "One error is left." : "\($0) errors are left." },
    clean: "No error: this text can be proposed.", labels: englishLabels,
    hints: [
      "siren": "Nine digits; the check digit is verified at once.",
      "siret": "Fourteen digits, optional.", "forme": "SAS, SARL, SCP, EI…",
      "rcs": "The town alone, such as Lyon.", "heures": "Such as 08:30-12:30, 13:30-18:00.",
      "prise_en_charge": "30 min, 4 h, 1 jour ouvré.", "initiale": "Such as 12 mois.",
      "preavis": "Such as 3 mois.", "paiement_delai": "30 jours, 60 jours at most.",
      "zone_1": "inclus, devis or an amount.", "capital": "In euros, without spaces.",
    ],
    values: [
      "tacite": "Tacit", "expresse": "Express", "aucune": "None", "true": "Yes", "false": "No",
      "": "–",
    ],
    comparison: "Comparison",
    comparisonLead: { $0 == 1 ? "One commitment changes." : "\($0) commitments change." },
    commitment: "Commitment", before: "Before", after: "After", favour: "In favour of",
    favours: ["client": "client", "prestataire": "provider"],
    same: "No commitment changes.")

  private static let englishLabels = [
    "denomination": "Name", "forme": "Legal form", "capital": "Share capital", "siren": "SIREN",
    "siret": "SIRET of the seat", "rcs": "Town of registration (RCS)", "tva": "VAT number",
    "voie": "Street and number", "code_postal": "Postcode", "commune": "Town",
    "signataire": "Signatory", "qualite": "Capacity of the signatory",
    "notifications": "E-mail for notices", "iban": "IBAN", "assureur": "Insurer",
    "police": "Policy number", "assurance_echeance": "Insured until", "effectif": "Headcount",
    "referent": "Contact", "telephone": "Telephone", "courriel": "E-mail",
    "reference": "Contract reference", "intitule": "Title", "besoins": "Needs of the client",
    "etat_des_lieux": "Day of the entry inventory", "etat_signe": "Inventory signed",
    "site": "Name of the site", "nombre": "Number", "heures": "Hours",
    "definition": "Definition", "prise_en_charge": "Response", "retablissement": "Resolution",
    "forfait": "Amount", "carnet_heures": "Prepaid hours", "carnet_montant": "Price of the hours",
    "carnet_validite": "Valid for", "taux_horaire": "Hourly rate", "zone_1": "Travel, zone 1",
    "zone_2": "Travel, zone 2", "paiement_delai": "Payment delay", "effet": "Effective day",
    "initiale": "Initial term", "reconduction": "Renewal",
    "reconduction_duree": "Term of the renewal", "preavis": "Notice",
    "juridiction": "Court chosen",
  ]
}
