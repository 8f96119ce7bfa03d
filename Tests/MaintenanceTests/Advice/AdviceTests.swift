import Maintenance
import Testing

struct AdviceTests {
  private let who = SampleContract.technician
  private let client = Actor(side: .client, name: "Jeanne Morel")
  private let terms = SampleContract.terms
  private let monday = paris("2026-11-23 10:00")

  private var content: AdviceContent {
    AdviceContent(
      thing: "Serveur SRV-2",
      fact: "Le serveur SRV-2 ne reçoit plus de correctif depuis le 1er mai.",
      risk: "Une faille connue reste ouverte.",
      consequence: "La découpe s’arrête et la tournée du lendemain part sans verre.",
      recommendation: "Remplacer le serveur avant mars.", price: Money(cents: 240_000),
      due: day("2027-01-15"))
  }

  private func drafted(_ content: AdviceContent) throws -> Change<Advice> {
    try Advice.drafted(
      content, from: Advice.Origin(.asset, "srv-2"), id: ID(number: 5), number: 1,
      agreement: SampleContract.agreement, by: who, at: monday)
  }

  private func sent() throws -> Advice {
    try drafted(content).state.sent(
      to: "Jeanne Morel", by: .email, isGeneric: false, under: terms, actor: who, at: monday
    ).state
  }

  private func refusal(_ body: () throws -> some Any) -> AdviceRefusal? {
    do {
      _ = try body()
      return nil
    } catch { return error as? AdviceRefusal }
  }

  @Test func `an advice is the fold of its facts, from the draft to the answer`() throws {
    var facts = try drafted(content).facts
    var advice = try Advice(replaying: facts)
    #expect(advice.stage == .drafted)
    let steps: [(Advice) throws -> Change<Advice>] = [
      {
        try $0.sent(
          to: "Jeanne", by: .email, isGeneric: false, under: terms, actor: who, at: monday)
      },
      { try $0.seen(by: client, at: monday + 60) },
      { try $0.reminded(by: .email, actor: who, at: monday + 86_400) },
      {
        try $0.answered(
          .declined, from: "Jeanne", reason: "Budget", by: client, at: monday + 90_000)
      },
      { try $0.raisedAgain(for: .review, note: "", by: who, at: monday + 9_000_000) },
      {
        try $0.answered(.accepted, from: "Jeanne", reason: "", by: client, at: monday + 9_000_060)
      },
      { try $0.closed("Serveur remplacé", by: who, at: monday + 19_000_000) },
    ]
    let stages: [Advice.Stage] = [.sent, .seen, .seen, .declined, .sent, .accepted, .closed]
    for (step, stage) in zip(steps, stages) {
      let change = try step(advice)
      facts += change.facts
      advice = change.state
      #expect(advice.stage == stage)
    }
    #expect(try Advice(replaying: facts) == advice)
    #expect(advice.rounds.count == 2 && advice.rounds[0].answer?.reason == "Budget")
    #expect(facts[1].body["clause"]?.text == "obligations_prestataire.conseil")
    #expect(facts[1].body["clause_number"]?.text?.isEmpty == false)
  }

