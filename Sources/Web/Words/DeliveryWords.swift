import Maintenance

/// Words of acceptance.
struct DeliveryWords: Sendable {
  var title: String
  var one: @Sendable (Int) -> String
  var lead: @Sendable (_ awaited: Int, _ late: Int) -> String
  var kinds: [Delivery.Kind: String]
  var stages: [Delivery.Stage: String]
  var decisions: [Delivery.Decision: String]
  var none: String
  var noneHint: String
  var what: String
  var kind: String
  var state: String
  var notified: String
  var due: String
  var noDue: String
  var article: String
  var operation: String
  var otherDelivery: String
  var criteria: String
  var criteriaHint: String
  var notify: String
  var notifyHint: String
  var day: String
  var silences: [Acceptance.Silence: String]
  var decide: String
  var decision: String
  var person: String
  var capacity: String
  var reason: String
  var reasonHint: String
  var reservations: String
  var reservationsHint: String
  var openReservations: @Sendable (Int) -> String
  var lift: String
  var lifted: String
  var liftNote: String
  var toLift: String
  var presentAgain: String
  var presentNote: String
  var presented: @Sendable (Int) -> String
  var tacit: String
  var tacitNotice: @Sendable (String) -> String
  var report: String
  var history: String
  var awaited: String
  var refusals: [DeliveryRefusal: String]
}

extension DeliveryWords {
  static let french = DeliveryWords(
    title: "Recettes", one: { "Recette \($0)" },
    lead: { awaited, late in
      let waiting =
        awaited == 0
        ? "Aucune décision attendue"
        : awaited == 1 ? "Une décision attendue" : "\(awaited) décisions attendues"
      return waiting + (late == 0 ? "." : ", \(late) hors délai.")
    },
    kinds: [
      .acceptance: "Recette", .fitness: "Vérification d’aptitude (VA)",
      .regularity: "Vérification de service régulier (VSR)",
    ],
    stages: [
      .awaited: "Attendue", .accepted: "Prononcée", .reserved: "Avec réserves",
      .partial: "Partielle", .refused: "Refusée", .postponed: "Ajournée", .reduced: "Réfaction",
    ],
    decisions: [
      .accepted: "Sans réserve", .reserved: "Avec réserves", .partial: "En partie",
      .refused: "Refus", .postponed: "Ajournement", .reduced: "Réfaction (prix réduit)",
    ],
    none: "Aucune recette.",
    noneHint: """
      Notifiez l’achèvement d’une opération ou d’une livraison\u{A0}: le délai du contrat court, \
      et son silence vaut ce que le contrat dit.
      """,
    what: "Ce qui est livré", kind: "Vérification", state: "État", notified: "Notifié le",
    due: "À décider avant la fin du", noDue: "sans délai au contrat", article: "Article",
    operation: "Opération du contrat", otherDelivery: "Autre livraison", criteria: "Critères",
    criteriaHint: "Un par ligne, en plus de celui du contrat.",
    notify: "Notifier un achèvement",
    notifyHint: "Le délai de décision part de ce jour.", day: "Achevé le",
    silences: [
      .acceptance: "Le silence vaut recette sans réserve.", .refusal: "Le silence vaut refus.",
    ],
    decide: "Décider", decision: "Décision", person: "Prononcée par", capacity: "Qualité",
    reason: "Motif", reasonHint: "Nécessaire pour tout ce qui n’est pas une recette entière.",
    reservations: "Réserves", reservationsHint: "Une par ligne.",
    openReservations: { $0 == 1 ? "une réserve à lever" : "\($0) réserves à lever" },
    lift: "Lever la réserve", lifted: "Levée", liftNote: "Ce qui a été fait", toLift: "À lever",
    presentAgain: "Présenter à nouveau", presentNote: "Ce qui a été repris",
    presented: { "présenté \($0) fois" }, tacit: "Par le silence du client",
    tacitNotice: { "Sans décision à la fin du \($0), le silence décide." },
    report: "Procès-verbal (PDF)", history: "Chronologie", awaited: "Recettes attendues",
    refusals: [
      .noTitle: "Dites ce qui est livré.", .noCriterion: "Donnez au moins un critère.",
      .tooManyLines: "Cinquante lignes au plus.", .textTooLong: "Un texte est trop long.",
      .dayOutOfBounds: "Ce jour ne convient pas\u{A0}: ni à venir, ni vieux de plus d’un an.",
      .notOfContract: "Le contrat n’a pas cette vérification.",
      .unknownOperation: "Le contrat n’a pas cette opération.",
      .alreadyDecided: "La décision est déjà prise.",
      .wrongDecision: "Cette décision ne va pas avec ce qui est dit.",
      .noReservation: "Écrivez les réserves, une par ligne.", .reasonNeeded: "Donnez le motif.",
      .nameOutOfBounds: "Dites qui décide, en 200 caractères au plus.",
      .notYetSilent: "Le délai n’est pas passé.",
      .unknownReservation: "Cette réserve n’existe pas.",
      .alreadyLifted: "Cette réserve est déjà levée.",
      .notPresentable: "Seul ce qui est refusé, ajourné ou partiel est présenté à nouveau.",
      .unknownDelivery: "Cette recette n’est pas de ce contrat.",
      .changedMeanwhile: "Cette recette a changé entre-temps\u{A0}: relisez-la.",
    ])

