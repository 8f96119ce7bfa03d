import ContractSource
import Documents
import Maintenance
import Operations

/// Six weeks in the life of a fictitious provider, told through the product's own operations under
/// a virtual clock: the same seed and the same present make the same story.
struct DemoStory {
  let operations: Operations
  /// The contracts' texts.
  let texts: [[UInt8]]
  let present: Instant
  let press: InvoicePress
  private var numbers = SeededNumbers(state: 20_261_123)

  /// Days told before the present.
  static let days = 42

  init(operations: Operations, texts: [[UInt8]], present: Instant, press: InvoicePress) {
    self.operations = operations
    self.texts = texts
    self.present = present
    self.press = press
  }

  static let owner = Actor(side: .provider, name: "Claire Besson")
  private static let technicians = ["Lina Roche", "Marc Vidal", "Sofiane Haddad"]
  private static let requesters = [
    "Jeanne Morel", "Paul Girard", "Inès Lambert", "Hugo Blanc", "Nadia Faure", "Louis Perrin",
  ]

  /// Everything in the order of time, whatever contract it is of, as a real register has it.
  mutating func tell() async throws {
    let latest = present + -(DemoStory.days + 3) * 86_400
    var coming = texts.map { text in
      // Nine days before the contract begins, if that is earlier: nobody signs after the fact.
      let contract = operations.reading(of: text).contract
      let start = contract.zone.instant(contract.term.start - 9, second: 36_000)
      return DemoEvent(at: min(latest, start), .receive(text))
    }
    // The first of those at one instant comes first.
    while let next = coming.indices.min(by: { coming[$0].at < coming[$1].at }) {
      let event = coming.remove(at: next)
      guard event.at < present else { continue }
      coming += try await consequences(of: event)
    }
  }

  /// Does it, and gives what follows from it, none of it earlier.
  private mutating func consequences(of event: DemoEvent) async throws -> [DemoEvent] {
    let then = operations.at(event.at)
    switch event.what {
    case .receive(let text):
      return [DemoEvent(at: event.at + 3600, .sign(try await received(text, by: then)))]
    case .sign(let id):
      let agreement = try await then.recordBothSignatures(id, by: DemoStory.owner)
      return try await tickets(under: agreement)
        + settlements(under: agreement, since: event.at + 3600) + dealings(under: agreement)
        + invoices(under: agreement, since: event.at)
    case .settle(let duty, let agreement):
      try await then.settle(
        duty.key, under: agreement, by: DemoStory.owner,
        .done(note: DemoRequest.dutyProof[duty.kind] ?? "Fait à la date prévue.", entry: nil))
      return []
    case .open(let plan, let agreement):
      let caller = Actor(side: .client, name: plan.request.requester)
      let ticket = try await then.openTicket(plan.request, under: agreement, by: caller)
      let technician = Actor(side: .provider, name: plan.technician)
      return plan.steps.map { DemoEvent(at: $0.at, .act($0.act, ticket.id, technician)) }
    case .act(let act, let ticket, let technician):
      _ = try await then.act(on: ticket, by: technician, act)
      return []
    case .deal(let deal): return try await deal(then)
    }
  }

  private func received(_ text: [UInt8], by then: Operations) async throws -> ID<Agreement> {
    switch try await then.receive(text: text, by: DemoStory.owner) {
    case .kept(let id, _): return id
    case .refused(let reading):
      throw DemoFault(
        "an example contract has errors: \(reading.findings.first?.message ?? "unreadable")")
    }
  }

  /// What fell due is done on its day, but for the last one of each side: two are late.
  private func settlements(
    under agreement: Agreement, since first: Instant
  ) async throws -> [DemoEvent] {
    let reading = try await operations.duties(of: agreement.id, ahead: 0, limit: 500)
    let late = reading.states.filter { $0.standing == .late }.map(\.duty)
    let zone = reading.terms.contract.zone
    return late.compactMap { duty in
      let isLast = late.last { $0.bearer == duty.bearer } == duty
      guard !isLast || late.count < 3 else { return nil }
      let instant = max(zone.instant(duty.due, second: 16 * 3600), first)
      return DemoEvent(at: instant, .settle(duty, agreement.id))
    }
  }

