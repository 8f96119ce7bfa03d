import Maintenance

/// Words of suppliers' invoices.
struct PurchaseWords: Sendable {
  var title: String
  var lead: String
  var none: String
  var file: String
  var hint: String
  var contract: String
  var note: String
  var keep: String
  var seller: String
  var buyer: String
  var original: String
  var doubtTitle: String
  var doubts: [PurchaseDoubt: String]
  var noDoubt: String
  var noFile: String
  var unreadable: @Sendable (String) -> String
  var lacks: @Sendable (String) -> String
  var alreadyKept: String
  var noteTooLong: String
}

extension PurchaseWords {
  func sentence(_ refusal: PurchaseRefusal) -> String {
    switch refusal {
    case .unreadable(let reason): unreadable(reason)
    case .lacks(let term): lacks(term)
    case .alreadyKept: alreadyKept
    case .noteTooLong: noteTooLong
    }
  }

  static let french = PurchaseWords(
    title: "Factures de fournisseurs",
    lead: """
      Une facture reçue est lue, montrée et conservée avec un contrat\u{202F}; rien n’est calculé \
      d’après elle.
      """,
    none: "Aucune facture de fournisseur n’est conservée.", file: "Facture reçue",
    hint: "Un Factur-X (PDF) ou son XML CII, de dix mégaoctets au plus.", contract: "Contrat",
    note: "Objet", keep: "Lire et conserver", seller: "Fournisseur", buyer: "Adressée à",
    original: "Fichier reçu", doubtTitle: "À vérifier",
    doubts: [
      .totalsDiffer: "Le HT et la TVA ne font pas le total TTC.",
      .linesDiffer: "Les lignes ne font pas le total HT.",
      .otherBuyer: "Elle est adressée à une autre entreprise.",
      .otherCurrency: "Elle n’est pas en euros.",
      .inTheFuture: "Elle est datée d’un jour à venir.",
      .dueBeforeIssue: "Son échéance précède sa date.",
      .breaksItsSchema: "Elle ne suit pas le schéma de son propre format.",
    ],
    noDoubt: "Rien de ce qu’elle dit ne se contredit.", noFile: "Choisissez un fichier.",
    unreadable: { "Le fichier ne peut pas être lu\u{A0}: \($0)." },
    lacks: { "La facture n’a pas de \($0) lisible (EN 16931)." },
    alreadyKept: "Ce fichier est déjà conservé avec ce contrat.",
    noteTooLong: "L’objet dépasse cinq cents caractères.")

  static let english = PurchaseWords(
    title: "Suppliers’ invoices",
    lead: """
      An invoice received is read, shown and kept with a contract; nothing is computed from it.
      """,
    none: "No supplier’s invoice is kept.", file: "Invoice received",
    hint: "A Factur-X (PDF) or its CII XML, ten megabytes at most.", contract: "Contract",
    note: "Purpose", keep: "Read and keep", seller: "Supplier", buyer: "Addressed to",
    original: "File received", doubtTitle: "To check",
    doubts: [
      .totalsDiffer: "Net and VAT do not add up to the total.",
      .linesDiffer: "The lines do not add up to the net amount.",
      .otherBuyer: "It is addressed to another company.",
      .otherCurrency: "It is not in euros.",
      .inTheFuture: "It bears a day to come.",
      .dueBeforeIssue: "It falls due before its date.",
      .breaksItsSchema: "It does not follow the schema of its own format.",
    ],
    noDoubt: "Nothing that it says contradicts itself.", noFile: "Choose a file.",
    unreadable: { "The file cannot be read: \($0)." },
    lacks: { "The invoice has no readable \($0) (EN 16931)." },
    alreadyKept: "This file is kept with this contract already.",
    noteTooLong: "The purpose has more than five hundred characters.")
}