  @Test func `an advice without fact or consequence is never sent`() throws {
    func gap(_ vary: (inout AdviceContent) -> Void) throws -> AdviceRefusal? {
      var content = self.content
      vary(&content)
      let draft = try drafted(content).state
      return refusal {
        try draft.sent(
          to: "Jeanne", by: .email, isGeneric: false, under: terms, actor: who, at: monday)
      }
    }
    #expect(try gap { _ in } == nil)
    #expect(try gap { $0.fact = "" } == .noFact)
    #expect(try gap { $0.fact = "Le serveur SRV-2." } == .noFact)
    // Words that name no thing of this client are nobody's.
    #expect(
      try gap { $0.fact = "Un serveur ne reçoit plus de correctif depuis mai." } == .thingNotNamed)
    #expect(try gap { $0.consequence = "" } == .noConsequence)
    #expect(try gap { $0.consequence = "Perte de données." } == .noConsequence)
    #expect(try gap { $0.risk = " " } == .noRisk)
    #expect(try gap { $0.recommendation = "" } == .noRecommendation)
    #expect(try gap { $0.due = day("2026-11-22") } == .dayOutOfBounds)
    #expect(refusal { try drafted(AdviceContent(thing: " ", fact: "")) } == .noThing)
    #expect(
      refusal { try drafted(AdviceContent(thing: "x", fact: "", price: Money(cents: -1))) }
        == .priceOutOfBounds)
    let draft = try drafted(content).state
    #expect(
      refusal {
        try draft.sent(
          to: "Jeanne", by: .email, isGeneric: true, under: terms, actor: who, at: monday)
      } == .generic)
  }

  @Test func `the same consequence under another thing's name is the same`() {
    var other = content
    other.thing = "Serveur Z9"
    other.consequence = "La découpe s’arrête et la tournée du lendemain part sans verre"
    #expect(other.likeness == content.likeness)
    var own = content
    own.consequence = "Le Serveur SRV-2 arrêté, la découpe s’arrête."
    var renamed = own
    renamed.thing = "Serveur Z9"
    renamed.consequence = "Le Serveur Z9 arrêté, la découpe s’arrête."
    #expect(own.consequenceWords == renamed.consequenceWords)
    other.consequence = "Les avocates ne voient plus leurs dossiers pendant deux jours."
    #expect(other.likeness != content.likeness)
    other.consequence = ""
    #expect(other.likeness == 0)
  }

  @Test func `silence is told after two reminders, each a day apart`() throws {
    var advice = try sent()
    func silent(_ at: Instant) -> AdviceRefusal? {
      refusal { try advice.answered(.silent, from: "", reason: "", by: who, at: at) }
    }
    #expect(silent(monday + 900_000) == .silenceTooEarly)
    #expect(
      refusal { try advice.reminded(by: .email, actor: who, at: monday + 3600) }
        == .reminderTooEarly)
    advice = try advice.reminded(by: .email, actor: who, at: monday + 86_400).state
    advice = try advice.reminded(by: .letter, actor: who, at: monday + 172_800).state
    #expect(silent(monday + 172_900) == .silenceTooEarly)
    #expect(silent(monday + 259_200) == nil)
    let told = try advice.answered(
      .silent, from: "", reason: "", by: who, at: monday + 259_200
    ).state
    #expect(told.stage == .silent && told.rounds[0].reminders.count == 2)
  }

  @Test func `what was sent changes no more, and a refusal says why`() throws {
    let advice = try sent()
    #expect(refusal { try advice.revised(content, by: who, at: monday) } == .alreadySent)
    #expect(
      refusal { try advice.answered(.declined, from: "J", reason: " ", by: client, at: monday) }
        == .reasonNeeded)
    #expect(
      refusal { try advice.answered(.accepted, from: "", reason: "", by: client, at: monday) }
        == .nameOutOfBounds)
    #expect(
      refusal { try advice.raisedAgain(for: .review, note: "", by: who, at: monday) }
        == .notRaisable)
    let accepted = try advice.answered(
      .accepted, from: "J", reason: "", by: client, at: monday
    ).state
    #expect(
      refusal { try accepted.answered(.declined, from: "J", reason: "x", by: client, at: monday) }
        == .notAwaited)
    let closed = try accepted.closed("Fait", by: who, at: monday).state
    #expect(refusal { try closed.closed("Fait", by: who, at: monday) } == .closed)
  }

  @Test func `machines near their end and reservations of the inventory call for advice`() {
    var contract = SampleContract.contract
    var old = Asset()
    old.id = "srv-2"
    old.label = "Serveur SRV-2"
    old.supportEnd = day("2026-05-01")
    old.warrantyEnd = day("2025-05-01")
    var fresh = Asset()
    fresh.id = "srv-3"
    fresh.supportEnd = day("2030-05-01")
    contract.scope.groups[0].assets = [old, fresh]
    var inventory = EntryInventory()
    inventory.reservations = ["Onduleur : batteries à changer"]
    contract.entryInventory = inventory
    let occasions = Terms(contract, version: 1).adviceOccasions(on: day("2026-11-23"))
    #expect(occasions.map(\.origin.kind) == [.asset, .inventory])
    #expect(occasions[0].fact.contains("Serveur SRV-2") && occasions[0].fact.contains("depuis le"))
    #expect(occasions[1].thing == "Onduleur")
    // What is drafted from them names its thing.
    for occasion in occasions {
      let gaps = AdviceContent(thing: occasion.thing, fact: occasion.fact).gaps
      #expect(!gaps.contains(.thingNotNamed) && !gaps.contains(.noFact))
    }
  }
}
