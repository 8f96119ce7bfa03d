import Maintenance

/// Words of invoices that go through an approved platform.
struct HandoverWords: Sendable {
  var title: String
  var lead: @Sendable (Int) -> String
  var nothing: String
  var none: String
  var noPlatform: String
  var handOver: String
  var again: String
  var state: String
  var why: String
  var standings: [HandoverStanding: String]
  var statuses: [LifeCycle: String]
  /// A status that this release has no name for.
  var status: @Sendable (Int) -> String
  /// The last try's fault, and when the next one comes.
  var failed: @Sendable (_ fault: String, _ next: String) -> String
  var collections: String
  /// Each VAT rate with its amount.
  var share: @Sendable (_ amount: String, _ rate: String) -> String
  var refusals: [HandoverRefusal: String]
}

/// How far the invoice's own file is.
enum HandoverStanding: CaseIterable, Sendable {
  case waiting
  case taken
  case accepted
  case turnedDown
}

extension HandoverWords {
  static let french = HandoverWords(
    title: "Plateforme agréée",
    lead: {
      $0 == 1
        ? "Une facture demande votre attention."
        : "\($0) factures demandent votre attention."
    },
    nothing: "Aucune facture n’est refusée, rejetée ni contestée.",
    none: "Cette facture n’a pas été remise à la plateforme.",
    noPlatform: "Ce service n’a pas de plateforme agréée\u{A0}: voir l’option --platform.",
    handOver: "Remettre à la plateforme", again: "Remettre de nouveau", state: "État",
    why: "Motif",
    standings: [
      .waiting: "À remettre", .taken: "Remise, contrôles en cours",
      .accepted: "Acceptée par la plateforme", .turnedDown: "Fichier refusé",
    ],
    statuses: [
      .deposited: "Déposée", .sent: "Émise par la plateforme",
      .received: "Reçue par la plateforme", .madeAvailable: "Mise à disposition",
      .inCharge: "Prise en charge", .approved: "Approuvée",
      .partlyApproved: "Approuvée partiellement", .disputed: "En litige",
      .suspended: "Suspendue", .completed: "Complétée", .refused: "Refusée",
      .paymentSent: "Paiement transmis", .collected: "Encaissée", .rejected: "Rejetée",
    ],
    status: { "Statut \($0)" },
    failed: { "La plateforme n’a pas répondu (\($0)). Prochain essai\u{A0}: \($1)." },
    collections: "Encaissements déclarés", share: { "\($0) à \($1)" },
    refusals: [
      .noPlatform: "Ce service n’a pas de plateforme agréée.",
      .alreadyHandedOver: "La facture est déjà remise à la plateforme.",
    ])

  static let english = HandoverWords(
    title: "Approved platform",
    lead: { $0 == 1 ? "One invoice needs your attention." : "\($0) invoices need your attention." },
    nothing: "No invoice is refused, rejected or disputed.",
    none: "This invoice was not handed over to the platform.",
    noPlatform: "This service has no approved platform: see the option --platform.",
    handOver: "Hand over to the platform", again: "Hand over again", state: "State",
    why: "Reason",
    standings: [
      .waiting: "To be handed over", .taken: "Handed over, being checked",
      .accepted: "Accepted by the platform", .turnedDown: "File turned down",
    ],
    statuses: [
      .deposited: "Deposited", .sent: "Sent by the platform",
      .received: "Received by the platform", .madeAvailable: "Made available",
      .inCharge: "Taken in charge", .approved: "Approved",
      .partlyApproved: "Partly approved", .disputed: "Disputed",
      .suspended: "Suspended", .completed: "Completed", .refused: "Refused",
      .paymentSent: "Payment sent", .collected: "Collected", .rejected: "Rejected",
    ],
    status: { "Status \($0)" },
    failed: { "The platform did not answer (\($0)). Next try: \($1)." },
    collections: "Collections reported", share: { "\($0) at \($1)" },
    refusals: [
      .noPlatform: "This service has no approved platform.",
      .alreadyHandedOver: "The invoice is with the platform already.",
    ])
}
