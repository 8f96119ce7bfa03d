import Maintenance

/// What the revision clause makes of each fee up to a day, in French lines.
struct RevisedPrices {
  let lines: [String]

  init(_ contract: Contract, until day: Day, rates: DatedRates) {
    lines = contract.price.fees.flatMap { fee -> [String] in
      do throws(RevisionRefusal) {
        return try contract.revisions(of: fee.amount, fee: fee.id, until: day, rates: rates).map {
          "\(fee.label) : \($0.previous.french) → \($0.revised.french) le \($0.day.french) "
            + "(\($0.rate.period.french) : \($0.rate.value.french), départ "
            + "\($0.baseValue.french)\($0.limit.map { ", \($0.rawValue)" } ?? ""))"
        }
      } catch {
        return ["\(fee.label) : prix révisé inconnu, \(error.french)"]
      }
    }
  }
}
