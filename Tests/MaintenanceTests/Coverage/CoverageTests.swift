import Maintenance
import Testing

struct CoverageTests {
  private func verdict(
    at instant: Instant = paris("2026-11-23 10:00"), site: String = "grenoble",
    group: String = "postes", nature: TicketNature = .incident, priority: String = "P2",
    exclusion: String? = nil, left: Int? = nil, _ vary: (inout Contract) -> Void = { _ in }
  ) -> Verdict {
    var contract = SampleContract.contract
    vary(&contract)
    return Terms(contract, version: 3).verdict(
      on: CoverageQuestion(
        at: instant, channel: .telephone, site: site, group: group, nature: nature,
        priority: priority, exclusion: exclusion, prepaidMinutesLeft: left))
  }

  private func clauses(_ verdict: Verdict) -> [String] {
    verdict.because.map(\.clause)
  }

  @Test func `an asset under a flat fee is included, by the article of the fee`() {
    let verdict = verdict()
    #expect(verdict.decision == .included)
    #expect(clauses(verdict) == ["prix.postes"])
    #expect(verdict.because.first?.version == 3)
  }

  @Test func `before its first day the contract is not in force`() {
    let verdict = verdict(at: paris("2026-09-30 23:59"), exclusion: "logiciel")
    #expect(verdict.decision == .notInForce)
    #expect(clauses(verdict) == ["duree.effet"])
  }

  @Test func `without tacit renewal the contract ends with its period`() {
    let after = paris("2027-10-01 10:00")
    #expect(verdict(at: after).decision == .included)
    #expect(verdict(at: after) { $0.term.renewal = .express }.decision == .notInForce)
    let lastDay = paris("2027-09-30 10:00")
    #expect(verdict(at: lastDay) { $0.term.renewal = .express }.decision == .included)
  }

  @Test func `an exclusion wins over scope, hours and fee, and says what follows`() {
    let refused = verdict(at: paris("2026-11-22 10:00"), group: "inconnu", exclusion: "logiciel")
    #expect(refused.decision == .excluded)
    #expect(clauses(refused) == ["exclusions.logiciel", "exclusions.regime"])
    #expect(verdict(exclusion: "tiers").decision == .quote)
  }

  @Test func `a site or a group outside the scope needs a quote`() {
    let site = verdict(site: "lyon")
    #expect(site.decision == .quote)
    #expect(clauses(site) == ["perimetre.sites"])
    #expect(clauses(verdict(group: "tablettes")) == ["perimetre.parc"])
  }

  @Test func `out of hours says when hours begin, and what applies then`() {
    let verdict = verdict(at: paris("2026-11-21 10:00"))
    #expect(verdict.decision == .outOfHours)
    #expect(verdict.startsAt == paris("2026-11-23 08:30"))
    #expect(verdict.onceOpen == .included)
    #expect(clauses(verdict) == ["support.heures", "prix.postes"])
  }

  @Test func `a priority on call is covered on a Saturday, by the on-call article too`() {
    let verdict = verdict(at: paris("2026-11-21 10:00"), priority: "P1")
    #expect(verdict.decision == .included)
    #expect(clauses(verdict) == ["prix.postes", "support.astreinte"])
  }

  @Test func `an asset without a fee draws on the prepaid hours while some are left`() {
    let drawn = verdict(group: "decoupe", left: 15) { $0.price.prepaid = SampleContract.prepaid }
    #expect(drawn.decision == .prepaid)
    #expect(clauses(drawn) == ["prix.carnet"])
    let spent = verdict(group: "decoupe", left: 0) { $0.price.prepaid = SampleContract.prepaid }
    #expect(spent.decision == .billable)
    #expect(clauses(spent) == ["prix.hors_forfait", "prix.carnet"])
    #expect(spent.hourlyRate == Money(cents: 8200))
  }

  @Test func `without any rate a quote comes first`() {
    let verdict = verdict(group: "decoupe") { $0.price.timeAndMaterials = nil }
    #expect(verdict.decision == .quote)
    #expect(clauses(verdict) == ["prix.devis"])
  }

  @Test func `a nature that the contract does not name is billed, advice never is`() {
    let request = verdict(nature: .request) { $0.kinds = [.corrective] }
    #expect(request.decision == .billable)
    #expect(clauses(request) == ["prix.hors_forfait", "objet.nature"])
    #expect(verdict(nature: .advice) { $0.kinds = [.preventive] }.decision == .included)
    #expect(verdict(nature: .incident) { $0.kinds = [.preventive] }.decision == .billable)
  }

  @Test func `a verdict reads back what it writes`() {
    let verdict = verdict(at: paris("2026-11-21 10:00"), group: "decoupe")
    #expect(Verdict(verdict.datum) == verdict)
  }
}
