import Maintenance

/// Totals, tariffs that lie elsewhere, and how a price changes.
enum PriceTermRules {
  static let all = [tariff, total, letters, series, upwardOnly, change, replacement]

  static let tariff = Rule("PRX-02", .error, basis: "C. civ., art. 1119, 1164 et 1165") {
    examination in
    let contract = examination.contract
    let help = "Annexez le tarif daté, et citez-le par « tarif: { document: … } »."
    var remarks: [Remark] = []
    if let tariff = contract.price.tariff {
      let document = contract.documents.first { $0.id == tariff.document }
      let isDated = (tariff.day ?? document?.day) != nil
      remarks += remark(
        if: document?.isJoined != true || !isDated, at: "prix.tarif",
        "le prix renvoie à un tarif qui n’est pas joint et daté : il peut changer sans accord",
        help: help, readingAlso: ["documents"])
    }
    let moving = ["tarif en vigueur", "tarifs en vigueur", "tarif public", "tarifs publics"]
    return remarks
      + examination.ownTexts.filter { written in moving.contains(where: written.folded.contains) }
      .map {
        Remark(
          path: $0.path, message: "le prix renvoie à un tarif modifiable : il n’est pas déterminé",
          help: help)
      }
  }

  static let total = Rule("PRX-04", .error, basis: "C. civ., art. 1163 et 1190") { examination in
    let contract = examination.contract
    guard let total = contract.price.statedTotal, examination.isWritten("prix.total.montant") else {
      return []
    }
    let times = total.period.timesAYear * unit
    let sum = contract.yearlyTotal
    // A rebate in percent may leave parts of a cent, which the total rounds.
    let tolerance = sum % times == 0 ? 0 : times
    let difference = Int128(total.amount.cents) * times - sum
    let shown = Money(cents: Int64(clamping: (sum + times / 2) / times))
    return remark(
      if: abs(difference) > tolerance, at: "prix.total.montant",
      "le total écrit est \(total.amount.french) HT, mais la somme des lignes donne "
        + "\(shown.french) HT par \(total.period.rawValue)",
      help: "Le total comprend forfaits, options retenues, astreinte et remises sans date.",
      readingAlso: ["prix", "perimetre.parc", "perimetre.sites", "support.astreinte"])
  }

  /// Parts of a cent in which totals are kept, so that a rebate in percent stays exact.
  fileprivate static let unit: Int128 = 100_000_000

  static let letters = Rule("PRX-05", .error, basis: "C. civ., art. 1376 ; usage") { examination in
    let total = examination.contract.price.statedTotal
    let written = total?.inWords.map { (NumberWords.cents($0), $0) }
    let own = examination.wordings.flatMap { wording in
      wording.sentences.flatMap(doubleAmounts).filter { $0.0 != $0.1 }.map {
        Remark(
          path: wording.path,
          message: "le montant diffère en chiffres et en lettres : \($0.0.french) et \($0.1.french)"
        )
      }
    }
    guard let (cents, words) = written else { return own }
    return own
      + remark(
        if: cents == nil, at: "prix.total.en_lettres",
        "« \(clipped(words)) » ne se lit pas comme un montant",
        help: "Par exemple « mille deux cents euros et cinquante centimes ».")
      + remark(
        if: cents.map { Int64($0) != total?.amount.cents } ?? false, at: "prix.total.en_lettres",
        "le montant en lettres, \(Money(cents: Int64(cents ?? 0)).french), n’est pas celui en "
          + "chiffres, \(total?.amount.french ?? "")", readingAlso: ["prix.total.montant"])
  }

  /// «mille deux cents euros (1 300 €)»: an amount, then another one between brackets.
  private static func doubleAmounts(_ sentence: [WordToken]) -> [(Money, Money)] {
    sentence.indices.filter { sentence[$0] == .openBracket }.compactMap { open in
      guard let close = sentence[open...].firstIndex(of: .closeBracket),
        case .amount(let second)? = Quantity.all(in: Array(sentence[(open + 1)..<close])).first?
          .kind,
        close - open <= 12,
        case .amount(let first)? = Quantity.all(in: Array(sentence[..<open])).last?.kind,
        sentence[open - 1] == .word("euros") || sentence[open - 1] == .word("euro")
          || sentence[open - 1] == .euro
      else { return nil }
      return (first, second)
    }
  }

