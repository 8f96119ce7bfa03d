import Maintenance

/// When and how it is paid (C. com. L441-10).
enum PaymentRules {
  static let all = [longDelay, endOfMonth, noDelay, noRate, lowRate, indemnity, discount, cash]

  static let longDelay = Rule("PAY-01", .error, basis: "C. com., art. L. 441-10, I") {
    examination in
    let payment = examination.contract.payment
    return remark(
      if: !payment.isEndOfMonth && (payment.days ?? 0) > 60, at: "paiement.delai",
      "ce délai de paiement dépasse les soixante jours que la loi permet")
  }

  static let endOfMonth = Rule("PAY-02", .error, basis: "C. com., art. L. 441-10, I") {
    examination in
    let payment = examination.contract.payment
    return remark(
      if: payment.isEndOfMonth && (payment.days ?? 0) > 45, at: "paiement.delai",
      "un délai « fin de mois » ne peut dépasser quarante-cinq jours")
  }

  static let noDelay = Rule("PAY-04", .note, basis: "C. com., art. L. 441-10, I") { examination in
    remark(
      if: examination.contract.payment.days == nil, at: "paiement.delai",
      "aucun délai de paiement : la loi en donne trente jours après l’exécution")
  }

  static let noRate = Rule("PAY-05", .error, basis: "C. com., art. L. 441-10, II") { examination in
    remark(
      if: examination.contract.payment.lateInterest == nil, at: "paiement.penalites_retard",
      "le taux des pénalités de retard manque : il est obligatoire",
      help: "Par exemple « penalites_retard: { taux: 3 fois le taux légal } ».")
  }

  static let lowRate = Rule(
    "PAY-06", .error, basis: "C. com., art. L. 441-10, II ; CCP, art. R. 2192-31"
  ) { examination in
    let path = "paiement.penalites_retard.taux"
    let rate = examination.contract.payment.lateInterest
    if examination.contract.publicContract != nil {
      return remark(
        if: rate != nil && rate != .refinancing(FixedPoint(8)), at: path,
        "un acheteur public doit des intérêts au taux de la BCE majoré de huit points, ni plus ni "
          + "moins (CCP, art. R. 2192-31)", help: "Écrivez « taux BCE + 8 points ».")
    }
    switch rate {
    case nil: return []
    case .timesLegalRate(let times):
      return remark(
        if: times < FixedPoint(3), at: path,
        "le taux ne peut descendre sous trois fois le taux d’intérêt légal")
    case .percent(let rate):
      return known(in: examination, path: path, rate.plain + " %") {
        dated, day throws(MissingRate) in
        (rate, try dated.value(.legalInterest, on: day))
      }
    case .refinancing(let points):
      return known(in: examination, path: path, "ce taux") { dated, day throws(MissingRate) in
        let base = try dated.value(.refinancing, on: day).value
        let rate = FixedPoint(millionths: base.millionths + points.millionths)
        return (rate, try dated.value(.legalInterest, on: day))
      }
    }
  }

  /// Compares a rate with three times the legal one, when the values of the day are published.
  private static func known(
    in examination: Examination, path: String, _ named: String,
    _ values: (DatedRates, Day) throws(MissingRate) -> (rate: FixedPoint, legal: DatedRate)
  ) -> [Remark] {
    do {
      let (rate, legal) = try values(examination.rates.dated, examination.contract.term.start)
      let minimum = FixedPoint(millionths: legal.value.millionths * 3)
      return remark(
        if: rate < minimum, at: path,
        "ce taux est sous le minimum légal de \(minimum.plain) % (\(legal.source))",
        readingAlso: ["duree.effet"])
    } catch {
      return [
        Remark(
          path: path,
          message: "une valeur manque : \(error.french) ; rien ne prouve que \(named) "
            + "l’atteigne trois fois",
          help: "Écrivez « 3 fois le taux légal », qui est toujours juste, ou ajoutez la valeur "
            + "dans un fichier interet-legal.csv (option --rates).",
          readingAlso: ["duree.effet"], severity: .warning)
      ]
    }
  }

  static let indemnity = Rule(
    "PAY-07", .error, basis: "C. com., art. L. 441-10, II et D. 441-5"
  ) { examination in
    remark(
      if: examination.contract.payment.recoveryIndemnity != Money(cents: 4000),
      at: "paiement.indemnite_recouvrement",
      "l’indemnité forfaitaire de recouvrement est fixée à 40 € par la loi",
      help: "Écrivez « indemnite_recouvrement: 40.00 ».")
  }

  static let discount = Rule("PAY-09", .warning, basis: "C. com., art. L. 441-9") { examination in
    remark(
      if: examination.contract.payment.discount == nil, at: "paiement.escompte",
      "les conditions d’escompte ne sont pas dites",
      help: "S’il n’y en a pas : « escompte: néant ».")
  }

  static let cash = Rule("PAY-14", .warning, basis: "CMF, art. L. 112-6 et D. 112-3") {
    examination in
    remark(
      if: examination.contract.payment.method == .cash, at: "paiement.mode",
      "une entreprise ne peut recevoir plus de 1 000 € en espèces")
  }
}
