import Maintenance

/// Words of measured availability and of the outages it is measured from.
struct AvailabilityWords: Sendable {
  var title: String
  var hint: String
  var group: String
  var period: String
  var window: String
  var down: String
  var excluded: String
  var measured: String
  var promised: String
  var windows: [Availability.Window: String]
  var soFar: String
  var outages: String
  var noOutage: String
  var start: String
  var end: String
  var cause: String
  var reason: String
  var counts: String
  var leftOut: String
  var lasting: String
  var withdrawn: String
  var ofTicket: @Sendable (Int) -> String
  var record: String
  var recordHint: String
  var endHint: String
  var noCause: String
  var reasonHint: String
  var save: String
  var endNow: String
  var back: String
  var withdraw: String
  var withdrawReason: String
  var penalties: String
  var interrupted: String
  var refusals: [OutageRefusal: String]
}

extension AvailabilityWords {
  static let french = AvailabilityWords(
    title: "Disponibilité",
    hint: """
      Part du temps de service sans interruption\u{A0}: (T − I) ÷ T, où I laisse de côté les \
      causes que le contrat nomme.
      """,
    group: "Groupe", period: "Période", window: "Temps de service (T)",
    down: "Interruption (I)", excluded: "Laissé de côté", measured: "Mesurée", promised: "Promise",
    windows: [.openingHours: "heures ouvrées", .roundTheClock: "24\u{A0}h sur 24"],
    soFar: "à ce jour", outages: "Interruptions", noOutage: "Aucune interruption inscrite.",
    start: "Début", end: "Fin", cause: "Cause", reason: "Ce qui s’est passé",
    counts: "Comptée", leftOut: "Laissée de côté", lasting: "En cours", withdrawn: "Retirée",
    ofTicket: { "ticket\u{A0}\($0)" }, record: "Inscrire une interruption",
    recordHint:
      "Heures du contrat. Ce qui est inscrit reste\u{A0}: une erreur se retire avec motif.",
    endHint: "Vide tant que le service n’est pas revenu.", noCause: "Aucune\u{A0}: elle compte",
    reasonHint: "Ce qui ne marchait plus, et pourquoi.", save: "Inscrire",
    endNow: "Service revenu", back: "Revenu le", withdraw: "Retirer",
    withdrawReason: "Pourquoi elle est retirée", penalties: "Pénalités sur la disponibilité",
    interrupted: "Service interrompu\u{A0}: l’inscrire",
    refusals: [
      .unknownGroup: "Le contrat n’a pas ce groupe d’équipements.",
      .unknownCause: "Le contrat ne laisse pas cette cause de côté pour ce groupe.",
      .noReason: "Dites ce qui s’est passé.",
      .textTooLong: "Ce texte est trop long\u{A0}: 10\u{202F}000 caractères au plus.",
      .beforeContract: "Le contrat n’avait pas commencé.",
      .inFuture: "Ce moment n’est pas encore venu.",
      .endsBeforeStart: "La fin vient après le début.",
      .alreadyEnded: "La fin de cette interruption est déjà inscrite.",
      .alreadyWithdrawn: "Cette interruption est déjà retirée.",
      .unknownTicket: "Ce ticket n’est pas de ce contrat.",
      .unknownOutage: "Cette interruption n’est pas de ce contrat.",
    ])

  static let english = AvailabilityWords(
    title: "Availability",
    hint: """
      Share of the service time without outage: (T − I) ÷ T, where I leaves out the causes that \
      the contract names.
      """,
    group: "Group", period: "Period", window: "Service time (T)", down: "Outage (I)",
    excluded: "Left out", measured: "Measured", promised: "Promised",
    windows: [.openingHours: "opening hours", .roundTheClock: "round the clock"],
    soFar: "so far", outages: "Outages", noOutage: "No outage recorded.", start: "Start",
    end: "End", cause: "Cause", reason: "What happened", counts: "Counted", leftOut: "Left out",
    lasting: "Lasting", withdrawn: "Withdrawn", ofTicket: { "ticket \($0)" },
    record: "Record an outage",
    recordHint:
      "Hours of the contract. What is recorded stays: a mistake is withdrawn, saying why.",
    endHint: "Empty until the service is back.", noCause: "None: it counts",
    reasonHint: "What did not work any more, and why.", save: "Record", endNow: "Service is back",
    back: "Back on", withdraw: "Withdraw", withdrawReason: "Why it is withdrawn",
    penalties: "Penalties on availability", interrupted: "Service interrupted: record it",
    refusals: [
      .unknownGroup: "The contract has no such group of assets.",
      .unknownCause: "The contract does not leave that cause out for that group.",
      .noReason: "Say what happened.",
      .textTooLong: "That text is too long: 10,000 characters at most.",
      .beforeContract: "The contract had not begun.", .inFuture: "That moment is still to come.",
      .endsBeforeStart: "The end comes after the start.",
      .alreadyEnded: "The end of this outage is recorded already.",
      .alreadyWithdrawn: "This outage is withdrawn already.",
      .unknownTicket: "That ticket is not of this contract.",
      .unknownOutage: "That outage is not of this contract.",
    ])
}
