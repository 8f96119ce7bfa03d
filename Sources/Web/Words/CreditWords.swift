import Maintenance

/// Words of what takes an invoice back: credit notes in part, replacements, refunds.
struct CreditWords: Sendable {
  var title: @Sendable (String) -> String
  var lead: String
  var link: String
  var left: String
  var credit: String
  /// For the amount to credit of a line.
  var amountOf: @Sendable (Int) -> String
  var hint: String
  var billedAgain: String
  var replace: String
  var replaceHint: String
  var replacedBy: String
  var settles: String
  var refund: String
  var refundLead: @Sendable (String) -> String
  var next: String
  var all: String
}

extension CreditWords {
  static let french = CreditWords(
    title: { "Avoir sur la facture \($0)" },
    lead:
      "Ce qui reste vide n’est pas repris\u{202F}; sans aucun montant, tout ce qui reste l’est.",
    link: "Avoir ligne à ligne", left: "Reste HT", credit: "À reprendre HT",
    amountOf: { "Montant à reprendre de la ligne \($0), hors taxes" },
    hint: "«\u{A0}tout\u{A0}» reprend ce qui reste de la ligne.",
    billedAgain: "Ce qui est repris en entier redevient à facturer",
    replace: "Annuler et remplacer",
    replaceHint: """
      Une facture rectificative prend sa place, refaite d’après les faits d’aujourd’hui.
      """,
    replacedBy: "Remplacée par", settles: "Acompte facturé", refund: "Noter un remboursement",
    refundLead: { "\($0) à rendre au client." }, next: "Lignes suivantes",
    all: "tout")

  static let english = CreditWords(
    title: { "Credit note on invoice \($0)" },
    lead: "What is left empty is not taken back; without any amount, all that is left is.",
    link: "Credit note line by line", left: "Left before VAT", credit: "To take back before VAT",
    amountOf: { "Amount to take back of line \($0), before VAT" },
    hint: "“all” takes back what is left of the line.",
    billedAgain: "What is taken back whole may be billed again",
    replace: "Cancel and replace",
    replaceHint: "A corrected invoice takes its place, made anew from the facts of today.",
    replacedBy: "Replaced by", settles: "Deposit invoiced", refund: "Record a refund",
    refundLead: { "\($0) to be given back to the client." }, next: "Next lines", all: "all")
}
