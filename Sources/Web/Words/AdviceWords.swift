import Maintenance

/// Words of the register of advice.
struct AdviceWords: Sendable {
  var title: String
  var one: @Sendable (Int) -> String
  /// Awaited, refused or silent.
  var lead: @Sendable (_ awaited: Int, _ refused: Int) -> String
  var stages: [Advice.Stage: String]
  var none: String
  var noneHint: String
  var thing: String
  var thingHint: String
  var fact: String
  var factHint: String
  var risk: String
  var consequence: String
  var consequenceHint: String
  var recommendation: String
  var price: String
  var due: String
  var state: String
  var sentOn: String
  var reminders: @Sendable (Int) -> String
  var origin: String
  var origins: [Advice.Origin.Kind: String]
  var occasions: String
  var occasionsHint: String
  var draft: String
  var write: String
  var save: String
  var lacking: String
  var send: String
  var recipient: String
  var means: String
  var meansNames: [Advice.Means: String]
  var remind: String
  var read: String
  var accept: String
  var decline: String
  var answer: String
  var answeredBy: String
  var reason: String
  var reasonHint: String
  var silence: String
  var raise: String
  var toRaise: String
  var toRaiseHint: String
  var occasion: String
  var occasionNames: [Advice.Occasion: String]
  var note: String
  var close: String
  var closeReason: String
  var closedBecause: String
  var fromTicket: String
  var ticketMade: @Sendable (Int) -> String
  var acceptedCreates: String
  var article: String
  var raisedFor: @Sendable (String) -> String
  var history: String
  var refusals: [AdviceRefusal: String]
}

extension AdviceWords {
  static let french = AdviceWords(
    title: "Conseils", one: { "Conseil \($0)" },
    lead: { awaited, refused in
      let waiting =
        awaited == 0
        ? "Aucune réponse attendue"
        : awaited == 1 ? "Une réponse attendue" : "\(awaited) réponses attendues"
      let unheard =
        refused == 0
        ? "" : refused == 1 ? ", un conseil non suivi" : ", \(refused) conseils non suivis"
      return waiting + unheard + "."
    },
    stages: [
      .drafted: "Brouillon", .sent: "Envoyé", .seen: "Lu", .accepted: "Accepté",
      .declined: "Refusé", .silent: "Sans réponse", .closed: "Clos",
    ],
    none: "Aucun conseil.",
    noneHint: """
      Un conseil part d’un fait\u{A0}: une machine hors support, un ticket qui revient, une \
      réserve de l’état des lieux. La preuve du conseil est à la charge du prestataire.
      """,
    thing: "De quoi il s’agit",
    thingHint: "Le nom de la chose\u{A0}: un équipement, un site, un ticket.",
    fact: "Ce qui a été constaté", factHint: "Un fait daté de ce client, qui nomme la chose.",
    risk: "Risque", consequence: "Conséquence pour ce client",
    consequenceHint: "Dans ses mots\u{A0}: ce qui s’arrête, pour qui, combien de temps.",
    recommendation: "Ce que nous recommandons", price: "Prix HT en euros, s’il est connu",
    due: "À décider avant le", state: "État", sentOn: "Envoyé",
    reminders: { $0 == 0 ? "aucune relance" : $0 == 1 ? "une relance" : "\($0) relances" },
    origin: "D’où il vient",
    origins: [
      .asset: "Équipement", .ticket: "Ticket", .inventory: "État des lieux",
      .renewal: "Renouvellement", .review: "Revue", .other: "Autre constat",
    ],
    occasions: "Faits qui appellent un conseil",
    occasionsHint: "Lus dans le contrat, et dont aucun conseil ne parle encore.",
    draft: "Rédiger un conseil", write: "Rédiger", save: "Enregistrer le brouillon",
    lacking: "Avant de l’envoyer", send: "Envoyer au client", recipient: "À qui, chez le client",
    means: "Par quel moyen",
    meansNames: [
      .portal: "Portail", .email: "Courriel", .letter: "Lettre", .meeting: "En réunion",
    ],
    remind: "Noter une relance", read: "J’ai lu ce conseil", accept: "Accepter",
    decline: "Refuser", answer: "Réponse du client", answeredBy: "Réponse donnée par",
    reason: "Motif", reasonHint: "Nécessaire pour refuser. Il est gardé au registre.",
    silence: "Constater le silence", raise: "Poser à nouveau",
    toRaise: "À poser à nouveau",
    toRaiseHint: "Refusés ou sans réponse, alors qu’une revue ou un préavis approche.",
    occasion: "À quelle occasion",
    occasionNames: [
      .review: "revue", .renewal: "renouvellement", .fact: "fait nouveau",
    ],
    note: "Ce qui a changé", close: "Clore", closeReason: "Pourquoi il n’a plus lieu d’être",
    closedBecause: "Clos", fromTicket: "Conseiller à partir de ce ticket",
    ticketMade: { "Accepté au prix\u{A0}: ticket\u{A0}\($0)" },
    acceptedCreates: """
      Accepté, ce conseil ouvre un ticket où le prix est une proposition acceptée, facturée une \
      fois faite.
      """,
    article: "Article qui l’oblige", raisedFor: { "posé à nouveau, \($0)" },
    history: "Chronologie",
    refusals: [
      .noThing: "Nommez la chose dont il s’agit.",
      .noFact: "Dites le fait constaté, en cinq mots au moins.",
      .thingNotNamed: "Le constat doit nommer la chose dont il s’agit.",
      .noRisk: "Dites le risque.",
      .noConsequence: "Dites la conséquence pour ce client, en cinq mots au moins.",
      .noRecommendation: "Dites ce que vous recommandez.",
      .generic: """
      La même conséquence est déjà écrite à un autre client\u{A0}: dites ce qu’elle est pour \
      celui-ci.
      """,
      .textTooLong: "Un texte est trop long.", .priceOutOfBounds: "Ce prix ne se lit pas.",
      .dayOutOfBounds: "Le jour de décision est entre aujourd’hui et deux ans.",
      .alreadySent: "Ce conseil est déjà envoyé\u{A0}: ce que le client a lu ne change plus.",
      .notAwaited: "Aucune réponse n’est attendue à ce conseil.",
      .reminderTooEarly: "Une relance par jour au plus.",
      .silenceTooEarly: "Le silence se constate un jour après la deuxième relance.",
      .tooManyReminders: "Ce conseil a assez de relances.",
      .reasonNeeded: "Donnez le motif.", .nameOutOfBounds: "Dites qui, en 200 caractères au plus.",
      .notRaisable: "Seul un conseil refusé ou sans réponse se pose à nouveau.",
      .closed: "Ce conseil est clos.", .unknownAdvice: "Ce conseil n’est pas de ce contrat.",
      .unknownTicket: "Ce ticket n’est pas de ce contrat.",
      .changedMeanwhile: "Ce conseil a changé entre-temps\u{A0}: relisez-le.",
    ])

