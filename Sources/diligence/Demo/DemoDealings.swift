import Maintenance
import Operations

/// What the fictitious provider advised and delivered, and when a service was down.
extension DemoStory {
  func dealings(under agreement: Agreement) async throws -> [DemoEvent] {
    try await outages(under: agreement)
      + [DemoEvent(at: ago(20), .deal { try await advice(under: agreement, by: $0) })]
      + [DemoEvent(at: ago(3), .deal { try await deliver(under: agreement, by: $0) })]
  }

  private func ago(_ days: Int) -> Instant { present + -(days * 86_400) }

  private func outages(under agreement: Agreement) async throws -> [DemoEvent] {
    let terms = try await operations.terms(of: agreement.id)
    guard let promise = terms.contract.serviceLevels.availability.first else { return [] }
    return DemoOutage.all.compactMap { days, minutes, cause, reason in
      let start = ago(days)
      let isNamed = cause.map(promise.excluding.contains) ?? true
      guard isNamed, terms.contract.zone.day(at: start) >= terms.contract.term.start else {
        return nil
      }
      let report = OutageReport(
        group: promise.group, start: start, end: start + minutes * 60, cause: cause,
        reason: reason)
      return DemoEvent(
        at: start + (minutes + 20) * 60,
        .deal { then in
          try await then.recordOutage(
            report, from: nil, under: agreement.id, by: DemoStory.owner)
          return []
        })
    }
  }

  private func advice(
    under agreement: Agreement, by then: Operations
  ) async throws -> [DemoEvent] {
    let list = try await then.adviceList(of: agreement.id)
    let client = list.terms.contract.client.representative.name
    var events: [DemoEvent] = []
    for occasion in list.occasions {
      guard let words = DemoAdvice.all.first(where: { occasion.thing.hasPrefix($0.thing) }) else {
        continue
      }
      let advice = try await then.draftAdvice(
        AdviceContent(
          thing: occasion.thing, fact: occasion.fact, risk: words.risk,
          consequence: words.consequence, recommendation: words.recommendation,
          price: words.price),
        from: occasion.origin, under: agreement.id, by: DemoStory.owner)
      events += words.steps(to: client).map { days, act in
        DemoEvent(
          at: ago(days),
          .deal { then in
            try await then.act(on: advice.id, under: agreement.id, by: DemoStory.owner, act)
            return []
          })
      }
    }
    return events
  }

  private func deliver(
    under agreement: Agreement, by then: Operations
  ) async throws -> [DemoEvent] {
    let terms = try await then.terms(of: agreement.id)
    guard terms.acceptanceKinds.contains(.acceptance) else { return [] }
    _ = try await then.notifyDelivery(
      DeliveryNotice(
        title: "Remplacement de la sauvegarde distante",
        criteria: ["Trois dossiers choisis par le client sont restaurés en moins d’une heure"],
        day: terms.contract.zone.day(at: then.now())),
      under: agreement.id, by: DemoStory.owner)
    return []
  }
}

enum DemoOutage {
  /// Days before the present, minutes, cause that the contract may leave out, what happened.
  static let all: [(days: Int, minutes: Int, cause: String?, reason: String)] = [
    (24, 55, "maintenance_planifiee", "Mise à jour du système, annoncée huit jours avant."),
    (9, 38, nil, "Disque plein : les services ne répondaient plus."),
  ]
}

struct DemoAdvice {
  let thing: String
  let risk: String
  let consequence: String
  let recommendation: String
  let price: Money
  /// Refused after a reminder, or still unanswered.
  let isRefused: Bool

  func steps(to client: String) -> [(daysAgo: Int, act: AdviceAct)] {
    var steps: [(daysAgo: Int, act: AdviceAct)] = [
      (19, .send(to: client, by: .email)), (9, .remind(by: .email)),
    ]
    if isRefused {
      let reason = "Reporté au budget de l’an prochain."
      steps.append((5, .answer(.declined, from: client, reason: reason)))
    }
    return steps
  }

  static let all = [
    DemoAdvice(
      thing: "Onduleur", risk: "Les serveurs s’arrêtent net à la première coupure.",
      consequence:
        "La découpe s’arrête en pleine plaque, et la tournée du lendemain part sans elle.",
      recommendation: "Remplacer les batteries de l’onduleur et essayer l’arrêt propre.",
      price: Money(cents: 48_000), isRefused: false),
    DemoAdvice(
      thing: "Commutateur", risk: "Le commutateur n’est plus corrigé et n’a pas de remplaçant.",
      consequence: "Le quai B n’imprime plus de lettres de voiture et les camions attendent.",
      recommendation: "Poser un commutateur neuf, l’ancien restant en secours.",
      price: Money(cents: 129_000), isRefused: true),
  ]
}
