import Foundation
package import Maintenance

/// A letter on one page or more: who to whom, what about, paragraphs, tables.
package struct LetterDocument: Sendable, Encodable {
  struct Side: Sendable, Encodable {
    let name: String
    let lines: [String]
  }

  struct Table: Sendable, Encodable {
    let title: String
    let head: [String]
    /// Cells aligned to the right begin at this column.
    let figuresFrom: Int
    let rows: [[String]]
    /// Printed in bold at the foot; empty for none.
    let total: [String]
  }

  let seller: Side
  let buyer: Side
  let date: String
  let subject: String
  let paragraphs: [String]
  let tables: [Table]
  let closing: [String]
  /// Days since 1970 of the letter's own date.
  let day: Int

  init(
    from contract: Contract, on day: Day, subject: String, paragraphs: [String],
    tables: [Table], closing: [String]
  ) {
    seller = Side(InvoiceParty(contract.provider))
    buyer = Side(InvoiceParty(contract.client))
    let town = contract.provider.seat.town
    date = town.isEmpty ? "Le \(day.french)" : "\(town), le \(day.french)"
    self.subject = subject
    self.paragraphs = paragraphs
    self.tables = tables.filter { !$0.rows.isEmpty }
    self.closing = closing + [contract.provider.name]
    self.day = day.number
  }
}

extension LetterDocument.Side {
  init(_ party: InvoiceParty) {
    name = party.name
    lines =
      [party.street, "\(party.postcode) \(party.town)"]
      .filter { !$0.allSatisfy(\.isWhitespace) }
      + (party.siren.map { ["SIREN \($0)"] } ?? [])
  }
}

extension LetterDocument {
  /// The account's movements and what is left of it, by age.
  package init(statement account: ClientAccount, of contract: Contract, late: Money) {
    let rows = account.movements.map { movement in
      [
        movement.day.french, Self.name(movement), movement.number,
        movement.debit == .zero ? "" : movement.debit.french,
        movement.credit == .zero ? "" : movement.credit.french, movement.balance.french,
      ]
    }
    let ages: [(ClientAccount.Age, String)] = [
      (.notDue, "À échoir"), (.upTo30, "1 à 30 jours de retard"),
      (.upTo60, "31 à 60 jours de retard"), (.upTo90, "61 à 90 jours de retard"),
      (.beyond, "Plus de 90 jours de retard"),
    ]
    let lateness =
      late == .zero
      ? []
      : [
        """
        Pénalités de retard et indemnités forfaitaires, non comprises dans ce solde : \
        \(late.french) à ce jour.
        """
      ]
    self.init(
      from: contract, on: account.today,
      subject: "Relevé de compte, contrat \(contract.reference)",
      paragraphs: ["Solde au \(account.today.french) : \(account.balance.french)."] + lateness,
      tables: [
        Table(
          title: "Mouvements",
          head: ["Date", "Mouvement", "Pièce", "Débit", "Crédit", "Solde"], figuresFrom: 3,
          rows: rows, total: []),
        Table(
          title: "Reste à payer par ancienneté", head: ["Ancienneté", "Montant"],
          figuresFrom: 1,
          rows: ages.compactMap { age, name in
            account.ageing[age].map { [name, $0.french] }
          }, total: []),
      ], closing: [])
  }

  private static func name(_ movement: ClientAccount.Movement) -> String {
    switch movement.kind {
    case .invoice: "Facture"
    case .credit: "Avoir"
    case .replaced: "Remplacée par \(movement.reference)"
    case .payment: "Paiement"
    case .refund: "Remboursement"
    }
  }
}

extension Press {
  /// The PDF of a letter; throws `PressFault`.
  package func letterPDF(_ letter: LetterDocument) async throws -> RenderedDocument {
    try await rendered(
      PressJob(
        template: "courrier.typ", timestamp: letter.day * 86_400, data: letter, source: Data()))
  }
}
