import Maintenance
import Operations

/// Words of a client's account, of reminders' letters and of what the accountant is given.
struct LedgerWords: Sendable {
  var title: String
  var link: String
  var owed: @Sendable (String) -> String
  var owing: @Sendable (String) -> String
  var even: String
  var lateExtra: @Sendable (String) -> String
  var none: String
  var notWhole: String
  var pdf: String
  var csv: String
  var invoices: String
  var movements: String
  var movement: String
  var document: String
  var debit: String
  var credit: String
  var balance: String
  var lateness: String
  var kinds: [ClientAccount.Movement.Kind: String]
  var ageing: String
  var ages: [ClientAccount.Age: String]
  var preview: String
  var letter: @Sendable (String) -> String
  var letters: String
  var remindHint: String
  var exports: String
  var exportLead: String
  var from: String
  var to: String
  var files: [AccountingFile: String]
  var refusal: @Sendable (ExportRefusal) -> String
}

extension LedgerWords {
  static let french = LedgerWords(
    title: "Compte du client", link: "Factures et compte",
    owed: { "\($0) à recevoir du client." }, owing: { "\($0) dus au client." },
    even: "Rien n’est dû de part ni d’autre.",
    lateExtra: { "S’y ajoutent \($0) de pénalités et d’indemnités de retard." },
    none: "Aucune facture.", notWhole: "Seules les mille dernières factures sont lues.",
    pdf: "Relevé (PDF)", csv: "Relevé (CSV)", invoices: "Factures", movements: "Mouvements",
    movement: "Mouvement", document: "Pièce", debit: "Débit", credit: "Crédit",
    balance: "Solde", lateness: "Retard",
    kinds: [
      .invoice: "Facture", .credit: "Avoir", .replaced: "Remplacée", .payment: "Paiement",
      .refund: "Remboursement",
    ],
    ageing: "Ancienneté",
    ages: [
      .notDue: "À échoir", .upTo30: "1 à 30 jours", .upTo60: "31 à 60 jours",
      .upTo90: "61 à 90 jours", .beyond: "Plus de 90 jours",
    ],
    preview: "Voir la lettre", letter: { "Lettre du \($0)" }, letters: "Relances",
    remindHint: "La lettre est faite, gardée avec la facture, puis à envoyer.",
    exports: "Exports comptables",
    exportLead: "Un fichier par besoin, ou tout dans une archive avec les empreintes SHA-256.",
    from: "Du", to: "Au",
    files: [
      .invoices: "Factures (CSV)", .payments: "Paiements (CSV)",
      .journal: "Écritures des ventes (FEC)", .archive: "Tout, pour le comptable (ZIP)",
    ],
    refusal: { refusal in
      switch refusal {
      case .nothing: "Rien n’a été émis sur cette période."
      case .tooMany(let most): "Plus de \(most.french) factures\u{A0}: choisissez moins de jours."
      case .dayOutOfBounds:
        "Une période de dix ans au plus est attendue, du premier au dernier jour."
      }
    })

  static let english = LedgerWords(
    title: "Client’s account", link: "Invoices and account",
    owed: { "\($0) to be received from the client." }, owing: { "\($0) owed to the client." },
    even: "Neither side owes anything.",
    lateExtra: { "Late interest and indemnities come on top: \($0)." },
    none: "No invoice.", notWhole: "Only the last thousand invoices are read.",
    pdf: "Statement (PDF)", csv: "Statement (CSV)", invoices: "Invoices",
    movements: "Movements", movement: "Movement", document: "Document", debit: "Debit",
    credit: "Credit", balance: "Balance", lateness: "Lateness",
    kinds: [
      .invoice: "Invoice", .credit: "Credit note", .replaced: "Replaced", .payment: "Payment",
      .refund: "Refund",
    ],
    ageing: "Age",
    ages: [
      .notDue: "Not due yet", .upTo30: "1 to 30 days", .upTo60: "31 to 60 days",
      .upTo90: "61 to 90 days", .beyond: "More than 90 days",
    ],
    preview: "See the letter", letter: { "Letter of \($0)" }, letters: "Reminders",
    remindHint: "The letter is made, kept with the invoice, then yours to send.",
    exports: "Accounting exports",
    exportLead: "One file for each need, or all of it in an archive with SHA-256 digests.",
    from: "From", to: "To",
    files: [
      .invoices: "Invoices (CSV)", .payments: "Payments (CSV)",
      .journal: "Sales entries (FEC)", .archive: "Everything, for the accountant (ZIP)",
    ],
    refusal: { refusal in
      switch refusal {
      case .nothing: "Nothing was issued in this period."
      case .tooMany(let most): "More than \(most) invoices: choose fewer days."
      case .dayOutOfBounds: "A period of ten years at most is expected, first to last day."
      }
    })
}
