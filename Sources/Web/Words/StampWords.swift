/// Words of the time stamps on the register's heads.
struct StampWords: Sendable {
  var title: String
  var hint: String
  var noAuthority: String
  var none: String
  var last: String
  var authority: String
  var covers: String
  var entries: @Sendable (Int64) -> String
  /// Before the instant since which the oldest waits.
  var waiting: @Sendable (Int) -> String
  var late: @Sendable (String) -> String
  var now: String
}

extension StampWords {
  static let french = StampWords(
    title: "Horodatage",
    hint: """
      Une autorité extérieure date chaque jour la tête signée du registre\u{A0}: elle \
      prouve que tout existait à cet instant.
      """,
    noAuthority: """
      Aucune autorité n’est demandée\u{A0}: l’option --time-stamp-authority du service en nomme une.
      """,
    none: "Aucun horodatage encore.", last: "Dernier horodatage", authority: "Autorité",
    covers: "Tête couverte", entries: { $0 == 1 ? "1 entrée" : "\($0) entrées" },
    waiting: { $0 == 1 ? "Une demande attend depuis" : "\($0) demandes attendent, depuis" },
    late: { "Une demande d’horodatage attend depuis le \($0)." }, now: "Horodater maintenant")

  static let english = StampWords(
    title: "Time stamp",
    hint: """
      Each day an outside authority dates the register’s signed head: it proves that all of it \
      existed at that instant.
      """,
    noAuthority: "No authority is asked: the service’s option --time-stamp-authority names one.",
    none: "No stamp yet.", last: "Last stamp", authority: "Authority", covers: "Head covered",
    entries: { $0 == 1 ? "1 entry" : "\($0) entries" },
    waiting: { $0 == 1 ? "One request waits since" : "\($0) requests wait, since" },
    late: { "A request for a stamp waits since \($0)." }, now: "Stamp now")
}
