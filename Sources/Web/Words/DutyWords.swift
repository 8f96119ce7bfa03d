import Maintenance

struct DutyWords: Sendable {
  var title: String
  var none: String
  var wholeYear: String
  var lead: @Sendable (_ late: Int, _ due: Int) -> String
  var headings: Headings
  var name: @Sendable (Duty, Formats) -> String
  var bearers: [Duty.Bearer: String]
  var everyone: String
  var filter: String
  var standings: [DutyState.Standing: String]
  var opens: @Sendable (String) -> String
  var settle: String
  var note: String
  var noteHint: String
  var entry: String
  var done: String
  var waive: String
  /// Who, on which day.
  var settled: @Sendable (String, String) -> String
  var proof: @Sendable (Int64) -> String
  var standing: String
  var eachTime: @Sendable (String) -> String
  var notice: String
  var noticeWhy: @Sendable (NoticeDeadline, Formats) -> String
  var reminder: String
  var reminderDays: @Sendable (String, String) -> String
  var refusals: [DutyRefusal: String]

  struct Headings: Sendable {
    var due: String
    var duty: String
    var bearer: String
    var article: String
    var state: String
  }
}

extension DutyWords {
  static let french = DutyWords(
    title: "Échéances", none: "Aucune échéance.", wholeYear: "Toute l’année", lead: frenchLead,
    headings: Headings(
      due: "Au plus tard", duty: "Échéance", bearer: "À la charge de", article: "Article",
      state: "État"),
    name: { duty, _ in duty.french.typesetInFrench },
    bearers: [.provider: "Prestataire", .client: "Client", .both: "Les deux"],
    everyone: "Tous", filter: "À la charge de",
    standings: [
      .late: "En retard", .due: "À faire", .done: "Fait", .waived: "Dispensé", .past: "Passé",
    ],
    opens: { "dès le \($0)" }, settle: "Solder", note: "Preuve, ou motif de dispense",
    noteHint: "Ce qui prouve que c’est fait, ou pourquoi ce n’est pas demandé.",
    entry: "Numéro de l’entrée du registre qui le prouve", done: "C’est fait",
    waive: "Dispenser", settled: { "\($0), le \($1)" }, proof: { "entrée\u{A0}\($0) du registre" },
    standing: "À chaque fois", eachTime: { "sous \($0)" }, notice: "Préavis",
    noticeWhy: { notice, _ in notice.french.asSentence },
    reminder: "Information sur la reconduction",
    reminderDays: { "À envoyer au client du \($0) au \($1)." },
    refusals: [
      .unknownDuty: "Le contrat n’a pas cette échéance.",
      .alreadySettled: "Cette échéance est déjà soldée.",
      .noProof: "Dites ce qui prouve que c’est fait, ou citez une entrée du registre.",
      .noReason: "Dites pourquoi ce n’est pas demandé.",
      .textTooLong: "Texte trop long\u{A0}: 10\u{202F}000 caractères au plus.",
      .unknownEntry: "Le registre du contrat n’a pas cette entrée.",
      .onlyDate: "Cette date passe d’elle-même\u{A0}: rien n’est à faire.",
      .tooEarly: "Il est trop tôt\u{A0}: cela ne peut pas encore être fait.",
    ])

  private static func frenchLead(_ late: Int, _ due: Int) -> String {
    let coming = due == 1 ? "une échéance à venir" : "\(due) échéances à venir"
    switch late {
    case 0: return "Rien en retard, \(coming)."
    case 1: return "Une échéance en retard, \(coming)."
    default: return "\(late) échéances en retard, \(coming)."
    }
  }

  static let english = DutyWords(
    title: "Duties", none: "No duty.", wholeYear: "Whole year", lead: englishLead,
    headings: Headings(
      due: "Last day", duty: "Duty", bearer: "Owed by", article: "Article", state: "State"),
    name: englishName, bearers: [.provider: "Provider", .client: "Client", .both: "Both"],
    everyone: "All", filter: "Owed by",
    standings: [
      .late: "Late", .due: "Due", .done: "Done", .waived: "Waived", .past: "Past",
    ],
    opens: { "from \($0)" }, settle: "Settle", note: "Proof, or reason to waive it",
    noteHint: "What proves that it is done, or why it is not asked for.",
    entry: "Number of the register entry that proves it", done: "It is done", waive: "Waive",
    settled: { "\($0), on \($1)" }, proof: { "register entry \($0)" }, standing: "Each time",
    eachTime: { "within \($0)" }, notice: "Notice", noticeWhy: englishNotice,
    reminder: "Notice of renewal to the client",
    reminderDays: { "To be sent to the client from \($0) to \($1), in French." },
    refusals: [
      .unknownDuty: "The contract has no such duty.",
      .alreadySettled: "This duty is already settled.",
      .noProof: "Say what proves that it is done, or cite an entry of the register.",
      .noReason: "Say why it is not asked for.",
      .textTooLong: "Text too long: 10,000 characters at most.",
      .unknownEntry: "The contract’s register has no such entry.",
      .onlyDate: "This date passes by itself: nothing is to be done.",
      .tooEarly: "It is too early: this cannot be done yet.",
    ])

  private static func englishLead(_ late: Int, _ due: Int) -> String {
    let coming = due == 1 ? "one is due" : "\(due) are due"
    return switch late {
    case 0: "Nothing is late, \(coming)."
    case 1: "One duty is late, \(coming)."
    default: "\(late) duties are late, \(coming)."
    }
  }

  private static func englishNotice(_ notice: NoticeDeadline, _ formats: Formats) -> String {
    """
    Given on \(formats.day(notice.lastDay)), the notice runs out on \(formats.day(notice.expiry)) \
    and the period ends on \(formats.day(notice.end)); a day later, it would run out on \
    \(formats.day(notice.lateExpiry)).
    """
  }

  private static func englishName(_ duty: Duty, _ formats: Formats) -> String {
    switch duty.kind {
    case .operation: formats.label(duty.item)
    case .acceptance: "Acceptance: \(formats.label(duty.item))"
    case .report: "Activity report"
    case .committee: "Meeting: \(formats.label(duty.item))"
    case .invoice: "Invoice of the flat fees"
    case .payment: "Payment of the flat fees"
    case .revisionNotice: "Notice of the revised price"
    case .revision: "Price revision"
    case .insurance: "Insurance certificate"
    case .vigilance: "URSSAF certificate"
    case .entryInventory: "Signed entry inventory"
    case .prepaidExpiry: "Notice that prepaid hours expire"
    case .renewalReminder: "Notice of renewal to the client"
    case .lastNotice: "Last day to refuse renewal"
    case .renewalAgreement: "Last day to agree on a renewal"
    case .end: "End of the contract"
    case .closing: englishClosing(duty, formats)
    }
  }

  private static func englishClosing(_ duty: Duty, _ formats: Formats) -> String {
    switch ClosingDate(rawValue: duty.item) {
    case .exit: "End of help to leave"
    case .loansReturned: "Lent hardware is returned"
    case .dataErased: "Personal data are erased"
    case .confidentiality: "End of confidentiality"
    case .nonSolicitation: "End of non-solicitation"
    case .evidenceKept: "The contract need no longer be kept as evidence"
    case nil: formats.label(duty.item)
    }
  }
}
