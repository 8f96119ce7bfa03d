/// An invoice that was issued, and what became of it.
///
/// Issued, it is never edited: a credit note corrects it (CGI 289, I, 5).
package struct Invoice: Evidenced, Hashable {
  package let id: ID<Invoice>
  package private(set) var version = 1
  package let agreement: ID<Agreement>
  package let content: InvoiceContent
  /// SHA-256 in hexadecimal of the files as they were issued; the store keeps them.
  package let files: Files
  package let issuedBy: Actor
  package let issuedAt: Instant
  package private(set) var payments: [Payment] = []
  package private(set) var credits: [Credit] = []
  package private(set) var reminders: [Reminder] = []
  package private(set) var sendings: [Sending] = []
  /// The invoice that took its place, and its number.
  package private(set) var replacement: Replacement?
  /// For a credit note or a replacement: the invoice that it corrects.
  package let corrected: ID<Invoice>?

  package struct Files: Hashable, Sendable {
    /// The Factur-X: a PDF/A-3 that carries `xml`.
    package var pdf: String
    /// CII D22B.
    package var xml: String
    /// UBL 2.1, of the same content.
    package var ubl: String

    package enum Kind: String, CaseIterable, Sendable {
      case pdf
      case xml
      case ubl
    }

    package init(pdf: String, xml: String, ubl: String) {
      self.pdf = pdf
      self.xml = xml
      self.ubl = ubl
    }

    package subscript(kind: Kind) -> String {
      switch kind {
      case .pdf: pdf
      case .xml: xml
      case .ubl: ubl
      }
    }
  }

  package struct Payment: Hashable, Sendable {
    /// On which the money came.
    package var day: Day
    /// Negative when money was given back.
    package var amount: Money
    package var means: String
    package var reference: String

    package init(day: Day, amount: Money, means: String, reference: String) {
      self.day = day
      self.amount = amount
      self.means = means
      self.reference = reference
    }
  }

  package struct Credit: Hashable, Sendable {
    package var note: ID<Invoice>
    package var number: String
    /// With VAT, positive.
    package var amount: Money
    /// What it takes back of the invoice's lines; none when it is a credit on the price as a whole.
    package var lines: [Line]
    /// Whether what is taken back whole may be billed again.
    package var isBilledAgain: Bool

    package struct Line: Hashable, Sendable {
      /// From 1.
      package var rank: Int
      /// Before VAT, of the line's own sign.
      package var net: Money
    }
  }

  package struct Replacement: Hashable, Sendable {
    package var invoice: ID<Invoice>
    package var number: String
  }

  package struct Reminder: Hashable, Sendable {
    package enum Tone: String, CaseIterable, Sendable {
      case courteous = "amiable"
      case firm = "ferme"
      /// The last one before a court: a formal notice (C. civ. 1344).
      case formalNotice = "mise_en_demeure"
    }

    package var tone: Tone
    package var day: Day
    package var sentTo: String
    /// SHA-256 in hexadecimal of the letter; none when only the sending was recorded.
    package var letter: String?

    package init(tone: Tone, day: Day, sentTo: String, letter: String? = nil) {
      self.tone = tone
      self.day = day
      self.sentTo = sentTo
      self.letter = letter
    }
  }

  package struct Sending: Hashable, Sendable {
    package var at: Instant
    package var to: String
  }

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == InvoiceFact.issued else {
      throw ReplayFault("an invoice starts with \(InvoiceFact.issued), not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    agreement = fact.subject.agreement
    content = try InvoiceContent(fact)
    files = Files(
      pdf: try fact.text("pdf_sha256"), xml: try fact.text("xml_sha256"),
      ubl: try fact.text("ubl_sha256"))
    corrected = fact.body["corrects"]?.text.flatMap(ID.init)
    issuedBy = fact.actor
    issuedAt = fact.at
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case InvoiceFact.paid:
      payments.append(
        Payment(
          day: try fact.day("day"), amount: Money(cents: try fact.integer("cents")),
          means: try fact.text("means"), reference: try fact.text("reference")))
    case InvoiceFact.credited:
      guard let note = ID<Invoice>(try fact.text("note")) else {
        throw ReplayFault("\(fact.kind): unreadable note")
      }
      credits.append(
        Credit(
          note: note, number: try fact.text("number"),
          amount: Money(cents: try fact.integer("cents")), lines: try creditedLines(fact),
          isBilledAgain: fact.body["billed_again"] != .flag(false)))
    case InvoiceFact.replaced:
      guard let invoice = ID<Invoice>(try fact.text("invoice")) else {
        throw ReplayFault("\(fact.kind): unreadable invoice")
      }
      replacement = Replacement(invoice: invoice, number: try fact.text("number"))
    case InvoiceFact.reminded:
      reminders.append(
        Reminder(
          tone: try fact.choice("tone"), day: try fact.day("day"), sentTo: try fact.text("to"),
          letter: fact.body["letter_sha256"]?.text))
    case InvoiceFact.sent:
      sendings.append(Sending(at: fact.at, to: try fact.text("to")))
    default:
      throw ReplayFault("an invoice knows no fact \(fact.kind)")
    }
    version += 1
  }
}

enum InvoiceFact {
  static let issued = "invoice.issued"
  static let paid = "invoice.paid"
  static let credited = "invoice.credited"
  static let replaced = "invoice.replaced"
  static let reminded = "invoice.reminded"
  static let sent = "invoice.sent"
}

extension Invoice {
  package var paid: Money { payments.reduce(.zero) { $0 + $1.amount } }
  package var credited: Money { credits.reduce(.zero) { $0 + $1.amount } }

  /// What the client still owes, with VAT; negative when more was paid than is owed. A credit note
  /// has none: it lessens the balance of the invoice that it corrects.
  package var balance: Money {
    content.kind.isCredit || replacement != nil ? .zero : content.gross - credited - paid
  }

  package enum Standing: String, CaseIterable, Sendable {
    case due
    case late
    case paid
    case credited
    /// Money is to be given back.
    case refundable
    case replaced
    /// A credit note itself.
    case correction
  }

  package func standing(on today: Day) -> Standing {
    if content.kind.isCredit { return .correction }
    if replacement != nil { return .replaced }
    if balance.cents < 0, paid.cents > 0 { return .refundable }
    if balance.cents <= 0 { return paid.cents > 0 || content.gross.cents == 0 ? .paid : .credited }
    return today > content.due ? .late : .due
  }
}
