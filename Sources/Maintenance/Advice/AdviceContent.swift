/// What an advice says: of one thing of this client, never of things in general.
package struct AdviceContent: Hashable, Sendable {
  /// What it is about, by its name: «Serveur SRV-2», «Ticket 12».
  package var thing: String
  /// What was observed; it names the thing.
  package var fact: String
  package var risk: String
  /// What it would mean for this client.
  package var consequence: String
  package var recommendation: String
  /// Of what is recommended, before VAT.
  package var price: Money?
  /// The last day by which the client had better decide.
  package var due: Day?

  package init(
    thing: String, fact: String, risk: String = "", consequence: String = "",
    recommendation: String = "", price: Money? = nil, due: Day? = nil
  ) {
    self.thing = thing
    self.fact = fact
    self.risk = risk
    self.consequence = consequence
    self.recommendation = recommendation
    self.price = price
    self.due = due
  }

  /// Fewer words than these say nothing of a fact or of a consequence.
  package static let fewestWords = 5
  static let longestText = 10_000
  private static let highestPrice = Money(cents: 100_000_000)

  /// What keeps it from being sent (Cass. com., 2 July 2014: information is circumstantiated and
  /// personal); nothing when it is whole. That another client was told the same is not seen here.
  package var gaps: [AdviceRefusal] {
    var gaps: [AdviceRefusal] = []
    if thing.isBlank { gaps.append(.noThing) }
    if AdviceContent.words(fact).count < AdviceContent.fewestWords { gaps.append(.noFact) }
    if !thing.isBlank, !names(thing, in: fact) { gaps.append(.thingNotNamed) }
    if risk.isBlank { gaps.append(.noRisk) }
    if AdviceContent.words(consequence).count < AdviceContent.fewestWords {
      gaps.append(.noConsequence)
    }
    if recommendation.isBlank { gaps.append(.noRecommendation) }
    return gaps
  }

  /// The consequence without the thing's own words: the same for two clients is generic.
  package var consequenceWords: String {
    let own = Set(AdviceContent.words(thing))
    return AdviceContent.words(consequence).filter { !own.contains($0) }.joined(separator: " ")
  }

  /// Tells consequences apart, by FNV-1a; zero for none.
  package var likeness: Int64 {
    let words = consequenceWords
    guard !words.isEmpty else { return 0 }
    let hash = words.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return Int64(bitPattern: hash)
  }

  func check() throws {
    let texts = [thing, fact, risk, consequence, recommendation]
    guard texts.allSatisfy({ $0.count <= AdviceContent.longestText }), thing.count <= 200 else {
      throw AdviceRefusal.textTooLong
    }
    if let price, price < .zero || price > AdviceContent.highestPrice {
      throw AdviceRefusal.priceOutOfBounds
    }
  }

  private func names(_ thing: String, in text: String) -> Bool {
    let words = AdviceContent.words(thing)
    return !words.isEmpty
      && " \(SearchWords(text).text) ".contains(" \(words.joined(separator: " ")) ")
  }

  private static func words(_ text: String) -> [Substring] {
    SearchWords(text).text.split(separator: " ")
  }

  var datum: [String: Datum?] {
    [
      "thing": .text(thing), "observed": .text(fact), "risk": .text(risk),
      "consequence": .text(consequence), "recommendation": .text(recommendation),
      "price": price.map { .integer($0.cents) }, "due": due.map { .text($0.iso) },
    ]
  }

  init(_ fact: Fact) throws(ReplayFault) {
    thing = try fact.text("thing")
    self.fact = try fact.text("observed")
    risk = try fact.text("risk")
    consequence = try fact.text("consequence")
    recommendation = try fact.text("recommendation")
    price = fact.body["price"]?.integer.map(Money.init(cents:))
    due = fact.body["due"]?.text.flatMap(Day.init(iso:))
  }
}

/// Why an advice cannot be sent, answered or changed.
package enum AdviceRefusal: String, Error, Hashable, Sendable, CaseIterable {
  case noThing
  case noFact
  /// The fact does not name the thing that the advice is about.
  case thingNotNamed
  case noRisk
  case noConsequence
  case noRecommendation
  /// Another client was told the same consequence: it is not this one's.
  case generic
  case textTooLong
  case priceOutOfBounds
  case dayOutOfBounds
  /// It was sent: what the client has read stays as it was.
  case alreadySent
  /// It is a draft, or was answered.
  case notAwaited
  case reminderTooEarly
  case silenceTooEarly
  case tooManyReminders
  case reasonNeeded
  case nameOutOfBounds
  /// Only what was refused or left without answer is raised again.
  case notRaisable
  case closed
  case unknownAdvice
  case unknownTicket
  case changedMeanwhile
}
