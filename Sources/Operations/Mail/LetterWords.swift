import Maintenance

/// Every sentence of a letter, in one language; the compiler holds that each language has all.
struct LetterWords: Sendable {
  var greeting: @Sendable (String) -> String
  var replyLine: String
  var footer: @Sendable (String) -> String
  var ticket: String
  var contract: String
  var priority: String
  var open: String
  var opened: @Sendable (String) -> String
  var openedText: String
  var answered: @Sendable (String) -> String
  var mentioned: @Sendable (_ name: String, _ title: String) -> String
  var mentionedText: String
  var resolved: @Sendable (String) -> String
  var resolvedText: String
  var decisions: [Verdict.Decision: String]
  var coverage: String
  var milestones: [Milestone: String]
  var before: @Sendable (String) -> String
  var invitation: @Sendable (_ firm: String) -> String
  var invitationText: @Sendable (_ firm: String) -> String
  var access: @Sendable (_ firm: String) -> String
  var accessText: String
  var choosePassword: String
  var oneDay: String
  var unasked: String
  var nears: @Sendable (_ percent: String, _ title: String) -> String
  var nearsText: String
  var isOver: @Sendable (String) -> String
  var isOverText: String
  var grounds: [ToldPerson.Ground: String]
  var warning: @Sendable (String) -> String
  var warningText: String
  var risk: String
  var consequence: String
  var recommendation: String
  var invoice: @Sendable (_ tone: Invoice.Reminder.Tone, _ number: String) -> String
  var invoiceText: [Invoice.Reminder.Tone: String]
  var due: String
  var total: String
  var day: @Sendable (Day) -> String
  var time: @Sendable (Day, _ hour: Int, _ minute: Int) -> String
  var money: @Sendable (Money) -> String

  static func of(_ language: Language) -> LetterWords {
    switch language {
    case .french: .french
    case .english: .english
    }
  }

  func instant(_ instant: Instant, in zone: Zone) -> String {
    let (day, second) = zone.local(instant)
    return time(day, second / 3600, second / 60 % 60)
  }
}

extension LetterWords {
  static let french = LetterWords(
    greeting: { "Bonjour \($0)," }, replyLine: "##- Répondez au-dessus de cette ligne -##",
    footer: { "\($0), par Diligence. Ce message concerne votre contrat de maintenance." },
    ticket: "Demande", contract: "Contrat", priority: "Priorité", open: "Suivre la demande",
    opened: { "Demande reçue\u{A0}: \($0)" },
    openedText: "Votre demande est enregistrée. Voici ce que le contrat prévoit pour elle.",
    answered: { "Réponse\u{A0}: \($0)" },
    mentioned: { "\($0) vous appelle\u{A0}: \($1)" },
    mentionedText: "Une note interne vous nomme. Le client ne la voit pas.",
    resolved: { "Résolue\u{A0}: \($0)" },
    resolvedText: """
      Votre demande est résolue. Si ce n’est pas le cas, dites-le nous\u{A0}: elle sera rouverte.
      """,
    decisions: [
      .included: "comprise dans le forfait", .prepaid: "prise sur le carnet d’heures",
      .billable: "facturée au temps passé", .quote: "à chiffrer d’abord",
      .excluded: "non couverte par le contrat", .outOfHours: "prise en compte aux heures ouvrées",
      .notInForce: "hors de la durée du contrat",
    ], coverage: "Couverture",
    milestones: [
      .response: "Prise en charge", .onSite: "Sur site", .workaround: "Contournement",
      .resolution: "Rétablissement",
    ], before: { "avant le \($0)" }, invitation: { "\($0) vous ouvre un accès" },
    invitationText: {
      "\($0) vous ouvre un accès aux pages de votre contrat. Choisissez votre mot de passe."
    }, access: { "Choisir un nouveau mot de passe pour \($0)" },
    accessText: "Voici un lien pour choisir un nouveau mot de passe.",
    choosePassword: "Choisir un mot de passe", oneDay: "Le lien sert une fois, pendant un jour.",
    unasked: "Si vous n’attendiez pas ce message, laissez-le sans suite.",
    nears: { "\($0)\u{A0}% du délai écoulés\u{A0}: \($1)" },
    nearsText: "Un délai que le contrat promet approche de sa fin.",
    isOver: { "Délai dépassé\u{A0}: \($0)" },
    isOverText: "Un délai que le contrat promet est dépassé.",
    grounds: [
      .named: "Le contrat vous nomme pour ce cas.", .assignee: "Cette demande est à votre charge.",
      .onCall: "Vous êtes d’astreinte.",
    ],
    warning: { "Rappel d’une mise en garde\u{A0}: \($0)" },
    warningText: "Nous attendons toujours votre réponse à cette mise en garde.",
    risk: "Risque", consequence: "Conséquence", recommendation: "Recommandation",
    invoice: { tone, number in
      tone == .formalNotice
        ? "Mise en demeure\u{A0}: facture \(number)" : "Facture \(number) à régler"
    },
    invoiceText: [
      .courteous: "Sauf erreur de notre part, la facture jointe n’est pas réglée à ce jour.",
      .firm: "Malgré notre premier rappel, la facture jointe reste impayée. Merci de la régler.",
      .formalNotice: """
      Nous vous mettons en demeure de régler la facture jointe. Les intérêts de retard et \
      l’indemnité prévus au contrat sont dus.
      """,
    ], due: "Échéance", total: "Reste à payer TTC", day: { $0.french },
    time: { day, hour, minute in
      "\(day.weekday.french) \(day.french) à \(hour)\u{A0}h\u{A0}\(two(minute))"
    },
    money: { "\(grouped($0.cents / 100, by: "\u{202F}")),\(two(Int($0.cents % 100)))\u{A0}€" })

