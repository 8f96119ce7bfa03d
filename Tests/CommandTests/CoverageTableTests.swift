import Foundation
import Maintenance
import TestSupport
import Testing

/// What `diligence coverage` says of each case of the table.
struct CoverageTableTests {
  @Test func `the table has a hundred cases, and every verdict under the six examples`() {
    let cases = CoverageCase.all
    #expect(Set(cases.map(\.description)).count >= 100)
    #expect(Set(cases.map(\.contract)).count == 6)
    let decisions = Set(cases.map(\.decision))
    #expect(decisions == Set(Verdict.Decision.allCases))
  }

  @Test(arguments: CoverageCase.all)
  func `the command gives the verdict and the articles of the table`(_ row: CoverageCase) throws {
    var asked = [
      "coverage", "examples/\(row.contract).yaml", "--at", row.at, "--group", row.group,
      "--nature", row.nature.rawValue, "--priority", row.priority, "--format", "json",
    ]
    if let site = row.site { asked += ["--site", site] }
    if let exclusion = row.exclusion { asked += ["--exclusion", exclusion] }
    if let left = row.minutesLeft { asked += ["--prepaid", String(left)] }
    let told = try Command(asked).outcome()
    #expect(told.status == 0, "\(told.complaint)")
    let verdict = try JSONDecoder().decode(Told.self, from: Data(told.output.utf8))
    #expect(verdict.decision == row.decision.rawValue)
    #expect(verdict.onceOpen == row.onceOpen?.rawValue)
    #expect(verdict.because.map(\.clause) == row.clauses)
    #expect(verdict.because.allSatisfy { !$0.number.isEmpty })
    // Out of hours says when hours begin, and what waiting costs.
    #expect((verdict.startsAt != nil) == (row.decision == .outOfHours))
    #expect(verdict.choices.isEmpty == (row.decision != .outOfHours))
  }

  @Test func `out of hours tells what extended hours and a call cost`() throws {
    let evening = try Command(
      "coverage", "examples/parc-trois-gammes.yaml", "--at", "2026-12-02T19:00", "--group",
      "caisses", "--priority", "haute"
    ).outcome()
    #expect(evening.output.contains("attendre le 2026-12-03 08:30, sans supplément"))
    #expect(evening.output.contains("« soiree » : taux majoré de 50"))
    let poll = try Command(
      "coverage", "examples/tma-agglomeration.yaml", "--at", "2027-01-10T10:00", "--group",
      "portail", "--priority", "bloquante"
    ).outcome()
    #expect(poll.output.contains("« scrutin », à la demande : 620,00"))
    let call = try Command(
      "coverage", "examples/hebergement-insulaire.yaml", "--at", "2026-12-06T03:00", "--group",
      "tracabilite", "--priority", "P1"
    ).outcome()
    #expect(call.output.contains("un appel d’astreinte suivi d’un travail coûte 120,00"))
  }

  private struct Told: Decodable {
    var decision: String
    var onceOpen: String?
    var startsAt: String?
    var because: [Place]
    var choices: [Choice]

    struct Place: Decodable {
      var clause: String
      var number: String
    }

    struct Choice: Decodable {
      var words: String
    }
  }
}
