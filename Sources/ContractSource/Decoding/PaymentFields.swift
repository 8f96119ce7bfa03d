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
    lateInterest = fields.group("penalites_retard") { $0.read("taux", .lateInterest) } ?? nil
    recoveryIndemnity = fields.read("indemnite_recouvrement", .money)
  }
}
