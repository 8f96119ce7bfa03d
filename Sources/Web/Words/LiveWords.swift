/// Words of what others do while a page is open.
struct LiveWords: Sendable {
  /// Names, and how many they are.
  var writing: @Sendable (_ names: String, _ count: Int) -> String
  var moved: String
}

extension LiveWords {
  static let french = LiveWords(
    writing: { names, count in "\(names) \(count == 1 ? "rédige" : "rédigent") une réponse" },
    moved: """
      Quelqu’un vient d’agir sur ce ticket. Ce que vous écrivez est gardé\u{A0}; relisez la \
      chronologie avant d’envoyer.
      """)

  static let english = LiveWords(
    writing: { names, count in "\(names) \(count == 1 ? "is" : "are") writing an answer" },
    moved: """
      Somebody has just acted on this ticket. What you write is kept; read the timeline before you \
      send it.
      """)
}
