import Foundation
import Maintenance
import TestSupport
import Testing

/// A line of `Tests/Corpus/pricing`: cents, then keys and values.
struct PricingRow: CustomTestStringConvertible {
  let cents: Int64
  let values: [String: String]
  let testDescription: String

  init?(_ line: Substring) {
    let words = line.split(separator: " ")
    guard let first = words.first, let cents = Int64(first) else { return nil }
    self.cents = cents
    testDescription = String(line)
    values = Dictionary(
      words.dropFirst().compactMap { word in
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  static func all(_ name: String) throws -> [PricingRow] {
    let file = Project.root.appending(path: "Tests/Corpus/pricing/\(name).txt")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return text.split(separator: "\n").compactMap(PricingRow.init)
  }

  subscript(_ key: String) -> String? { values[key] }

  func number(_ key: String) -> Int? { values[key].flatMap { Int($0) } }
  func percent(_ key: String) -> FixedPoint? { number(key).map { FixedPoint($0) } }

  func span(_ key: String) -> OpeningHours.Span? {
    let parts = values[key]?.split(separator: "-").compactMap { Int($0) } ?? []
    return parts.count == 2 ? OpeningHours.Span(start: parts[0], end: parts[1]) : nil
  }

  var month: Month { Month(containing: day((values["month"] ?? "2026-11") + "-01")) }

  func draft() throws -> InvoiceDraft { try facts().draft(for: month) }

  func facts() throws -> BillableFacts {
    var contract = SampleContract.contract
    contract.price.fees = fees(contract.price.fees[0])
    contract.price.timeAndMaterials = rates
    contract.term.start = values["start"].map(day) ?? SampleContract.start
    contract.payment.period = values["pay"].flatMap(FlatFee.Period.init) ?? .month
    contract.payment.timing = values["due"] == "e" ? .arrears : .advance
    contract.scope.groups[0].count = number("n") ?? 0
    var change = FleetChange()
    change.addition = values["add"] == "suivant" ? .nextMonth : .proRataStartedMonth
    change.tolerance = number("tol") ?? 0
    contract.scope.fleetChange = change
    let terms = Terms(contract, version: 1)
    var facts = BillableFacts(BillableFacts.Governing(terms, from: contract.term.start))
    facts.end = values["until"].map(day)
    facts.fleet = (values["fleet"]?.split(separator: ",") ?? []).map { told in
      FleetCount(
        group: "postes", count: Int(told.dropFirst(11)) ?? 0, from: day(String(told.prefix(10))))
    }
    facts.work = try work(under: terms)
    return facts
  }

  private func fees(_ sample: FlatFee) -> [FlatFee] {
    guard let amount = number("fee") else { return [] }
    var fee = sample
    fee.amount = Money(cents: Int64(amount))
    fee.period = values["per"].flatMap(FlatFee.Period.init) ?? .month
    fee.volumeSteps = (values["steps"]?.split(separator: ",") ?? []).map { text in
      let parts = text.split(separator: ":")
      var step = FlatFee.VolumeStep()
      step.upTo = Int(parts[0])
      step.amount = Money(cents: Int64(parts[1]) ?? 0)
      return step
    }
    return [fee]
  }

  private var rates: TimeAndMaterials? {
    guard let hourly = number("rate") else { return nil }
    var rates = TimeAndMaterials()
    rates.hourlyRate = Money(cents: Int64(hourly))
    rates.eveningSurcharge = percent("eve")
    rates.nightSurcharge = percent("night")
    rates.saturdaySurcharge = percent("sat")
    rates.stepMinutes = number("step")
    rates.minimumMinutes = number("min")
    rates.evening = span("espan")
    rates.night = span("nspan")
    return rates
  }

  private func work(under terms: Terms) throws -> [BillableWork] {
    try (values["work"]?.split(separator: ",") ?? []).enumerated().map { index, text in
      let parts = text.split(separator: "/")
      let start = paris(parts[0].replacingOccurrences(of: "T", with: " "))
      return try .sample(at: start, minutes: Int(parts[1]) ?? 0, index: index, under: terms)
    }
  }
}

extension BillableWork {
  /// Work on one ticket of the cutting machine, billed by the hour unless said otherwise.
  static func sample(
    at instant: Instant, minutes: Int, index: Int = 0, under terms: Terms = SampleContract.terms,
    _ vary: (inout BillableWork) -> Void = { _ in }
  ) throws -> BillableWork {
    let ticket = try SampleContract.opened(
      SampleContract.request(group: "decoupe"), under: terms, at: paris("2026-11-02 09:00"))
    let worked = try ticket.worked(
      minutes: minutes, note: "", by: SampleContract.technician, at: instant
    ).state
    var billable = BillableWork(worked, at: 0)
    billable.charge = .billable
    billable.index = index
    vary(&billable)
    return billable
  }
}
