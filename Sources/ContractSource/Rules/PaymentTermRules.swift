import Maintenance

/// What is billed, and what follows an unpaid invoice.
enum PaymentTermRules {
  static let all = [periodicInvoice, reminder, modes, suspension, electronicInvoice]

  static let periodicInvoice = Rule(
    "PAY-03", .error, basis: "C. com., art. L. 441-10, I ; CGI, art. 289, I, 3"
  ) { examination in
    let payment = examination.contract.payment
    // The end of the month may come thirty days after the invoice.
    let limit = payment.isEndOfMonth ? 15 : 45
    return remark(
      if: payment.isPeriodicInvoice && (payment.days ?? 0) > limit, at: "paiement.delai",
      "une facture récapitulative se paie quarante-cinq jours au plus après sa date",
      help: "Par exemple « delai: 30 jours ».", readingAlso: ["paiement.facture_recapitulative"])
  }

  static let reminder = Rule("PAY-08", .warning, basis: "C. com., art. L. 441-10, II") {
    examination in
    remark(
      if: examination.contract.payment.isInterestOnReminder,
      at: "paiement.penalites_retard.apres_rappel",
      "les pénalités de retard sont dues sans rappel : cette condition est contraire à la loi",
      help: "Retirez « apres_rappel ».")
      + examination.wordings.flatMap { wording in
        wording.sentences.contains(where: isConditional)
          ? [
            Remark(
              path: wording.path,
              message: "cette rédaction subordonne les pénalités de retard à un rappel ou à une "
                + "mise en demeure", help: "Elles sont dues le lendemain de l’échéance.")
          ] : []
      }
  }

  private static func isConditional(_ sentence: [WordToken]) -> Bool {
    let text = sentence.compactMap { if case .word(let word) = $0 { word } else { nil } }
      .joined(separator: " ")
    let isLateInterest = text.contains("penalites de retard") || text.contains("interets de retard")
    return isLateInterest && !text.contains("sans ")
      && (text.contains("apres mise en demeure") || text.contains("apres rappel")
        || text.contains("apres une mise en demeure") || text.contains("apres un rappel"))
  }

  static let modes = Rule("PAY-10", .error, basis: "C. civ., art. 1163") { examination in
    let contract = examination.contract
    let price = contract.price
    let modes = contract.payment.modes
    let priced: [(mode: Payment.Mode, isPriced: Bool, place: String)] = [
      (.flatFee, !price.fees.isEmpty, "prix.forfait"),
      (.ticket, !price.tickets.isEmpty, "prix.tickets"),
      (.prepaid, price.prepaid != nil, "prix.carnet"),
      (.time, price.timeAndMaterials?.hourlyRate != nil, "prix.hors_forfait"),
    ]
    return remark(
      if: modes.isEmpty && !price.fees.isEmpty && !price.tickets.isEmpty, at: "paiement.modes",
      "forfait et ticket ont chacun un prix, et rien ne dit ce qui se facture",
      help: "Choisissez « modes: [forfait] », « modes: [ticket] » ou les deux.",
      readingAlso: ["prix.forfait", "prix.tickets"])
      + priced.flatMap { mode, isPriced, place in
        remark(
          if: modes.contains(mode) && !isPriced, at: "paiement.modes",
          "« \(mode.rawValue) » se facture sans que « \(place) » en donne le prix",
          readingAlso: [place])
      }
  }

  static let suspension = Rule("PAY-15", .warning, basis: "C. civ., art. 1219 et 1220") {
    examination in
    let hasNotice = examination.contract.payment.suspensionNotice != nil
    return remark(
      if: examination.isWritten("paiement.suspension") && !hasNotice,
      at: "paiement.suspension.preavis",
      "le service s’arrêterait pour un impayé sans que le client en soit averti",
      help: "Par exemple « suspension: { preavis: 15 jours } ».")
      + examination.ownTexts.filter {
        !hasNotice && $0.folded.contains("suspen")
          && ($0.folded.contains("impaye") || $0.folded.contains("defaut de paiement"))
          && !$0.folded.contains(where: \.isNumber)
      }.map {
        Remark(
          path: $0.path,
          message: "cette suspension pour impayé n’est précédée d’aucun avertissement daté",
          help: "Ajoutez « suspension: { preavis: 15 jours } » au chapitre « paiement ».")
      }
  }

  static let electronicInvoice = Rule("PAY-16", .note, basis: "CGI, art. 289, VI et 289 bis") {
    examination in
    let contract = examination.contract
    let accepted = contract.payment.acceptsElectronicInvoices
    return remark(
      if: accepted == nil, at: "paiement.facture_electronique",
      "l’accord des parties sur la facture électronique n’est pas dit",
      help: "Ajoutez « facture_electronique: true ».")
      + remark(
        if: accepted == true && contract.client.invoicing?.electronicAddress == nil,
        at: "parties.client.facturation.adresse_electronique",
        "l’adresse du client dans l’annuaire des factures électroniques (0225) n’est pas donnée",
        help: "Par défaut, c’est son SIREN.", readingAlso: ["paiement.facture_electronique"])
  }
}
