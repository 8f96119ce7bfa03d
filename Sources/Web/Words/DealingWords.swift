import Maintenance

/// Words of what is dealt with the client on a ticket, and of what changes it.
struct DealingWords: Sendable {
  var answer: String
  var answerHint: String
  var internalNote: String
  var assign: String
  var person: String
  var qualify: String
  var accord: String
  var accordHint: String
  var reason: String
  var override: String
  var overrideHint: String
  var charge: String
  var link: String
  var linkNumber: String
  var links: [TicketLink.Kind: String]
  var linked: String
  var propose: String
  var proposalText: String
  var price: String
  var validUntil: String
  var proposals: String
  /// Of one, by its number.
  var proposal: @Sendable (Int) -> String
  var until: @Sendable (String) -> String
  var warn: String
  var warnings: String
  var warning: @Sendable (Int) -> String
  var risk: String
  var consequence: String
  var recommendation: String
  var recommendedPrice: String
  var remind: String
  var reminders: @Sendable (Int) -> String
  var recordAnswer: String
  var answeredBy: String
  var said: String
  var proposalAnswers: [ClientAnswer.Kind: String]
  var warningAnswers: [ClientAnswer.Kind: String]
  var awaited: String
  var awaitedCount: @Sendable (Int) -> String
  /// Who, on which day.
  var byOn: @Sendable (String, String) -> String
  var reopen: String
  var confirm: String
  var confirmedBy: String
  var debt: String
  var debtLead: @Sendable (_ owner: String, _ day: String) -> String
  var debtOwner: String
  var debtDue: String
  var moveDebt: String
  var debts: String
  var start: String
  var startHint: String
  var place: String
  var places: [Ticket.Work.Place: String]
  var decide: String
  var deal: String
  var beforeVAT: @Sendable (_ amount: String) -> String
}

extension DealingWords {
  static let french = DealingWords(
    answer: "Répondre au client", answerHint: "Le client la lit.", internalNote: "Note interne",
    assign: "Attribuer", person: "Personne",
    qualify: "Requalifier", accord: "Accord donné par",
    accordHint: "Si la priorité change\u{A0}: qui, chez le client, l’accepte.",
    reason: "Motif", override: "Déroger au verdict",
    overrideHint: "Le client voit la dérogation et son motif.", charge: "Facturé désormais",
    link: "Lier à un ticket", linkNumber: "Numéro du ticket de ce contrat",
    links: [
      .duplicateOf: "doublon de", .duplicatedBy: "a pour doublon", .causedBy: "causé par",
      .causeOf: "cause de", .related: "en rapport avec",
    ],
    linked: "Tickets liés", propose: "Proposer un prix",
    proposalText: "Ce qui serait fait", price: "Prix HT en euros", validUntil: "Valable jusqu’au",
    proposals: "Propositions", proposal: { "Proposition \($0)" },
    until: { "valable jusqu’au \($0)" }, warn: "Mettre en garde", warnings: "Mises en garde",
    warning: { "Mise en garde \($0)" }, risk: "Risque", consequence: "Conséquence",
    recommendation: "Ce que nous recommandons", recommendedPrice: "Prix, s’il est connu",
    remind: "Noter une relance",
    reminders: { $0 == 0 ? "pas encore relancé" : $0 == 1 ? "une relance" : "\($0) relances" },
    recordAnswer: "Noter la réponse", answeredBy: "Réponse donnée par", said: "Ce qui a été dit",
    proposalAnswers: [.accepted: "Acceptée", .declined: "Refusée"],
    warningAnswers: [
      .accepted: "Reçue et suivie", .declined: "Reçue, non suivie", .silent: "Sans réponse",
    ],
    awaited: "Réponse attendue",
    awaitedCount: { $0 == 1 ? "une réponse attendue" : "\($0) réponses attendues" },
    byOn: { who, day in who.isEmpty ? day : "\(who), \(day)" }, reopen: "Rouvrir",
    confirm: "Noter la confirmation", confirmedBy: "Confirmé par", debt: "Correction à faire",
    debtLead: { owner, day in
      "Un contournement est en place\u{A0}: \(owner) corrige la cause d’ici le \(day)."
    },
    debtOwner: "Qui corrige la cause", debtDue: "Au plus tard le", moveDebt: "Reporter",
    debts: "Contournements à corriger", start: "Début",
    startHint: "Vide\u{A0}: le temps compte à l’heure où il est noté.", place: "Où",
    places: [.remote: "À distance", .onSite: "Sur site"], decide: "Décider",
    deal: "Convenir avec le client", beforeVAT: { "\($0)\u{A0}HT" })

  static let english = DealingWords(
    answer: "Answer the client", answerHint: "The client reads it.",
    internalNote: "Internal note", assign: "Assign",
    person: "Person", qualify: "Qualify anew", accord: "Agreed by",
    accordHint: "If the priority changes: who at the client agrees.", reason: "Reason",
    override: "Override the verdict",
    overrideHint: "The client sees the override and its reason.", charge: "Charged from now on",
    link: "Link to a ticket", linkNumber: "Number of the ticket in this contract",
    links: [
      .duplicateOf: "duplicate of", .duplicatedBy: "duplicated by", .causedBy: "caused by",
      .causeOf: "cause of", .related: "related to",
    ],
    linked: "Linked tickets", propose: "Propose a price", proposalText: "What would be done",
    price: "Price before VAT, in euros", validUntil: "Valid until", proposals: "Proposals",
    proposal: { "Proposal \($0)" }, until: { "valid until \($0)" }, warn: "Give a warning",
    warnings: "Formal warnings", warning: { "Warning \($0)" }, risk: "Risk",
    consequence: "Consequence", recommendation: "What we recommend",
    recommendedPrice: "Price, if known", remind: "Record a reminder",
    reminders: { $0 == 0 ? "not reminded yet" : $0 == 1 ? "one reminder" : "\($0) reminders" },
    recordAnswer: "Record the answer", answeredBy: "Answered by", said: "What was said",
    proposalAnswers: [.accepted: "Accepted", .declined: "Declined"],
    warningAnswers: [
      .accepted: "Received and followed", .declined: "Received, not followed",
      .silent: "No answer",
    ],
    awaited: "Answer awaited",
    awaitedCount: { $0 == 1 ? "one answer awaited" : "\($0) answers awaited" },
    byOn: { who, day in who.isEmpty ? day : "\(who), \(day)" }, reopen: "Reopen",
    confirm: "Record the confirmation", confirmedBy: "Confirmed by", debt: "To be mended",
    debtLead: { owner, day in
      "A workaround is in place: \(owner) mends the cause by \(day)."
    },
    debtOwner: "Who mends the cause", debtDue: "By", moveDebt: "Put off",
    debts: "Workarounds to mend", start: "Start",
    startHint: "Empty: the time counts when it is noted.", place: "Where",
    places: [.remote: "Remote", .onSite: "On site"], decide: "Decide",
    deal: "Agree with the client", beforeVAT: { "\($0) before VAT" })
}
