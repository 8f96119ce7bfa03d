import Maintenance
import Testing

struct DeliveryTests {
  private let who = SampleContract.technician
  private let client = Actor(side: .client, name: "Jeanne Morel")
  private let now = paris("2026-11-25 10:00")

  private func terms(_ vary: (inout Contract) -> Void = { _ in }) -> Terms {
    var contract = SampleContract.contract
    var acceptance = Acceptance()
    acceptance.delay = Delay(8, .workingDays)
    acceptance.silence = .acceptance
    contract.acceptance = acceptance
    vary(&contract)
    return Terms(contract, version: 1)
  }

  private var publicTerms: Terms {
    terms {
      $0.acceptance = nil
      var contract = PublicContract()
      var fitness = PublicContract.FitnessTest()
      fitness.delay = Delay(15, .days)
      fitness.criterion = "Les parcours passent"
      contract.fitnessTest = fitness
      var regularity = PublicContract.RegularityTest()
      regularity.duration = Delay(30, .days)
      regularity.downtimeLimit = FixedPoint(2)
      regularity.decision = Delay(7, .days)
      contract.regularityTest = regularity
      var admission = PublicContract.Admission()
      admission.silence = .acceptance
      admission.postponement = Delay(20, .days)
      admission.allowsReduction = true
      contract.admission = admission
      $0.publicContract = contract
    }
  }

  private static func at(_ iso: String) -> Day { day(iso) }

  private func notified(
    _ terms: Terms, _ kind: Delivery.Kind = .acceptance, on day: String = "2026-11-24",
    criteria: [String] = ["Le dossier s’ouvre"]
  ) throws -> Change<Delivery> {
    try Delivery.notified(
      DeliveryNotice(
        kind: kind, title: "Sauvegarde", criteria: criteria, day: Self.at(day)),
      id: ID(number: 3), number: 1, agreement: SampleContract.agreement, under: terms, by: who,
      at: now)
  }

  private func refusal(_ body: () throws -> some Any) -> DeliveryRefusal? {
    do {
      _ = try body()
      return nil
    } catch { return error as? DeliveryRefusal }
  }

  @Test func `a delivery is the fold of its facts, through refusal and reservations`() throws {
    let terms = terms()
    var facts = try notified(terms).facts
    var delivery = try Delivery(replaying: facts)
    #expect(delivery.due == day("2026-12-04") && delivery.clause == "recette.delai")
    let steps: [(Delivery) throws -> Change<Delivery>] = [
      {
        try $0.decided(
          DeliveryDecision(.refused, by: "Jeanne", reason: "Le dossier est vide"), under: terms,
          by: client, at: now)
      },
      {
        try $0.presentedAgain(
          on: day("2026-11-25"), note: "Copie refaite", under: terms, by: who, at: now)
      },
      {
        try $0.decided(
          DeliveryDecision(.reserved, by: "Jeanne", reservations: ["Droits à revoir", "Lent"]),
          under: terms, by: client, at: now)
      },
      { try $0.lifting(reservation: 2, note: "Disque changé", by: who, at: now) },
      { try $0.lifting(reservation: 1, note: "Droits rendus", by: who, at: now) },
    ]
    let stages: [Delivery.Stage] = [.refused, .awaited, .reserved, .reserved, .accepted]
    for (step, stage) in zip(steps, stages) {
      let change = try step(delivery)
      facts += change.facts
      delivery = change.state
      #expect(delivery.stage == stage)
    }
    #expect(try Delivery(replaying: facts) == delivery)
    #expect(delivery.presentations == 2 && delivery.due == day("2026-12-07"))
    #expect(delivery.reservations.map(\.note) == ["Droits rendus", "Disque changé"])
  }

