import Maintenance
import Testing

/// Which hours and which delays govern, by priority, site and group.
struct TermsPlaceTests {
  private let terms: Terms

  init() {
    var contract = SampleContract.contract
    contract.scope.sites[0].calendar = "atelier"
    contract.support.calendars = [
      Self.named("atelier", from: 6, to: 14), Self.named("nuit", from: 20, to: 28),
    ]
    var onCall = OnCall()
    onCall.priorities = ["P1"]
    onCall.hours = Self.named("", from: 18, to: 22).hours
    contract.support.onCall = onCall
    contract.serviceLevels.levels[0].calendar = .onCall
    var urgent = contract.serviceLevels.levels[0]
    urgent.delays[.response] = Delay(15, .minutes)
    urgent.calendar = .named("nuit")
    var plan = ServicePlan()
    plan.id = "premium"
    plan.label = "Premium"
    plan.levels = [urgent]
    contract.serviceLevels.plans = [plan]
    contract.scope.groups[0].plan = "premium"
    terms = Terms(contract, version: 1)
  }

  @Test func `a site follows the calendar it names`() {
    let site = terms.contract.scope.sites[0].id
    #expect(terms.openingCalendar(site: site).hours.week[0] == [.init(start: 360, end: 840)])
    #expect(terms.openingCalendar(site: "ailleurs").hours == terms.contract.support.hours)
  }

  @Test func `on-call hours come on top of the opening hours`() {
    let site = terms.contract.scope.sites[0].id
    let calendar = terms.calendar(priority: "P1", site: site, group: "")
    #expect(!calendar.isRoundTheClock)
    #expect(calendar.onCallHours?.week[0] == [.init(start: 1080, end: 1320)])
  }

  @Test func `the assets of a plan have its delays, its hours and its clause`() {
    let site = terms.contract.scope.sites[0].id
    let group = terms.contract.scope.groups[0].id
    #expect(terms.level("P1", group: group)?.delays[.response] == Delay(15, .minutes))
    #expect(terms.level("P1", group: "")?.delays[.response] != Delay(15, .minutes))
    #expect(terms.levelClause("P1", group: group) == "niveaux_de_service.premium_P1")
    #expect(terms.levelClause("P1", group: "") == "niveaux_de_service.P1")
    #expect(terms.text.number(of: "niveaux_de_service.premium_P1") != nil)
    let night = terms.calendar(priority: "P1", site: site, group: group)
    #expect(night.hours.week[4] == [.init(start: 1200, end: 1680)])
    #expect(night.onCallHours == nil)
  }

  private static func named(_ id: String, from start: Int, to end: Int) -> NamedCalendar {
    var calendar = NamedCalendar()
    calendar.id = id
    for day in 0..<5 {
      calendar.hours.week[day] = [OpeningHours.Span(start: start * 60, end: end * 60)]
    }
    return calendar
  }
}