  static let english = DeliveryWords(
    title: "Acceptance", one: { "Acceptance \($0)" },
    lead: { awaited, late in
      let waiting =
        awaited == 0
        ? "No decision awaited"
        : awaited == 1 ? "One decision awaited" : "\(awaited) decisions awaited"
      return waiting + (late == 0 ? "." : ", \(late) overdue.")
    },
    kinds: [
      .acceptance: "Acceptance", .fitness: "Check of fitness (VA)",
      .regularity: "Check of regular service (VSR)",
    ],
    stages: [
      .awaited: "Awaited", .accepted: "Accepted", .reserved: "With reservations",
      .partial: "In part", .refused: "Refused", .postponed: "Postponed", .reduced: "Reduced",
    ],
    decisions: [
      .accepted: "Without reservation", .reserved: "With reservations", .partial: "In part",
      .refused: "Refusal", .postponed: "Postponement", .reduced: "Lower price",
    ],
    none: "No acceptance.",
    noneHint: """
      Notify that an operation or a delivery is complete: the contract's delay runs, and silence \
      means what the contract says.
      """,
    what: "What is delivered", kind: "Check", state: "State", notified: "Notified on",
    due: "Decide by the end of", noDue: "no delay in the contract", article: "Article",
    operation: "Operation of the contract", otherDelivery: "Another delivery",
    criteria: "Criteria", criteriaHint: "One a line, besides the contract's own.",
    notify: "Notify completion", notifyHint: "The delay to decide runs from that day.",
    day: "Completed on",
    silences: [
      .acceptance: "Silence means acceptance without reservation.",
      .refusal: "Silence means refusal.",
    ],
    decide: "Decide", decision: "Decision", person: "Decided by", capacity: "Capacity",
    reason: "Reason", reasonHint: "Needed for all but a whole acceptance.",
    reservations: "Reservations", reservationsHint: "One a line.",
    openReservations: { $0 == 1 ? "one reservation to lift" : "\($0) reservations to lift" },
    lift: "Lift the reservation", lifted: "Lifted", liftNote: "What was done", toLift: "To lift",
    presentAgain: "Present again", presentNote: "What was mended",
    presented: { "presented \($0) times" }, tacit: "By the client's silence",
    tacitNotice: { "Without a decision by the end of \($0), silence decides." },
    report: "Report (PDF)", history: "Timeline", awaited: "Acceptances awaited",
    refusals: [
      .noTitle: "Say what is delivered.", .noCriterion: "Give one criterion at least.",
      .tooManyLines: "Fifty lines at most.", .textTooLong: "A text is too long.",
      .dayOutOfBounds: "That day does not do: neither to come, nor over a year old.",
      .notOfContract: "The contract has no such check.",
      .unknownOperation: "The contract has no such operation.",
      .alreadyDecided: "It is decided already.",
      .wrongDecision: "That decision does not go with what is said.",
      .noReservation: "Write the reservations, one a line.", .reasonNeeded: "Give the reason.",
      .nameOutOfBounds: "Say who decides, in 200 characters at most.",
      .notYetSilent: "The delay is not over.", .unknownReservation: "There is no such reservation.",
      .alreadyLifted: "That reservation is lifted already.",
      .notPresentable: "Only what was refused, postponed or partial is presented again.",
      .unknownDelivery: "That acceptance is not of this contract.",
      .changedMeanwhile: "This acceptance changed meanwhile: read it again.",
    ])
}
