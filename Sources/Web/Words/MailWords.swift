import Maintenance

/// Words of the mail that goes out.
struct MailWords: Sendable {
  var title: String
  var states: [MailState: String]
  var kinds: [MailKind: String]
  /// Messages that were given up or are held, and addresses from which they come back.
  var lead: @Sendable (_ failed: Int, _ held: Int) -> String
  var quiet: String
  var noRelay: String
  var recipient: String
  var subject: String
  var written: String
  var standing: String
  var none: String
  var attempts: @Sendable (Int) -> String
  var next: @Sendable (_ attempts: Int, _ when: String) -> String
  var again: String
  var text: String
  var forgotten: String
  var rate: String
  var failing: String
  var failingHint: String
  var works: String
  var badge: String
  var report: String
  var reportHint: String
  var read: String
  var outcomes: [BounceOutcome: String]
  var language: String
  var languages: [Language: String]
  var choose: String
  var sentAbout: String

  /// What became of a delivery report that was handed in.
  enum BounceOutcome: CaseIterable {
    case flagged, delayed, unknown, unreadable
  }
}

extension MailWords {
  static let french = MailWords(
    title: "Courrier",
    states: [.waiting: "En attente", .sent: "Envoyés", .failed: "En échec", .held: "Retenus"],
    kinds: [
      .invitation: "Invitation", .accessLink: "Lien d’accès", .ticketOpened: "Accusé de réception",
      .ticketAnswered: "Réponse", .ticketResolved: "Résolution",
      .escalation: "Alerte de délai", .mention: "Note qui appelle quelqu’un",
      .warningReminder: "Rappel de mise en garde",
      .invoiceReminder: "Relance de facture",
      .signatureInvitation: "Demande de signature", .signatureCode: "Code de signature",
      .signatureCopy: "Document signé",
    ],
    lead: { failed, held in
      let parts = [
        failed == 1 ? "un message n’a pas pu partir" : "\(failed) messages n’ont pas pu partir",
        held == 1 ? "un autre est retenu" : "\(held) sont retenus",
      ]
      let told = [failed > 0 ? parts[0] : nil, held > 0 ? parts[1] : nil].compactMap { $0 }
      let text = told.joined(separator: ", ")
      return text.prefix(1).uppercased() + text.dropFirst() + "."
    }, quiet: "Tout ce qui devait partir est parti, ou attend son tour.",
    noRelay: "Aucun serveur d’envoi n’est réglé\u{A0}: rien ne part (--mail-relay).",
    recipient: "Destinataire", subject: "Objet", written: "Écrit", standing: "Où il en est",
    none: "Aucun message.", attempts: { $0 == 1 ? "un essai" : "\($0) essais" },
    next: { attempts, when in
      attempts == 0
        ? "Part dans un instant"
        : "\(attempts == 1 ? "Un essai" : "\(attempts) essais")\u{202F}; le prochain \(when)"
    }, again: "Envoyer à nouveau", text: "Texte",
    forgotten: "Ce message donnait un accès\u{A0}: son texte n’est pas gardé.",
    rate: "Trop de messages automatiques à cette adresse en une heure.",
    failing: "Adresses en échec",
    failingHint: "Plus rien ne leur est envoyé tant que personne ne dit qu’elles remarchent.",
    works: "Elle remarche", badge: "adresse en échec", report: "Avis de non-remise",
    reportHint: """
      Collez ici l’avis entier, avec ses en-têtes\u{A0}: l’adresse qu’il refuse est marquée.
      """,
    read: "Lire l’avis",
    outcomes: [
      .flagged: "L’adresse est marquée en échec.",
      .delayed: "Cet avis annonce un retard\u{A0}: rien n’est marqué.",
      .unknown: "Cet avis ne parle d’aucun de nos messages\u{A0}: rien n’est marqué.",
      .unreadable: "Ce texte n’est pas un avis de non-remise lisible (RFC 3464).",
    ], language: "Langue de vos courriels", languages: [.french: "Français", .english: "English"],
    choose: "Choisir", sentAbout: "Messages envoyés")

  static let english = MailWords(
    title: "Mail",
    states: [.waiting: "Waiting", .sent: "Sent", .failed: "Failed", .held: "Held"],
    kinds: [
      .invitation: "Invitation", .accessLink: "Access link", .ticketOpened: "Acknowledgement",
      .ticketAnswered: "Answer", .ticketResolved: "Resolution",
      .escalation: "Alert on a delay", .mention: "Note that calls on somebody",
      .warningReminder: "Reminder of a warning",
      .invoiceReminder: "Reminder of an invoice",
      .signatureInvitation: "Request for signature", .signatureCode: "Signing code",
      .signatureCopy: "Signed document",
    ],
    lead: { failed, held in
      let parts = [
        failed == 1 ? "one message could not go" : "\(failed) messages could not go",
        held == 1 ? "another is held" : "\(held) are held",
      ]
      let told = [failed > 0 ? parts[0] : nil, held > 0 ? parts[1] : nil].compactMap { $0 }
      let text = told.joined(separator: ", ")
      return text.prefix(1).uppercased() + text.dropFirst() + "."
    }, quiet: "All that was to go is gone, or waits its turn.",
    noRelay: "No mail relay is set: nothing goes out (--mail-relay).",
    recipient: "Recipient", subject: "Subject", written: "Written", standing: "Where it stands",
    none: "No message.", attempts: { $0 == 1 ? "one attempt" : "\($0) attempts" },
    next: { attempts, when in
      attempts == 0
        ? "Leaves in a moment"
        : "\(attempts == 1 ? "One attempt" : "\(attempts) attempts"); the next \(when)"
    }, again: "Send again", text: "Text",
    forgotten: "This message gave access: its text is not kept.",
    rate: "Too many automatic messages to this address within an hour.",
    failing: "Failing addresses",
    failingHint: "Nothing is sent to them until somebody says that they work again.",
    works: "It works again", badge: "failing address", report: "Delivery report",
    reportHint: """
      Paste the whole report here, headers included: the address that it refuses is flagged.
      """,
    read: "Read the report",
    outcomes: [
      .flagged: "The address is flagged as failing.",
      .delayed: "This report tells of a delay: nothing is flagged.",
      .unknown: "This report is about no message of ours: nothing is flagged.",
      .unreadable: "This text is no delivery report that can be read (RFC 3464).",
    ], language: "Language of your e-mails", languages: [.french: "Français", .english: "English"],
    choose: "Choose", sentAbout: "Messages sent")
}
