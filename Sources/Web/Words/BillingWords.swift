import Maintenance

/// Words of what is not billed yet, and why.
struct BillingWords: Sendable {
  var title: String
  var lead: @Sendable (_ toIssue: String, _ waiting: String) -> String
  var link: String
  var none: String
  var month: String
  var what: String
  var why: String
  var amount: String
  var truncated: @Sendable (Int) -> String
  var toIssue: String
  var monthNotOver: @Sendable (String) -> String
  var reasons: [LeftOut.Reason: String]
  /// Heading of what a draft leaves out.
  var leftOut: String
  /// So many entries that the flat fee covers.
  var covered: @Sendable (Int) -> String
  var gauge: String
  var expires: @Sendable (String) -> String
}

extension BillingWords {
  static let french = BillingWords(
    title: "Ce qui n’est pas encore facturé et pourquoi",
    lead: { "\($0) HT à émettre, \($1) HT en attente de la fin du mois." },
    link: "Pas encore facturé", none: "Tout ce qui est dû est facturé.", month: "Mois",
    what: "Quoi", why: "Pourquoi", amount: "Montant HT",
    truncated: { "Les \($0) premières lignes sont montrées." },
    toIssue: "prêt à émettre", monthNotOver: { "le mois finit le \($0)" },
    reasons: [
      .included: "compris dans le forfait", .needsQuote: "un devis accepté manque",
      .refused: "le contrat ne le paie pas", .alreadyBilled: "déjà facturé",
      .outsideContract: "hors des dates du contrat",
      .missingIndex: "une valeur d’indice manque",
      .unpriced: "le contrat n’en dit pas le prix",
      .indemnity: "indemnité\u{A0}: hors TVA, hors facture",
      .formalNotice: "une mise en demeure est requise", .notDone: "n’a pas encore eu lieu",
      .laterPeriod: "reporté sur la période suivante",
    ],
    leftOut: "Ce que ce brouillon ne compte pas",
    covered: {
      $0 == 1 ? "Un travail compris dans le forfait" : "\($0) travaux compris dans le forfait"
    }, gauge: "Carnet d’heures",
    expires: { "À utiliser jusqu’au \($0)." })

  static let english = BillingWords(
    title: "What is not billed yet, and why",
    lead: { "\($0) before VAT to issue, \($1) before VAT waiting for the month’s end." },
    link: "Not billed yet", none: "All that is due is billed.", month: "Month", what: "What",
    why: "Why", amount: "Amount before VAT",
    truncated: { "The first \($0) lines are shown." },
    toIssue: "ready to issue", monthNotOver: { "the month ends on \($0)" },
    reasons: [
      .included: "included in the fee", .needsQuote: "an accepted quote is missing",
      .refused: "the contract does not pay it", .alreadyBilled: "billed already",
      .outsideContract: "outside the contract’s dates",
      .missingIndex: "a value of the index is missing",
      .unpriced: "the contract gives no price for it",
      .indemnity: "an indemnity: outside VAT, on no invoice",
      .formalNotice: "a formal notice is required", .notDone: "has not happened yet",
      .laterPeriod: "carried to the next period",
    ],
    leftOut: "What this draft leaves out",
    covered: { $0 == 1 ? "One entry that the fee covers" : "\($0) entries that the fee covers" },
    gauge: "Prepaid hours",
    expires: { "To be used by \($0)." })
}
