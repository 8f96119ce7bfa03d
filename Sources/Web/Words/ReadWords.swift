import Maintenance

/// Words of reads of what is confidential.
struct ReadWords: Sendable {
  var title: String
  var lead: String
  var none: String
  var when: String
  var what: String
  var ticket: String
  var classes: [ConfidentialRead.Class: String]
  var personalData: String
}

extension ReadWords {
  static let french = ReadWords(
    title: "Consultations",
    lead: "Qui a lu ce qui est confidentiel. Chaque heure est scellée par une inscription.",
    none: "Rien de confidentiel n’a été lu.", when: "Quand", what: "Quoi", ticket: "Ticket",
    classes: [
      .evidence: "Dossier de preuve", .export: "Export", .notes: "Notes internes",
      .personalData: "Données d’une personne",
    ], personalData: "Données personnelles (JSON)")

  static let english = ReadWords(
    title: "Reads", lead: "Who read what is confidential. Each hour is sealed by an entry.",
    none: "Nothing confidential was read.", when: "When", what: "What", ticket: "Ticket",
    classes: [
      .evidence: "Evidence file", .export: "Export", .notes: "Internal notes",
      .personalData: "A person’s data",
    ], personalData: "Personal data (JSON)")
}
