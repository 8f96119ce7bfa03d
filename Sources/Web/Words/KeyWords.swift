/// Words of the list of keys.
struct KeyWords: Sendable {
  var title: String
  var close: String
  /// Each with what it does, in the order shown.
  var keys: [(keys: [String], does: String)]
}

extension KeyWords {
  static let french = KeyWords(
    title: "Touches", close: "Fermer",
    keys: [
      (["j", "k"], "Ligne suivante, précédente"), (["o", "↵"], "Ouvrir la ligne"),
      (["x"], "Cocher la ligne"), (["e"], "Agir\u{A0}: aller au prochain acte du ticket"),
      (["/"], "Chercher"), (["1", "…", "9"], "Vue enregistrée"),
      (["n", "p"], "Page suivante, précédente"),
      (["?"], "Cette liste"),
    ])

  static let english = KeyWords(
    title: "Keys", close: "Close",
    keys: [
      (["j", "k"], "Next row, row before"), (["o", "↵"], "Open the row"), (["x"], "Tick the row"),
      (["e"], "Act: go to the ticket’s next act"), (["/"], "Search"),
      (["1", "…", "9"], "Saved view"), (["n", "p"], "Next page, page before"), (["?"], "This list"),
    ])
}
