import Maintenance
import Store

/// Words of the runs that bill what is due.
struct RunWords: Sendable {
  var title: String
  var one: @Sendable (String) -> String
  var preparing: String
  var progress: @Sendable (_ done: Int, _ total: Int) -> String
  var ended: @Sendable (_ issued: Int, _ refused: Int, _ failed: Int) -> String
  var nothing: String
  var none: String
  var leave: String
  var refresh: String
  var start: String
  var refused: String
  var failed: String
  var issued: String
  var retry: String
  var attempts: String
  var reason: String
  var failedLead: String
  var state: String
  var running: String
  var over: String
}

extension RunWords {
  static let french = RunWords(
    title: "Passages de facturation", one: { "Passage du \($0)" },
    preparing: "Ce qui est dû est recensé…",
    progress: { "\($0) sur \($1)" },
    ended: { issued, refused, failed in
      "Émises\u{A0}: \(issued). Refusées\u{A0}: \(refused). En panne\u{A0}: \(failed)."
    },
    nothing: "Rien n’était à facturer.", none: "Aucun passage encore.",
    leave: "Le passage continue sans cette page\u{A0}: vous pouvez la quitter.",
    refresh: "Actualiser", start: "Lancer le passage", refused: "Refusées", failed: "En panne",
    issued: "Émises", retry: "Réessayer", attempts: "Essais", reason: "Raison",
    failedLead: "La presse ou la base a échoué\u{A0}; rien n’a été émis, aucun numéro n’est pris.",
    state: "État", running: "En cours", over: "Terminé")

  static let english = RunWords(
    title: "Billing runs", one: { "Run of \($0)" },
    preparing: "What is due is being listed…", progress: { "\($0) of \($1)" },
    ended: { "Issued: \($0). Refused: \($1). Failed: \($2)." },
    nothing: "Nothing was to be billed.", none: "No run yet.",
    leave: "The run goes on without this page: you may leave it.", refresh: "Refresh",
    start: "Start the run", refused: "Refused", failed: "Failed", issued: "Issued",
    retry: "Try again", attempts: "Attempts", reason: "Reason",
    failedLead: "The press or the database failed; nothing was issued and no number is taken.",
    state: "State", running: "Running", over: "Ended")
}
