import Maintenance
import Store

extension Letter {
  /// The link by which somebody sets a password; the first one invites.
  static func access(
    _ token: String, isFirst: Bool, for name: String, _ language: Language, _ mailbox: Mailbox
  ) -> Letter {
    let words = LetterWords.of(language)
    return Letter(
      subject: isFirst ? words.invitation(mailbox.name) : words.access(mailbox.name),
      greeting: words.greeting(name),
      paragraphs: [
        isFirst ? words.invitationText(mailbox.name) : words.accessText,
        "\(words.oneDay) \(words.unasked)",
      ], link: Link(words.choosePassword, "\(mailbox.site)/acces/\(token)"),
      footer: words.footer(mailbox.name))
  }

  /// A warning that nobody has answered.
  static func reminder(
    of warning: Warning, _ about: TicketMatter, _ language: Language, _ mailbox: Mailbox
  ) -> Letter {
    let words = LetterWords.of(language)
    var letter = about.letter(
      words.warning(about.ticket.request.title), [words.warningText], language, mailbox)
    letter.particulars = [
      (words.risk, warning.risk), (words.consequence, warning.consequence),
      (words.recommendation, warning.recommendation),
    ]
    return letter
  }

  /// An invoice that is not paid, the invoice itself enclosed.
  static func reminder(
    of invoice: Invoice, _ tone: Invoice.Reminder.Tone, _ language: Language, _ mailbox: Mailbox
  ) -> Letter {
    let words = LetterWords.of(language)
    let number = invoice.content.number.text
    return Letter(
      subject: words.invoice(tone, number), greeting: words.greeting(invoice.content.buyer.name),
      paragraphs: [words.invoiceText[tone] ?? ""],
      particulars: [
        (words.due, words.day(invoice.content.due)),
        (words.total, words.money(invoice.balance)),
      ], footer: words.footer(mailbox.name))
  }
}

/// A ticket with what its letters name.
struct TicketMatter {
  var ticket: Ticket
  var agreement: Agreement
  var zone: Zone
  /// The person who is written to.
  var name: String

  func letter(
    _ what: String, _ paragraphs: [String], _ language: Language, _ mailbox: Mailbox
  ) -> Letter {
    let words = LetterWords.of(language)
    return Letter(
      subject: "[\(agreement.reference) #\(ticket.number)] \(what)",
      replyLine: mailbox.readsAnswers ? words.replyLine : nil, greeting: words.greeting(name),
      paragraphs: paragraphs,
      link: Letter.Link(words.open, "\(mailbox.site)/tickets/\(ticket.id.text)"),
      footer: words.footer(mailbox.name))
  }

  /// That it is recorded, whether it is covered and by when it is dealt with.
  func opened(_ language: Language, _ mailbox: Mailbox) -> Letter {
    let words = LetterWords.of(language)
    var letter = self.letter(
      words.opened(ticket.request.title), [words.openedText], language, mailbox)
    letter.particulars =
      subject(words) + [(words.coverage, words.decisions[ticket.verdict.decision] ?? "")]
      + Milestone.allCases.compactMap { milestone in
        ticket.deadlines[milestone].map { delay(milestone, $0, words) }
      }
    return letter
  }

  func subject(_ words: LetterWords) -> [(label: String, value: String)] {
    [
      (words.ticket, "#\(ticket.number) · \(ticket.request.title)"),
      (words.contract, "\(agreement.reference) · \(agreement.title)"),
    ]
  }

  func delay(
    _ milestone: Milestone, _ deadline: Instant, _ words: LetterWords
  ) -> (label: String, value: String) {
    (words.milestones[milestone] ?? "", words.before(words.instant(deadline, in: zone)))
  }

  func answered(_ text: String, _ language: Language, _ mailbox: Mailbox) -> Letter {
    let words = LetterWords.of(language)
    var letter = self.letter(words.answered(ticket.request.title), [], language, mailbox)
    letter.quoted = text
    return letter
  }

  func mentioned(
    by name: String, _ note: String, _ language: Language, _ mailbox: Mailbox
  ) -> Letter {
    let words = LetterWords.of(language)
    var letter = self.letter(
      words.mentioned(name, ticket.request.title), [words.mentionedText], language, mailbox)
    // An answer would come to the client's eyes.
    letter.replyLine = nil
    letter.particulars = subject(words)
    letter.quoted = note
    return letter
  }

  func resolved(_ note: String, _ language: Language, _ mailbox: Mailbox) -> Letter {
    let words = LetterWords.of(language)
    var letter = self.letter(
      words.resolved(ticket.request.title), [words.resolvedText], language, mailbox)
    letter.quoted = note
    return letter
  }
}