  static let series = Rule("PRX-11", .error, basis: "Fédération Syntec, raccord d’août 2022") {
    examination in
    guard let indexation = examination.contract.price.indexation, indexation.index == .syntec,
      let series = indexation.series, let month = indexation.baseMonth
    else { return [] }
    let formula = fold(indexation.formula ?? "")
    let isLinked = ["0.97975", "0,97975", "raccord"].contains(where: formula.contains)
    let isRevisedMonth = month.iso >= "2022-08"
    let message =
      switch (series, isRevisedMonth) {
      case (.former, true):
        "la série ancienne s’arrête en juillet 2022 : elle n’a pas de valeur en \(month.french)"
      case (.revised, false):
        "la série révisée commence en août 2022 : \(month.french) est de l’ancienne série"
      case (.former, false) where !isLinked:
        "les indices de départ et d’arrivée ne sont pas de la même série, et rien ne les raccorde"
      default: ""
      }
    return remark(
      if: !message.isEmpty, at: "prix.revision.serie", message,
      help: "Le raccord publié est 0,97975 : « formule: P0 * S1 / 0.97975 / S0 ».",
      readingAlso: ["prix.revision"])
  }

  static let upwardOnly = Rule(
    "PRX-12", .warning, basis: "C. civ., art. 1171 ; C. com., art. L. 442-1, I, 2°"
  ) { examination in
    let indexation = examination.contract.price.indexation
    let path = "prix.revision"
    return remark(
      if: indexation?.isUpwardOnly ?? false, at: "\(path).sens",
      "le prix ne peut que monter : la révision ne joue que dans un sens",
      help: "Écrivez « sens: deux », ou dites ce qui compense.")
      + remark(
        if: indexation?.isUpwardOnly == false && indexation?.floor == FixedPoint(0),
        at: "\(path).plancher", "une baisse limitée à 0 % fait une révision à la hausse seulement",
        help: "Donnez à la baisse la même limite qu’à la hausse.")
  }

  static let change = Rule("PRX-14", .warning, basis: "C. civ., art. 1164 et 1171") { examination in
    guard let change = examination.contract.price.change else { return [] }
    let lacking = [
      change.notice == nil ? "un préavis" : nil,
      change.allowsExit == true ? nil : "la faculté de partir sans frais",
    ].compactMap { $0 }
    return remark(
      if: !lacking.isEmpty, at: "prix.modification",
      "le prestataire peut changer ses prix seul, il manque au client : "
        + lacking.joined(separator: ", "),
      help: "Par exemple « modification: { preavis: 2 mois, sortie: true } ».")
  }

  static let replacement = Rule("PRX-15", .warning, basis: "C. civ., art. 1167") { examination in
    remark(
      if: examination.contract.price.indexation.map { $0.replacement == nil } ?? false,
      at: "prix.revision.remplacement",
      "rien ne dit ce qui remplace l’indice s’il disparaît : ce serait le plus proche",
      help: "Par exemple « remplacement: l’indice que son éditeur lui substitue ».")
  }
}

extension Contract {
  /// What the lines of the price come to in a year, in parts of a cent.
  fileprivate var yearlyTotal: Int128 {
    let unit = PriceTermRules.unit
    var sum = yearlyFees * unit
    if let fee = support.onCall?.fee, let period = support.onCall?.feePeriod {
      sum += Int128(fee.cents) * period.timesAYear * unit
    }
    for rebate in price.rebates where rebate.from == nil && rebate.until == nil {
      let fees = price.fees.filter { rebate.fees.isEmpty || rebate.fees.contains($0.id) }
      if let rate = rebate.rate {
        // Millionths of a percent are the parts of a cent that totals are kept in.
        sum -= fees.reduce(0) { $0 + yearly($1) } * Int128(rate.millionths)
      } else if let amount = rebate.amount {
        let times = fees.first?.period.timesAYear ?? 12
        sum -= Int128(amount.cents) * times * unit
      }
    }
    let minimum = price.minimum.map { Int128($0.amount.cents) * $0.period.timesAYear * unit }
    return max(sum, minimum ?? 0)
  }
}
