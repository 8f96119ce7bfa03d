/// Words of what is done to several tickets at once.
struct BatchWords: Sendable {
  /// Heads the column of boxes.
  var tick: String
  /// A ticket's number, its client.
  var tickOne: @Sendable (Int, String) -> String
  /// Stands before the buttons.
  var ticked: String
  var verbs: [TicketBatch.Kind: String]
  var titles: [TicketBatch.Kind: String]
  var chosen: @Sendable (Int) -> String
  var none: String
  var noneHint: String
  var submit: @Sendable (Int) -> String
  var confirmHint: String
  var back: String
  var became: String
  var done: String
  var notDone: String
  var doneBefore: String
  /// How many were done, of how many.
  var outcome: @Sendable (Int, Int) -> String
  var left: @Sendable (Int) -> String
  var leftHint: String
  var again: String
}

extension BatchWords {
  static let french = BatchWords(
    tick: "Cocher", tickOne: { "Cocher le ticket \($0), \($1)" }, ticked: "Tickets cochés",
    verbs: [
      .assign: "Attribuer", .note: "Noter", .reclassify: "Requalifier", .confirm: "Clore",
    ],
    titles: [
      .assign: "Attribuer des tickets", .note: "Noter sur des tickets",
      .reclassify: "Requalifier des tickets", .confirm: "Clore des tickets confirmés",
    ],
    chosen: {
      $0 == 1 ? "Un ticket coché" : $0 == 0 ? "Aucun ticket coché" : "\($0) tickets cochés"
    },
    none: "Aucun ticket n’est coché.",
    noneHint: "Cochez des lignes de la liste, puis choisissez ce qui vaut pour toutes.",
    submit: { $0 == 1 ? "Faire pour ce ticket" : "Faire pour ces \($0) tickets" },
    confirmHint: "Pour des tickets résolus seulement\u{A0}: qui, chez le client, l’a confirmé.",
    back: "Retour à la liste", became: "Ce qui a été fait", done: "Fait", notDone: "Pas fait",
    doneBefore: "Déjà fait par le premier envoi.",
    outcome: { done, all in
      done == all
        ? "Fait pour \(all == 1 ? "le ticket" : "les \(all) tickets")"
        : "Fait pour \(done) ticket\(done > 1 ? "s" : "") sur \(all)"
    },
    left: {
      $0 == 1 ? "Un ticket n’a pas été changé." : "\($0) tickets n’ont pas été changés."
    },
    leftHint: "Les autres le sont, chacun avec son reçu. Corrigez plus bas et reprenez ceux-ci.",
    again: "Reprendre ce qui reste")

  static let english = BatchWords(
    tick: "Tick", tickOne: { "Tick ticket \($0), \($1)" }, ticked: "Ticked tickets",
    verbs: [.assign: "Assign", .note: "Note", .reclassify: "Requalify", .confirm: "Close"],
    titles: [
      .assign: "Assign tickets", .note: "Note on tickets", .reclassify: "Requalify tickets",
      .confirm: "Close confirmed tickets",
    ],
    chosen: {
      $0 == 1 ? "One ticket ticked" : $0 == 0 ? "No ticket ticked" : "\($0) tickets ticked"
    },
    none: "No ticket is ticked.",
    noneHint: "Tick rows of the list, then choose what goes for all of them.",
    submit: { $0 == 1 ? "Do it for this ticket" : "Do it for these \($0) tickets" },
    confirmHint: "For resolved tickets only: who at the client confirmed.",
    back: "Back to the list", became: "What was done", done: "Done", notDone: "Not done",
    doneBefore: "Already done by the first sending.",
    outcome: { done, all in
      done == all
        ? "Done for \(all == 1 ? "the ticket" : "all \(all) tickets")"
        : "Done for \(done) of \(all) tickets"
    },
    left: { $0 == 1 ? "One ticket was not changed." : "\($0) tickets were not changed." },
    leftHint: "The others were, each with its receipt. Correct it below and try these again.",
    again: "Try again what is left")
}