  private mutating func tickets(under agreement: Agreement) async throws -> [DemoEvent] {
    let terms = try await operations.terms(of: agreement.id)
    var plans: [TicketPlan] = []
    let zone = terms.contract.zone
    let today = zone.day(at: present)
    for day in (today - DemoStory.days).number...today.number {
      let hasHours = !terms.contract.support.hours.spans(on: Day(number: day).weekday).isEmpty
      let count = hasHours ? Int.random(in: 0...2, using: &numbers) : chance(12) ? 1 : 0
      for _ in 0..<count {
        let minute = Int.random(in: 490...1075, using: &numbers)
        plans.append(plan(terms, from: zone.instant(Day(number: day), second: minute * 60)))
      }
    }
    // Whenever the demo is opened, some clocks are running.
    for minutesAgo in [190, 75, 22] { plans.append(plan(terms, from: present + -minutesAgo * 60)) }
    return plans.map { DemoEvent(at: $0.opening, .open($0, agreement.id)) }
  }

  private mutating func plan(_ terms: Terms, from opening: Instant) -> TicketPlan {
    let isExcluded = chance(14) && !terms.contract.scope.exclusions.isEmpty
    let asked = isExcluded ? DemoRequest.excluded : pick(DemoRequest.all)
    let request = request(asked, terms, isExcluded: isExcluded)
    let technician = pick(DemoStory.technicians)
    var steps: [TicketPlan.Step] = []
    let opensAt = terms.openingCalendar(site: request.site).opening(at: opening).next ?? opening
    var at = opensAt + Int.random(in: 4...38, using: &numbers) * 60
    steps.append(TicketPlan.Step(at: at, act: .takeCharge))
    if chance(4), terms.contract.serviceLevels.pauses.contains(.awaitingClient) {
      at = at + Int.random(in: 5...20, using: &numbers) * 60
      steps.append(
        TicketPlan.Step(
          at: at, act: .pause(.awaitingClient, note: "Accès au poste demandé au référent.")))
      at = at + Int.random(in: 30...200, using: &numbers) * 60
      steps.append(TicketPlan.Step(at: at, act: .resume))
    }
    if let workaround = asked.workaround {
      at = at + Int.random(in: 15...90, using: &numbers) * 60
      let due = terms.contract.zone.day(at: at) + 14
      let debt = WorkaroundDebt(owner: technician, due: due)
      steps.append(TicketPlan.Step(at: at, act: .workAround(note: workaround, debt: debt)))
    }
    at = at + Int.random(in: 20...200, using: &numbers) * 60
    let minutes = max(5, asked.minutes + Int.random(in: -10...15, using: &numbers))
    steps.append(TicketPlan.Step(at: at, act: .work(minutes: minutes, note: asked.ending)))
    steps.append(TicketPlan.Step(at: at + 60, act: .resolve(asked.cause, note: asked.ending)))
    return TicketPlan(opening: opening, request: request, technician: technician, steps: steps)
  }

  private mutating func request(_ asked: DemoRequest, _ terms: Terms, isExcluded: Bool)
    -> TicketRequest
  {
    let contract = terms.contract
    let matrix = contract.serviceLevels.matrix
    let channels = contract.support.channels.filter { $0 != .monitoring }
    return TicketRequest(
      channel: pick(channels), site: pick(contract.scope.sites.map(\.id)),
      group: pick(contract.scope.groups.map(\.id)), nature: asked.nature,
      impact: matrix.impacts[min(asked.impact, matrix.impacts.count - 1)],
      urgency: matrix.urgencies[min(asked.urgency, matrix.urgencies.count - 1)],
      exclusion: isExcluded ? contract.scope.exclusions.first?.id : nil, title: asked.title,
      text: asked.text, requester: pick(DemoStory.requesters))
  }

  /// True once in so many.
  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &numbers) == 0
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &numbers)]
  }
}

/// What happens to one ticket of the story, and when.
struct TicketPlan {
  struct Step {
    var at: Instant
    var act: TicketAct
  }

  var opening: Instant
  var request: TicketRequest
  var technician: String
  var steps: [Step]
}

/// Something that happens in the story.
struct DemoEvent {
  enum What {
    case receive([UInt8])
    case sign(ID<Agreement>)
    case open(TicketPlan, ID<Agreement>)
    case act(TicketAct, ID<Ticket>, Actor)
    case settle(Duty, ID<Agreement>)
    /// Given the operations at the event's instant.
    case deal((Operations) async throws -> [DemoEvent])
  }

  var at: Instant
  var what: What

  init(at: Instant, _ what: What) {
    self.at = at
    self.what = what
  }
}

/// The demo cannot be told.
struct DemoFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Numbers that look random and are the same on each run (SplitMix64, Steele, Lea and Flood 2014).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