  static let english = AdviceWords(
    title: "Advice", one: { "Advice \($0)" },
    lead: { awaited, refused in
      let waiting =
        awaited == 0
        ? "No answer awaited" : awaited == 1 ? "One answer awaited" : "\(awaited) answers awaited"
      return waiting + (refused == 0 ? "" : ", \(refused) not followed") + "."
    },
    stages: [
      .drafted: "Draft", .sent: "Sent", .seen: "Read", .accepted: "Accepted",
      .declined: "Refused", .silent: "No answer", .closed: "Closed",
    ],
    none: "No advice.",
    noneHint: """
      An advice starts from a fact: a machine out of support, a ticket that comes back, a \
      reservation of the entry inventory. The provider bears the proof that it advised.
      """,
    thing: "What it is about", thingHint: "The thing's name: an asset, a site, a ticket.",
    fact: "What was observed", factHint: "A dated fact of this client, which names the thing.",
    risk: "Risk", consequence: "Consequence for this client",
    consequenceHint: "In its words: what stops, for whom, how long.",
    recommendation: "What we recommend", price: "Price before VAT, in euros, if known",
    due: "Decide by", state: "State", sentOn: "Sent",
    reminders: { $0 == 0 ? "no reminder" : $0 == 1 ? "one reminder" : "\($0) reminders" },
    origin: "Where it comes from",
    origins: [
      .asset: "Asset", .ticket: "Ticket", .inventory: "Entry inventory", .renewal: "Renewal",
      .review: "Review", .other: "Other",
    ],
    occasions: "Facts that call for advice",
    occasionsHint: "Read in the contract; no advice tells of them yet.",
    draft: "Draft an advice", write: "Draft", save: "Save the draft", lacking: "Before it is sent",
    send: "Send to the client", recipient: "To whom, at the client", means: "By what means",
    meansNames: [
      .portal: "Portal", .email: "E-mail", .letter: "Letter", .meeting: "In a meeting",
    ],
    remind: "Record a reminder", read: "I have read this advice", accept: "Accept",
    decline: "Refuse", answer: "The client's answer", answeredBy: "Answered by", reason: "Reason",
    reasonHint: "Needed to refuse. The register keeps it.", silence: "Record the silence",
    raise: "Raise again", toRaise: "To raise again",
    toRaiseHint: "Refused or unanswered, while a review or a last day for notice is near.",
    occasion: "On what occasion",
    occasionNames: [.review: "review", .renewal: "renewal", .fact: "new fact"],
    note: "What has changed", close: "Close", closeReason: "Why it is needed no more",
    closedBecause: "Closed", fromTicket: "Advise from this ticket",
    ticketMade: { "Accepted at the price: ticket \($0)" },
    acceptedCreates: """
      Accepted, this advice opens a ticket where the price is an accepted proposal, billed once \
      done.
      """,
    article: "Article that asks for it", raisedFor: { "raised again, \($0)" }, history: "Timeline",
    refusals: [
      .noThing: "Name the thing that it is about.",
      .noFact: "Tell the fact that was observed, in five words at least.",
      .thingNotNamed: "The fact must name the thing that it is about.",
      .noRisk: "Tell the risk.",
      .noConsequence: "Tell the consequence for this client, in five words at least.",
      .noRecommendation: "Say what you recommend.",
      .generic: """
      Another client was told the same consequence already: say what it is for this one.
      """,
      .textTooLong: "A text is too long.", .priceOutOfBounds: "That price cannot be read.",
      .dayOutOfBounds: "The day to decide is between today and two years from now.",
      .alreadySent: "This advice was sent: what the client has read changes no more.",
      .notAwaited: "No answer to this advice is awaited.",
      .reminderTooEarly: "One reminder a day at most.",
      .silenceTooEarly: "Silence is told a day after the second reminder.",
      .tooManyReminders: "This advice has reminders enough.", .reasonNeeded: "Give the reason.",
      .nameOutOfBounds: "Say who, in 200 characters at most.",
      .notRaisable: "Only what was refused or unanswered is raised again.",
      .closed: "This advice is closed.", .unknownAdvice: "That advice is not of this contract.",
      .unknownTicket: "That ticket is not of this contract.",
      .changedMeanwhile: "This advice changed meanwhile: read it again.",
    ])
}