  @Test func `silence decides after the last day, as the contract says, and once`() throws {
    let delivery = try notified(terms()).state
    #expect(
      refusal { try delivery.tacitlyDecided(on: day("2026-12-04"), at: now) } == .notYetSilent)
    let accepted = try delivery.tacitlyDecided(on: day("2026-12-05"), at: now)
    #expect(accepted.state.stage == .accepted && accepted.state.verdict?.isTacit == true)
    #expect(accepted.facts[0].actor == .system)
    #expect(accepted.facts[0].body["clause"]?.text == "recette.delai")
    #expect(
      refusal { try accepted.state.tacitlyDecided(on: day("2026-12-06"), at: now) }
        == .alreadyDecided)
    let refusing = try notified(terms { $0.acceptance?.silence = .refusal }).state
    #expect(try refusing.tacitlyDecided(on: day("2026-12-05"), at: now).state.stage == .refused)
    let mute = try notified(terms { $0.acceptance?.silence = nil }).state
    #expect(refusal { try mute.tacitlyDecided(on: day("2027-12-05"), at: now) } == .notYetSilent)
  }

  @Test func `a public contract has its fitness check, its regular service, and its decisions`()
    throws
  {
    let terms = publicTerms
    #expect(terms.acceptanceKinds == [.fitness, .regularity])
    let fitness = try notified(terms, .fitness, criteria: []).state
    #expect(fitness.due == day("2026-12-09") && fitness.criteria == ["Les parcours passent"])
    #expect(fitness.clause == "marche_public.va" && !fitness.clauseNumber.isEmpty)
    // Thirty days of service, then seven to decide.
    let regularity = try notified(terms, .regularity, criteria: []).state
    #expect(regularity.due == day("2026-12-31") && regularity.clause == "marche_public.vsr")
    #expect(
      terms.decisions(on: .fitness) == [.accepted, .reserved, .postponed, .reduced, .refused])
    #expect(self.terms().decisions(on: .acceptance) == [.accepted, .reserved, .partial, .refused])
    let postponed = try fitness.decided(
      DeliveryDecision(.postponed, by: "Maud", reason: "Deux parcours échouent"), under: terms,
      by: client, at: now)
    #expect(postponed.state.stage == .postponed)
    #expect(refusal { try notified(terms) } == .notOfContract)
  }

  @Test func `what cannot be notified or decided is refused`() throws {
    let terms = terms()
    #expect(refusal { try notified(terms, criteria: [" "]) } == .noCriterion)
    #expect(refusal { try notified(terms, on: "2026-11-26") } == .dayOutOfBounds)
    #expect(refusal { try notified(terms, on: "2024-11-26") } == .dayOutOfBounds)
    #expect(refusal { try notified(terms, .fitness) } == .notOfContract)
    #expect(
      refusal { try notified(terms, criteria: (0...50).map { "Critère \($0)" }) }
        == .tooManyLines)
    let delivery = try notified(terms).state
    func decide(_ decision: DeliveryDecision) -> DeliveryRefusal? {
      refusal { try delivery.decided(decision, under: terms, by: client, at: now) }
    }
    #expect(decide(DeliveryDecision(.accepted, by: "J")) == nil)
    #expect(decide(DeliveryDecision(.accepted, by: "J", reservations: ["x"])) == .wrongDecision)
    #expect(decide(DeliveryDecision(.reserved, by: "J")) == .noReservation)
    #expect(decide(DeliveryDecision(.refused, by: "J")) == .reasonNeeded)
    #expect(decide(DeliveryDecision(.partial, by: "J", reason: " ")) == .reasonNeeded)
    #expect(decide(DeliveryDecision(.postponed, by: "J", reason: "x")) == .wrongDecision)
    #expect(decide(DeliveryDecision(.accepted, by: " ")) == .nameOutOfBounds)
    #expect(
      refusal { try delivery.lifting(reservation: 1, note: "x", by: who, at: now) }
        == .unknownReservation)
    #expect(
      refusal {
        try delivery.presentedAgain(
          on: day("2026-11-25"), note: "x", under: terms, by: who, at: now)
      } == .notPresentable)
  }
}
