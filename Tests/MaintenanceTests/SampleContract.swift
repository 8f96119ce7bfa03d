import Maintenance

/// A small contract that the tests of the rules vary: Grenoble, 08:30–12:30 and 13:30–18:00,
/// in force from 1 October 2026.
enum SampleContract {
  static let start = day("2026-10-01")
  static let agreement = ID<Agreement>(number: 7)
  static let technician = Actor(side: .provider, name: "Lina Roche")

  static var contract: Contract {
    var contract = Contract()
    contract.reference = "CM-2026-014"
    contract.title = "Maintenance"
    contract.kinds = [.corrective, .managed]
    contract.client.name = "Atelier Lumen"
    contract.scope = scope
    contract.support.channels = [.portal, .telephone]
    contract.support.hours = officeHours
    contract.support.onCall = OnCall(priorities: ["P1"])
    contract.serviceLevels.levels = [
      level("P1", [.response: Delay(30, .minutes), .resolution: Delay(4, .hours)], .onCall),
      level("P2", [.response: Delay(1, .hours), .resolution: Delay(8, .hours)], .openingHours),
      level("P3", [.resolution: Delay(2, .workingDays)], .openingHours),
    ]
    contract.serviceLevels.matrix.impacts = ["site", "service"]
    contract.serviceLevels.matrix.urgencies = ["bloquante", "genante"]
    contract.serviceLevels.matrix.values = [["P1", "P2"], ["P2", "P3"]]
    contract.serviceLevels.pauses = [.awaitingClient]
    contract.price = price
    contract.term.start = start
    contract.term.initial = Delay(12, .months)
    contract.term.renewal = .tacit
    return contract
  }

  static var officeHours: OpeningHours {
    var hours = OpeningHours()
    let spans = [
      OpeningHours.Span(start: 510, end: 750), OpeningHours.Span(start: 810, end: 1080),
    ]
    for weekday in 0..<5 { hours.week[weekday] = spans }
    return hours
  }

  static var scope: Scope {
    var scope = Scope()
    var site = Site()
    site.id = "grenoble"
    scope.sites = [site]
    scope.groups = [group("postes", 34), group("decoupe", 1)]
    var software = Exclusion()
    software.id = "logiciel"
    software.text = "Logiciel de l’éditeur"
    var thirdParty = Exclusion()
    thirdParty.id = "tiers"
    thirdParty.consequence = .quote
    scope.exclusions = [software, thirdParty]
    return scope
  }

  static var price: Price {
    var price = Price()
    price.vatRate = FixedPoint(20)
    var fee = FlatFee()
    fee.id = "postes"
    fee.label = "Infogérance d’un poste"
    fee.unit = "poste"
    fee.amount = Money(cents: 2900)
    fee.group = "postes"
    price.fees = [fee]
    var rates = TimeAndMaterials()
    rates.hourlyRate = Money(cents: 8200)
    price.timeAndMaterials = rates
    return price
  }

  static var prepaid: PrepaidHours {
    var prepaid = PrepaidHours()
    prepaid.hours = 20
    prepaid.amount = Money(cents: 150_000)
    return prepaid
  }

  static var terms: Terms { Terms(contract, version: 1) }

  static func request(
    group: String = "postes", nature: TicketNature = .incident, impact: String = "service",
    urgency: String = "bloquante", exclusion: String? = nil
  ) -> TicketRequest {
    TicketRequest(
      channel: .telephone, site: "grenoble", group: group, nature: nature, impact: impact,
      urgency: urgency, exclusion: exclusion, title: "Imprimante", text: "Ne répond plus.",
      requester: "Jeanne Morel")
  }

  static func opened(
    _ request: TicketRequest = request(), under terms: Terms = terms, at instant: Instant
  ) throws -> Ticket {
    try Ticket.opened(
      request, id: ID(number: 42), number: 1, agreement: agreement, under: terms,
      prepaidMinutesLeft: nil, by: technician, at: instant
    ).state
  }

  private static func group(_ id: String, _ count: Int) -> AssetGroup {
    var group = AssetGroup()
    group.id = id
    group.count = count
    return group
  }

  private static func level(
    _ priority: String, _ delays: [Milestone: Delay], _ calendar: ServiceLevel.CalendarChoice
  ) -> ServiceLevel {
    var level = ServiceLevel()
    level.priority = priority
    level.delays = delays
    level.calendar = calendar
    level.binding = .result
    return level
  }
}

extension OnCall {
  init(priorities: [String]) {
    self.init()
    self.priorities = priorities
  }
}

func day(_ iso: String) -> Day {
  guard let day = Day(iso: iso) else { preconditionFailure("no such day: \(iso)") }
  return day
}

/// A wall-clock time in Paris, such as `2026-11-23 08:30`.
func paris(_ text: String) -> Instant {
  let hour = Int(text.dropFirst(11).prefix(2)) ?? 0
  let minute = Int(text.suffix(2)) ?? 0
  return Zone.paris.instant(day(String(text.prefix(10))), second: hour * 3600 + minute * 60)
}
