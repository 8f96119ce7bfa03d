import Maintenance

extension Payment {
  init(_ fields: Fields) {
    self.init()
    fields.group("echeancement") { schedule in
      period = schedule.read("periode", .choice) ?? .month
      timing = schedule.read("terme", .choice) ?? .advance
    }
    if let delay = fields.read("delai", .paymentDelay) {
      days = delay.days
      isEndOfMonth = delay.isEndOfMonth
    }
    method = fields.read("mode", .choice)
    discount = fields.read("escompte", .text)
    fields.group("penalites_retard") { late in
      lateInterest = late.read("taux", .lateInterest)
      isInterestOnReminder = late.read("apres_rappel", .flag) ?? false
    }
    recoveryIndemnity = fields.read("indemnite_recouvrement", .money)
    deposit = fields.group("acompte", Deposit.init)
    fields.group("suspension") { suspensionNotice = $0.read("preavis", .delay) }
    acceptsElectronicInvoices = fields.read("facture_electronique", .flag)
    isPeriodicInvoice = fields.read("facture_recapitulative", .flag) ?? false
    modes = fields.list("modes", .choice)
  }
}

extension Payment.Deposit {
  init(_ fields: Fields) {
    self.init()
    rate = fields.read("taux", .percent)
    amount = fields.read("montant", .money)
    moment = fields.read("echeance", .choice) ?? .signature
  }
}
