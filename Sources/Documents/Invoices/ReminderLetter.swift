package import Maintenance

extension LetterDocument {
  /// A reminder of an invoice that is late. `late` is nothing when a rate is not known: the letter
  /// then says that the interest is counted on the day of payment.
  package init(
    reminder tone: Invoice.Reminder.Tone, of invoice: Invoice, under contract: Contract,
    late: LateCharges?, on today: Day
  ) {
    let content = invoice.content
    let number = content.number.text
    let subject =
      switch tone {
      case .courteous: "Rappel, facture \(number)"
      case .firm: "Relance, facture \(number) impayée"
      case .formalNotice: "Mise en demeure de payer, facture \(number)"
      }
    let isNotice = tone != .courteous
    self.init(
      from: contract, on: today, subject: subject,
      paragraphs: Self.paragraphs(tone, invoice, late, on: today),
      tables: [Self.owed(invoice)] + (isNotice ? late.map { [Self.charges($0)] } ?? [] : []),
      closing: Self.payment(content) + [
        "Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées."
      ])
  }

  private static func paragraphs(
    _ tone: Invoice.Reminder.Tone, _ invoice: Invoice, _ late: LateCharges?, on today: Day
  ) -> [String] {
    let content = invoice.content
    let head = """
      notre facture \(content.number.text) du \(content.issued.french), à régler au plus tard le \
      \(content.due.french)
      """
    let left = invoice.balance.french
    let earlier = invoice.reminders.last.map { "Malgré notre courrier du \($0.day.french), " } ?? ""
    switch tone {
    case .courteous:
      return [
        "Madame, Monsieur,",
        "Sauf erreur de notre part, \(head), reste à payer pour \(left).",
        """
        Si votre règlement est déjà parti, ne tenez pas compte de ce rappel. Sinon, nous vous \
        remercions de l’effectuer dès que possible, et de nous dire ce qui l’empêcherait.
        """,
      ]
    case .firm:
      return [
        "Madame, Monsieur,",
        "\(earlier)\(earlier.isEmpty ? "À ce jour, " : "")\(head), reste due pour \(left).",
        "Nous vous demandons de la régler dans les huit jours.", lateness(late),
      ]
    case .formalNotice:
      return [
        "Madame, Monsieur,",
        "\(earlier)\(earlier.isEmpty ? "À ce jour, " : "")\(head), reste due pour \(left).",
        """
        Par la présente, nous vous mettons en demeure de payer cette somme dans les huit jours de \
        la réception de ce courrier (code civil, article 1344).
        """, lateness(late),
        "À défaut, nous saisirons la juridiction compétente sans autre avis.",
      ]
    }
  }

  private static func lateness(_ late: LateCharges?) -> String {
    let basis = "(code de commerce, articles L. 441-10 et D. 441-5)"
    guard let late else {
      return """
        Les pénalités de retard et l’indemnité forfaitaire de recouvrement sont dues de plein \
        droit \(basis) ; elles seront décomptées au jour du paiement.
        """
    }
    return """
      S’y ajoutent de plein droit \(late.interest.french) de pénalités pour \(late.days) jours de \
      retard et \(late.indemnity.french) d’indemnité forfaitaire de recouvrement \(basis).
      """
  }

  private static func owed(_ invoice: Invoice) -> Table {
    let content = invoice.content
    var rows = [["Facture \(content.number.text)", content.issued.french, content.gross.french]]
    rows += invoice.credits.map { ["Avoir \($0.number)", "", (.zero - $0.amount).french] }
    rows += invoice.payments.map { payment in
      [
        payment.amount.cents > 0 ? "Paiement reçu" : "Somme rendue", payment.day.french,
        (.zero - payment.amount).french,
      ]
    }
    return Table(
      title: "Somme due", head: ["Pièce", "Date", "Montant TTC"], figuresFrom: 2, rows: rows,
      total: ["Reste à payer", "", invoice.balance.french])
  }

  private static func charges(_ late: LateCharges) -> Table {
    let rows = late.stretches.map { stretch in
      [
        "\(stretch.days.lowerBound.french) – \(stretch.days.upperBound.french)",
        stretch.balance.french, stretch.rate.frenchPercent,
      ]
    }
    return Table(
      title: "Retard : pénalités \(late.interest.french), indemnité \(late.indemnity.french)",
      head: ["Jours", "Sur", "Taux annuel"], figuresFrom: 1, rows: rows,
      total: ["Pénalités et indemnité", "", late.total.french])
  }

  private static func payment(_ content: InvoiceContent) -> [String] {
    guard let iban = content.payment.iban else { return [] }
    return ["Règlement par virement : IBAN \(iban), référence \(content.number.text)."]
  }
}
