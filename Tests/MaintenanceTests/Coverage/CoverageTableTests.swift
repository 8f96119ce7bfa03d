import Maintenance
import Testing

struct CoverageTableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let cells: [String]

    init(_ line: Substring) {
      testDescription = String(line)
      cells = line.split(separator: " ").map(String.init)
    }

    var at: String { cells[1].replacing("T", with: " ") }
    var site: String { optional(2) ?? "grenoble" }
    var nature: TicketNature? { optional(4).map { TicketNature(rawValue: $0) } ?? .incident }
    var clauses: [String] {
      cells[9].split(separator: "+").map { $0 == "*" ? "exclusions.regime" : String($0) }
    }

    func optional(_ column: Int) -> String? { cells[column] == "-" ? nil : cells[column] }

    static let all = CoverageCases.table.split(separator: "\n").map(Case.init)
  }

  @Test func `the table has a hundred cases`() {
    #expect(Set(Case.all.map(\.testDescription)).count >= 100)
  }

  @Test(arguments: Case.all)
  func `the article that decides is the one of the table`(_ row: Case) throws {
    let terms = Terms(Self.contract(row.cells[0]), version: 1)
    let verdict = terms.verdict(
      on: CoverageQuestion(
        at: paris(row.at), channel: .telephone, site: row.site, group: row.cells[3],
        nature: try #require(row.nature), priority: row.cells[5],
        exclusion: row.optional(6), prepaidMinutesLeft: row.optional(7).flatMap { Int($0) }))
    let told =
      verdict.decision.rawValue + (verdict.onceOpen.map { ">\($0.rawValue)" } ?? "")
    #expect(told == row.cells[8])
    #expect(verdict.because.map(\.clause) == row.clauses)
    #expect(verdict.because.allSatisfy { !$0.number.isEmpty }, "each clause is one of the text")
    #expect((verdict.startsAt != nil) == (verdict.decision == .outOfHours))
  }

  private static func contract(_ variant: String) -> Contract {
    var contract = SampleContract.contract
    switch variant {
    case "plain": break
    case "express": contract.term.renewal = .express
    case "repairs": contract.kinds = [.corrective]
    case "visits": contract.kinds = [.preventive]
    case "norate": contract.price.timeAndMaterials = nil
    case "alsace": contract.scope.sites[0].holidays = .alsaceMoselle
    case "reunion": contract.scope.sites[0].holidays = .reunion
    case "wholefee":
      contract.price.fees[0].id = "tout"
      contract.price.fees[0].group = nil
    default:
      contract.price.prepaid = SampleContract.prepaid
      let overages: [String: PrepaidHours.Overage] = [
        "newpack": .newPack, "stop": .refused, "quotepack": .quote,
      ]
      #expect(variant == "prepaid" || overages[variant] != nil, "unknown variant \(variant)")
      contract.price.prepaid?.overage = overages[variant]
    }
    return contract
  }

  @Test func `out of hours says what waiting and what extended hours cost`() {
    var contract = SampleContract.contract
    var evening = ExtendedHours()
    evening.id = "soir"
    evening.hours.week[0] = [OpeningHours.Span(start: 1080, end: 1260)]
    evening.surcharge = FixedPoint(50)
    evening.priorities = ["P2"]
    contract.support.extendedHours = [evening]
    let terms = Terms(contract, version: 1)
    func ways(_ at: String, _ priority: String) -> [WayOut.Choice] {
      let question = CoverageQuestion(
        at: paris(at), channel: .telephone, site: "grenoble", group: "postes", nature: .incident,
        priority: priority)
      return terms.waysOut(of: terms.verdict(on: question), on: question).map(\.choice)
    }
    let opening = paris("2026-11-24 08:30")
    #expect(
      ways("2026-11-23 19:00", "P2")
        == [.wait(until: opening), .extendedHours("soir", isOnRequest: false)])
    #expect(ways("2026-11-23 19:00", "P3") == [.wait(until: opening)])
    #expect(ways("2026-11-23 22:00", "P2") == [.wait(until: opening)])
    #expect(ways("2026-11-23 10:00", "P2") == [])
  }

  @Test func `a verdict says what is nearly spent and what a call costs`() {
    var contract = SampleContract.contract
    contract.price.prepaid = SampleContract.prepaid
    contract.price.prepaid?.alert = FixedPoint(20)
    contract.support.onCall?.callOut = Money(cents: 9000)
    let terms = Terms(contract, version: 1)
    func notices(_ at: String, _ priority: String, _ left: Int) -> [CoverageNotice] {
      let question = CoverageQuestion(
        at: paris(at), channel: .telephone, site: "grenoble", group: "decoupe", nature: .incident,
        priority: priority, prepaidMinutesLeft: left)
      return terms.notices(of: terms.verdict(on: question), on: question)
    }
    // A fifth of twenty hours is four.
    #expect(notices("2026-11-23 10:00", "P2", 241) == [])
    guard case .nearlySpent(240, _)? = notices("2026-11-23 10:00", "P2", 240).first else {
      Issue.record("four hours left of twenty are told")
      return
    }
    guard case .callOut(Money(cents: 9000), _)? = notices("2026-11-22 10:00", "P1", 900).first
    else {
      Issue.record("a call on a Sunday has its price told")
      return
    }
  }
}
