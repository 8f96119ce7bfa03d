import Maintenance

/// Facts of a year of tickets replayed a second on one core, beside a bare walk over them.
struct ReplayRates {
  let rows: [Table.Row]

  private static let tickets = 100_000
  private static let year = 365 * 86_400
  private static let rounds = 5

  init() throws {
    let lives = try Self.lives()
    let count = Double(lives.reduce(0) { $0 + $1.count })
    let clock = ContinuousClock()
    var (replayed, walked): ([Double], [Double]) = ([], [])
    var sum: Int64 = 0
    for _ in 0..<Self.rounds {
      let one = try clock.measure {
        for life in lives { sum &+= Int64(try Ticket(replaying: life).version) }
      }
      let other = clock.measure {
        for life in lives {
          for fact in life { sum &+= fact.at.milliseconds &+ Int64(fact.kind.utf8.count) }
        }
      }
      replayed.append(count / (one / .seconds(1)))
      walked.append(count / (other / .seconds(1)))
    }
    guard sum != 0 else { throw BenchFault("nothing was replayed") }
    rows = [
      Table.Row(
        "facts of a year of 100,000 tickets replayed", "facts/s", subject: replayed.median,
        floor: walked.median, floorName: "bare walk, kind and instant read")
    ]
  }

  private static func lives() throws -> [[Fact]] {
    let terms = PricingRates.terms()
    let start = terms.contract.zone.instant(terms.contract.term.start, second: 0)
    return try (0..<tickets).map { index in
      let at = start + Int(Int64(index) * Int64(year) / Int64(tickets))
      return try DrawnLife(index: index, at: at, isOpen: index % 300 == 0)
        .changes(under: terms, of: ID(number: 1)).flatMap(\.facts)
    }
  }
}
