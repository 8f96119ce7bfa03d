import Maintenance

/// Words of the page that reads a bank's file.
struct BankWords: Sendable {
  var title: String
  var lead: String
  var file: String
  var hint: String
  var read: String
  var label: String
  var nothing: String
  var unread: @Sendable (String) -> String
  var grounds: [BankMatch.Ground: String]
  var faults: [BankStatement.Fault: String]
}

extension BankWords {
  static let french = BankWords(
    title: "Rapprochement bancaire",
    lead: """
      Chaque ligne du relevé est rapprochée d’une facture\u{202F}; rien n’est noté sans votre \
      accord.
      """,
    file: "Relevé de la banque",
    hint: "Un fichier CSV d’un mégaoctet au plus, avec des colonnes date, libellé et montant.",
    read: "Lire le relevé", label: "Libellé", nothing: "Aucune ligne n’apporte d’argent.",
    unread: { "Lignes qui n’ont pas pu être lues\u{A0}: \($0)." },
    grounds: [
      .number: "le libellé cite son numéro", .amount: "la seule de ce montant",
      .recorded: "paiement déjà noté", .none: "aucune facture ne correspond",
    ],
    faults: [
      .tooLarge: "Le fichier dépasse un mégaoctet.",
      .tooManyLines: "Le fichier a plus de cinq mille lignes.",
      .noHeading: "Aucune ligne ne nomme une date, un libellé et un montant.",
    ])

  static let english = BankWords(
    title: "Bank statement",
    lead: """
      Each line of the statement is matched with an invoice; nothing is recorded unless you say so.
      """,
    file: "The bank’s statement",
    hint: "A CSV file of a megabyte at most, with columns for date, label (libellé) and amount.",
    read: "Read the statement", label: "Label", nothing: "No line brings money.",
    unread: { "Lines that could not be read: \($0)." },
    grounds: [
      .number: "the label names it", .amount: "the only one of that amount",
      .recorded: "payment recorded already", .none: "no invoice matches",
    ],
    faults: [
      .tooLarge: "The file is larger than a megabyte.",
      .tooManyLines: "The file has more than five thousand lines.",
      .noHeading: "No line names a date, a label and an amount.",
    ])
}
