import Maintenance

extension InvoicingWords {
  static let french = InvoicingWords(
    title: "Factures", toIssue: "À facturer", journal: { "FEC des ventes \($0)" },
    lead: { open, late, count in
      """
      \(open) à encaisser sur \(count) \(count == 1 ? "facture" : "factures"), \
      dont \(late) en retard.
      """
    },
    nothingOpen: "Aucune facture n’attend de paiement.", all: "Toutes",
    standings: [
      .due: "À payer", .late: "En retard", .paid: "Payée", .credited: "Annulée par avoir",
      .correction: "Avoir", .refundable: "À rembourser", .replaced: "Remplacée",
    ],
    kinds: [
      .invoice: "Facture", .creditNote: "Avoir", .replacement: "Facture rectificative",
      .deposit: "Facture d’acompte", .depositCredit: "Avoir sur acompte",
    ],
    number: "Numéro", issued: "Émise le", due: "À payer le", gross: "Montant TTC",
    balance: "Reste à payer", state: "État", none: "Aucune facture.",
    runLead: { ready, amount in
      ready == 1
        ? "Une facture peut être émise, \(amount) HT."
        : "\(ready) factures peuvent être émises, \(amount) HT."
    },
    runNothing: "Rien n’est à facturer aujourd’hui.", month: "Mois", lines: "Lignes",
    ready: "À facturer HT", waiting: "En attente HT", remark: "Remarque",
    issue: "Émettre la facture", issueAll: { "Émettre les \($0) factures" },
    pdf: "PDF (Factur-X)", xml: "XML (CII)", ubl: "XML (UBL)", draft: "Voir le détail",
    payments: "Paiements", noPayment: "Aucun paiement reçu.",
    recordPayment: "Noter un paiement", day: "Jour", amount: "Montant", means: "Moyen",
    meansNames: [
      "virement": "Virement", "prelevement": "Prélèvement", "cheque": "Chèque",
      "carte": "Carte", "especes": "Espèces",
    ],
    reference: "Référence", send: "Noter l’envoi",
    sendHint: "À qui la facture a été transmise, et par quel moyen.", sentTo: "Destinataire",
    remind: "Noter une relance",
    tones: [
      .courteous: "Rappel amiable", .firm: "Relance ferme", .formalNotice: "Mise en demeure",
    ],
    tone: "Ton", credit: "Émettre un avoir",
    creditHint: """
      L’avoir reprend tout ce qui reste de la facture\u{A0}; ce qu’elle facturait redevient à \
      facturer.
      """,
    reason: "Motif", history: "Historique",
    late: { days, interest, indemnity in
      "\(days) jours de retard\u{A0}: pénalités \(interest), indemnité \(indemnity)."
    },
    lateRate: { "Du \($0) au \($1)\u{A0}: \($2) à \($3) l’an." },
    lateUnknown: { "Les pénalités ne peuvent pas être calculées\u{A0}: il manque \($0)." },
    corrects: "Corrige la facture", corrected: "Corrigée par l’avoir",
    lacks: frenchLacks, refusal: { sentence($0, $1, .french, frenchLacks) })
}

private let frenchLacks: [InvoiceLack.Datum: String] = [
  .sellerName: "le nom du prestataire", .sellerAddress: "l’adresse du prestataire",
  .sellerSIREN: "le SIREN du prestataire",
  .sellerVATNumber: "le numéro de TVA du prestataire", .sellerIBAN: "l’IBAN du prestataire",
  .buyerName: "le nom du client", .buyerAddress: "l’adresse du client",
  .buyerSIREN: "le SIREN du client", .buyerVATNumber: "le numéro de TVA du client",
]

extension InvoicingWords.Refusals {
  fileprivate static let french = InvoicingWords.Refusals(
    incomplete: {
      """
      Le contrat ne donne pas tout ce qu’une facture doit dire\u{A0}: \($0). Un avenant le \
      complète.
      """
    },
    nothingToBill: "Rien n’est à facturer pour ce mois.",
    monthNotOver: { "Ce mois se facture à partir du \($0), dernier jour." },
    negativeTotal: { "Le total serait négatif (\($0))\u{A0}: il faut un avoir." },
    tooManyLines: { "La facture aurait \($0) lignes\u{A0}: mille au plus." },
    earlierThanLast: {
      "La dernière facture est datée du \($0)\u{A0}: les numéros suivent les dates."
    },
    invalid: { "La facture n’est pas conforme, elle n’est pas émise\u{A0}: \($0)" },
    amountOutOfBounds: "Le montant n’est pas lisible ou hors des bornes.",
    beyondBalance: { "Le montant dépasse ce qui reste, \($0)." },
    dayOutOfBounds: "Ce jour n’est pas possible ici.",
    textTooLong: "Un texte est trop long.", noReason: "Le motif manque.",
    isCreditNote: "Un avoir ne se paie pas et ne se corrige pas.",
    unknownLine: { "La facture n’a pas de ligne \($0), ou elle est citée deux fois." },
    beyondLine: { "Ligne \($0)\u{A0}: il en reste \($1) hors taxes à reprendre, pas davantage." },
    notReplaceable: """
      Une facture payée, reprise ou qui n’est pas celle d’un mois ne se remplace pas\u{A0}: \
      émettez un avoir.
      """,
    depositNotIssued: """
      Un acompte serait imputé sans que sa facture soit émise\u{A0}: émettez-la d’abord.
      """)
}
