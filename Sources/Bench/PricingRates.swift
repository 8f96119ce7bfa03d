import Foundation
import Maintenance

/// Lines of drafts priced a second on one core, beside a bare loop that multiplies and rounds.
struct PricingRates {
  let rows: [Table.Row]

  private static let rounds = 7
  private static let tickets = 2_000

  init() throws {
    let clock = ContinuousClock()
    let facts = try Self.facts()
    let month = Month(containing: facts.versions[0].from)
    let lines = facts.draft(for: month).lines
    let plain = lines.map {
      (price: $0.unitPrice.millionths, quantity: $0.quantity.millionths, base: Int64($0.priceBase))
    }
    // A fee billed whole, without work: what every contract has each month.
    var flat = facts
    flat.work = []
    let fees = flat.draft(for: month).lines.count
    var (priced, bare, drafts): ([Double], [Double], [Double]) = ([], [], [])
    var sum: Int64 = 0
    for _ in 0..<Self.rounds {
      let one = clock.measure { sum &+= facts.draft(for: month).net.cents }
      let other = clock.measure {
        for _ in 0..<100 {
          for line in plain {
            let exact = Int128(line.price) * Int128(line.quantity) / Int128(line.base)
            sum &+= Int64((exact + 5_000_000_000) / 10_000_000_000)
          }
        }
      }
      let third = clock.measure {
        for _ in 0..<200 { sum &+= flat.draft(for: month).net.cents }
      }
      priced.append(Double(lines.count) / (one / .seconds(1)))
      bare.append(Double(lines.count * 100) / (other / .seconds(1)))
      drafts.append(Double(fees * 200) / (third / .seconds(1)))
    }
    guard sum != 0 else { throw BenchFault("nothing was priced") }
    let floor = "bare loop, multiply and round"
    rows = [
      Table.Row(
        "hours priced, split by night and holiday", "lines/s", subject: priced.median,
        floor: bare.median, floorName: floor),
      Table.Row(
        "fees priced", "lines/s", subject: drafts.median, floor: bare.median, floorName: floor),
    ]
  }

  /// A contract of fees and hours, open on working days.
  static func terms() -> Terms {
    var contract = Contract()
    contract.term.start = Day(number: 20_728)
    var hours = OpeningHours()
    for weekday in 0..<5 { hours.week[weekday] = [OpeningHours.Span(start: 510, end: 1080)] }
    contract.support.hours = hours
    contract.support.channels = [.telephone]
    contract.serviceLevels.matrix.impacts = ["site"]
    contract.serviceLevels.matrix.urgencies = ["genante"]
    contract.serviceLevels.matrix.values = [["P1"]]
    var level = ServiceLevel()
    level.priority = "P1"
    contract.serviceLevels.levels = [level]
    contract.price.vatRate = FixedPoint(20)
    contract.price.fees = (1...5).map { number in
      var fee = FlatFee()
      fee.id = "forfait\(number)"
      fee.amount = Money(cents: Int64(number) * 2_750)
      fee.quantity = number * 7
      return fee
    }
    var rates = TimeAndMaterials()
    rates.hourlyRate = Money(cents: 8_400)
    rates.eveningSurcharge = FixedPoint(50)
    rates.nightSurcharge = FixedPoint(100)
    contract.price.timeAndMaterials = rates
    var site = Site()
    site.id = "siege"
    contract.scope.sites = [site]
    var group = AssetGroup()
    group.id = "postes"
    contract.scope.groups = [group]
    return Terms(contract, version: 1)
  }

  /// A month with many tickets, some of them in the evening and at night.
  private static func facts() throws -> BillableFacts {
    let terms = terms()
    let contract = terms.contract
    var facts = BillableFacts(BillableFacts.Governing(terms, from: contract.term.start))
    let start = contract.zone.instant(contract.term.start, second: 0)
    let request = TicketRequest(
      channel: .telephone, site: "siege", group: "postes", nature: .request, impact: "site",
      urgency: "genante", title: "Question", text: "", requester: "Jeanne Morel")
    let agent = Actor(side: .provider, name: "Lina Roche")
    facts.work = try (0..<tickets).map { index in
      let at = start + (index % 29) * 86_400 + (index * 37 % 1_440) * 60
      let ticket = try Ticket.opened(
        request, id: ID(number: Int64(index + 1)), number: index + 1, agreement: ID(number: 1),
        under: terms, prepaidMinutesLeft: nil, by: agent, at: at
      ).state.worked(minutes: 20 + index % 90, note: "", by: agent, at: at).state
      var work = BillableWork(ticket, at: 0)
      work.charge = .billable
      return work
    }
    return facts
  }
}