  static let english = LetterWords(
    greeting: { "Hello \($0)," }, replyLine: "##- Reply above this line -##",
    footer: { "\($0), by Diligence. This message is about your maintenance contract." },
    ticket: "Request", contract: "Contract", priority: "Priority", open: "Follow the request",
    opened: { "Request received: \($0)" },
    openedText: "Your request is recorded. This is what the contract says of it.",
    answered: { "Answer: \($0)" }, mentioned: { "\($0) calls on you: \($1)" },
    mentionedText: "An internal note names you. The client does not see it.",
    resolved: { "Resolved: \($0)" },
    resolvedText: "Your request is resolved. If it is not, tell us: it will be reopened.",
    decisions: [
      .included: "included in the flat fee", .prepaid: "drawn from the prepaid hours",
      .billable: "billed by time spent", .quote: "to be quoted first",
      .excluded: "not covered by the contract", .outOfHours: "handled in working hours",
      .notInForce: "outside the contract’s term",
    ], coverage: "Coverage",
    milestones: [
      .response: "Response", .onSite: "On site", .workaround: "Workaround",
      .resolution: "Resolution",
    ], before: { "before \($0)" }, invitation: { "\($0) gives you access" },
    invitationText: { "\($0) gives you access to the pages of your contract. Choose a password." },
    access: { "Choose a new password for \($0)" },
    accessText: "Here is a link to choose a new password.", choosePassword: "Choose a password",
    oneDay: "The link works once, for a day.",
    unasked: "If you did not expect this message, do nothing.",
    nears: { "\($0)% of the delay gone: \($1)" },
    nearsText: "A delay that the contract promises nears its end.",
    isOver: { "Delay over: \($0)" },
    isOverText: "A delay that the contract promises is over.",
    grounds: [
      .named: "The contract names you for this.", .assignee: "This request is in your hands.",
      .onCall: "You are on call.",
    ],
    warning: { "Reminder of a formal warning: \($0)" },
    warningText: "We still wait for your answer to this warning.",
    risk: "Risk", consequence: "Consequence", recommendation: "Recommendation",
    invoice: { tone, number in
      tone == .formalNotice ? "Formal notice: invoice \(number)" : "Invoice \(number) to be paid"
    },
    invoiceText: [
      .courteous: "Unless we are mistaken, the invoice enclosed has not been paid yet.",
      .firm: "Despite our first reminder, the invoice enclosed is still unpaid. Please pay it.",
      .formalNotice: """
      This is a formal notice to pay the invoice enclosed. The contract’s late interest and \
      indemnity are due.
      """,
    ], due: "Due", total: "Still to be paid, with VAT",
    day: { "\($0.dayOfMonth) \(englishMonths[$0.month - 1]) \($0.year)" },
    time: { day, hour, minute in
      "\(day.dayOfMonth) \(englishMonths[day.month - 1]) \(day.year), \(hour):\(two(minute))"
    }, money: { "€\(grouped($0.cents / 100, by: ",")).\(two(Int($0.cents % 100)))" })
}

private let englishMonths = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
]

private func two(_ number: Int) -> String {
  let digits = String(abs(number))
  return digits.count < 2 ? "0" + digits : digits
}

private func grouped(_ number: Int64, by separator: String) -> String {
  var digits = String(number.magnitude)
  var end = digits.count - 3
  while end > 0 {
    digits.insert(contentsOf: separator, at: digits.index(digits.startIndex, offsetBy: end))
    end -= 3
  }
  return number < 0 ? "−" + digits : digits
}
