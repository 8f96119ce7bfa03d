import Maintenance

/// A coverage decision as the command prints it.
struct CoverageReport {
  private let contract: Contract
  private let verdict: Verdict
  private let ways: [WayOut]
  private let notices: [CoverageNotice]

  init(_ terms: Terms, _ question: CoverageQuestion) {
    contract = terms.contract
    verdict = terms.verdict(on: question)
    ways = terms.waysOut(of: verdict, on: question)
    notices = terms.notices(of: verdict, on: question)
  }

  var text: String {
    var lines = [verdict.decision.french]
    if let once = verdict.onceOpen { lines.append("à l’ouverture : \(once.french)") }
    if let rate = verdict.hourlyRate { lines.append("au taux de \(rate.french) HT de l’heure") }
    lines += verdict.because.map { "  \(place($0)) : \(words($0.reason))" }
    lines += ways.map { "  au choix : \(words($0)) (\(place($0.citation)))" }
    lines += notices.map { "  à noter : \(words($0))" }
    return lines.joined(separator: "\n")
  }

  func json() throws -> String {
    try printedJSON(
      Record(
        decision: verdict.decision.rawValue, onceOpen: verdict.onceOpen?.rawValue,
        startsAt: verdict.startsAt?.iso, hourlyRateCents: verdict.hourlyRate?.cents,
        because: verdict.because.map(CitationRecord.init),
        choices: ways.map {
          ChoiceRecord(
            words: words($0), clause: $0.citation.clause, number: $0.citation.number,
            priceCents: $0.price?.cents, surcharge: $0.surcharge?.plain)
        }, notices: notices.map(words)))
  }

  private func place(_ citation: Citation) -> String {
    citation.number.isEmpty ? citation.clause : "art. \(citation.number)"
  }

  private func words(_ reason: Reason) -> String {
    let value = reason.values.first ?? ""
    return switch reason.kind {
    case .notInForce: "en vigueur à partir du \(Day(iso: value)?.french ?? value)"
    case .ended: "fini le \(Day(iso: value)?.french ?? value)"
    case .excluded: "exclusion : \(reason.values.last ?? "")"
    case .siteOutOfScope: "site hors du périmètre"
    case .groupOutOfScope: "équipement hors du parc"
    case .outOfHours:
      "reçue hors des heures, ouverture \(Instant(iso: value).map(told) ?? "jamais")"
    case .onCall: "astreinte pour la priorité \(value)"
    case .natureNotCovered: "nature de demande non comprise"
    case .includedInFee: "forfait : \(reason.values.last ?? "")"
    case .prepaid: "reste au carnet : \(frenchHours(minutes: Int(value) ?? 0))"
    case .prepaidSpent: "carnet d’heures épuisé"
    case .hourlyRate: "taux horaire"
    case .noRate: "devis préalable"
    case .promisedDelay, .feeOfMonth, .prepaidBought, .overridden, .proposalAccepted,
      .priced:
      reason.kind.rawValue
    }
  }

  private func words(_ way: WayOut) -> String {
    switch way.choice {
    case .wait(let until):
      return until.map { "attendre le \(told($0)), sans supplément" } ?? "le service n’ouvre jamais"
    case .extendedHours(let id, let isOnRequest):
      let cost = [
        way.surcharge.map { "taux majoré de \($0.frenchPercent)" },
        way.price.map { "\($0.french) HT l’intervention" },
      ].compactMap { $0 }
      return "plage « \(id) »\(isOnRequest ? ", à la demande" : "") : "
        + (cost.isEmpty ? "sans supplément" : cost.joined(separator: " et "))
    }
  }

  private func words(_ notice: CoverageNotice) -> String {
    switch notice {
    case .callOut(let price, let citation):
      "un appel d’astreinte suivi d’un travail coûte \(price.french) HT (\(place(citation)))"
    case .nearlySpent(let left, let citation):
      "il ne reste que \(frenchHours(minutes: left)) au carnet (\(place(citation)))"
    }
  }

  private func told(_ instant: Instant) -> String {
    let (day, second) = contract.zone.local(instant)
    return "\(day.iso) \(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
  }

  private struct Record: Encodable {
    var decision: String
    var onceOpen: String?
    var startsAt: String?
    var hourlyRateCents: Int64?
    var because: [CitationRecord]
    var choices: [ChoiceRecord]
    var notices: [String]
  }

  private struct CitationRecord: Encodable {
    var clause: String
    var number: String
    var reason: String
    var values: [String]

    init(_ citation: Citation) {
      clause = citation.clause
      number = citation.number
      reason = citation.reason.kind.rawValue
      values = citation.reason.values
    }
  }

  private struct ChoiceRecord: Encodable {
    var words: String
    var clause: String
    var number: String
    var priceCents: Int64?
    var surcharge: String?
  }
}

extension Verdict.Decision {
  fileprivate var french: String {
    switch self {
    case .included: "Compris au forfait"
    case .prepaid: "Tiré du carnet d’heures"
    case .billable: "Facturé au temps passé"
    case .quote: "Sur devis"
    case .excluded: "Exclu"
    case .outOfHours: "Hors des heures"
    case .notInForce: "Contrat non en vigueur"
    }
  }
}
