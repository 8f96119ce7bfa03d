/// What a message is about; each has a letter in every language.
package enum MailKind: String, CaseIterable, Sendable {
  case invitation
  case accessLink = "access_link"
  case ticketOpened = "ticket_opened"
  case ticketAnswered = "ticket_answered"
  case ticketResolved = "ticket_resolved"
  case escalation
  case mention
  case warningReminder = "warning_reminder"
  case invoiceReminder = "invoice_reminder"
  case signatureInvitation = "signature_invitation"
  case signatureCode = "signature_code"
  case signatureCopy = "signature_copy"

  /// Sent because something happened, and not because a person wrote it or asked for it just now.
  package var isAutomatic: Bool {
    switch self {
    case .invitation, .accessLink, .ticketAnswered, .mention, .signatureInvitation, .signatureCode:
      false
    case .ticketOpened, .ticketResolved, .escalation, .warningReminder, .invoiceReminder,
      .signatureCopy:
      true
    }
  }

  /// Lets somebody in: its words are forgotten once it is sent or given up.
  package var isSecret: Bool {
    switch self {
    case .invitation, .accessLink, .signatureInvitation, .signatureCode: true
    default: false
    }
  }

  /// Seconds after which it is of no use to anybody.
  package var lifetime: Int {
    switch self {
    case .invitation, .accessLink, .escalation: 86_400
    case .signatureCode: Envelope.codeSeconds
    default: MailDelivery.longest
    }
  }
}

/// The languages in which we write to people.
package enum Language: String, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"
}
