extension Terms {
  /// What the law wants written besides the figures, under the codes that French rules read
  /// (BR-FR-05, BR-FR-06): PMT, PMD and AAB once each.
  var invoiceNotes: [InvoiceContent.Note] {
    let seller = contract.provider
    let notes: [(String, String?)] = [
      ("PMT", recoveryNote), ("PMD", latenessNote), ("AAB", discountNote),
      ("REG", capitalNote(seller)), ("ABL", registryNote(seller)),
      ("BAR", contract.client.siren == nil ? nil : "B2B"),
    ]
    return notes.compactMap { code, text in text.map { InvoiceContent.Note(code: code, text: $0) } }
  }

  private var recoveryNote: String {
    let indemnity = contract.payment.recoveryIndemnity ?? Money(cents: 4000)
    return """
      Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : \
      \(indemnity.french) (articles L. 441-10 et D. 441-5 du code de commerce).
      """
  }

  private var latenessNote: String {
    let rate =
      switch contract.payment.lateInterest {
      case .timesLegalRate(let times): "\(times.french) fois le taux d’intérêt légal"
      case .percent(let percent):
        "\(percent.frenchPercent) l’an, et au moins trois fois le taux d’intérêt légal"
      case .refinancing(let points): refinancing(points)
      case nil: refinancing(FixedPoint(contract.publicContract == nil ? 10 : 8))
      }
    return """
      Pénalités de retard, exigibles sans rappel dès le lendemain de la date de règlement : \(rate).
      """
  }

  private func refinancing(_ points: FixedPoint) -> String {
    "taux de refinancement de la Banque centrale européenne majoré de \(points.french) points"
  }

  private var discountNote: String {
    switch contract.payment.discount {
    case nil, "neant", "néant": "Escompte pour paiement anticipé : néant."
    case .some(let discount): "Escompte pour paiement anticipé : \(discount)."
    }
  }

  private func capitalNote(_ seller: Party) -> String? {
    guard let form = seller.legalForm else { return nil }
    let capital = seller.capital.map { " au capital de \($0.french) €" } ?? ""
    return "\(seller.name), \(form)\(capital)"
  }

  private func registryNote(_ seller: Party) -> String? {
    guard let town = seller.registryTown, let siren = seller.siren else { return nil }
    return "RCS \(town) \(seller.digitGroups(siren))"
  }

  /// What the contract does not say and an invoice must.
  package var invoiceLacks: [InvoiceLack] {
    let (seller, buyer) = (contract.provider, contract.client)
    let isCharged = contract.price.vatRegime == .normal
    let needed: [(InvoiceLack.Datum, Bool)] = [
      (.sellerName, seller.name.isEmpty), (.sellerAddress, seller.seat.isIncomplete),
      (.sellerSIREN, seller.siren == nil),
      (.sellerVATNumber, seller.vatNumber == nil && contract.price.vatRegime != .franchise),
      (
        .sellerIBAN,
        (contract.payment.method ?? .transfer) == .transfer && seller.iban == nil
      ),
      (.buyerName, buyer.name.isEmpty), (.buyerAddress, buyer.seat.isIncomplete),
      (.buyerSIREN, buyer.siren == nil && (buyer.kind ?? .company) == .company),
      (
        .buyerVATNumber,
        !isCharged && contract.price.vatRegime == .reverseCharge
          && buyer.vatNumber == nil
      ),
    ]
    return needed.filter(\.1).map { InvoiceLack($0.0) }
  }
}

extension PostalAddress {
  fileprivate var isIncomplete: Bool { street.isEmpty || postcode.isEmpty || town.isEmpty }
}
