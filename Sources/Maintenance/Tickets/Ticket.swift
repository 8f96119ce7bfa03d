/// A request under a contract: the fold of its facts.
package struct Ticket: Evidenced, Hashable {
  package enum Stage: String, CaseIterable, Sendable {
    /// Nobody has taken charge of it.
    case new
    case inCharge = "in_charge"
    /// The clock stands still.
    case waiting
    /// Works again by a temporary means; the cause remains (palliative).
    case workedAround = "worked_around"
    /// Mended at the cause (curative).
    case resolved
    /// The client has confirmed that it is mended.
    case closed
  }

  package struct Work: Hashable, Sendable {
    package enum Place: String, CaseIterable, Sendable {
      case remote = "distance"
      case onSite = "sur_site"
    }

    /// When it began, or when it was noted if nobody said.
    package var at: Instant
    package var minutes: Int
    package var place: Place
    package var by: String
    package var note: String
  }

  package let id: ID<Ticket>
  package internal(set) var version = 0
  /// The version that the last act left: what the schedule tells since then changes nothing that
  /// somebody could have decided upon.
  package internal(set) var actVersion = 0
  package let agreement: ID<Agreement>
  /// Counted from one in each agreement.
  package let number: Int
  package internal(set) var request: TicketRequest
  package internal(set) var priority: String
  /// The version of the contract that governs it.
  package let contractVersion: Int
  package internal(set) var verdict: Verdict
  /// When the request came in: its clocks start then, even if it was entered later.
  package let openedAt: Instant
  package internal(set) var stage = Stage.new
  package internal(set) var pauses: [Pause] = []
  package internal(set) var assignee: String?
  package internal(set) var takenInChargeAt: Instant?
  package internal(set) var workedAroundAt: Instant?
  package internal(set) var resolvedAt: Instant?
  package internal(set) var cause: FailureCause?
  package internal(set) var work: [Work] = []
  /// What was announced, milestone by milestone; while a pause lasts, only what passed before it.
  package internal(set) var deadlines: [Milestone: Instant] = [:]
  package internal(set) var proposals: [Proposal] = []
  package internal(set) var warnings: [Warning] = []
  package internal(set) var links: [TicketLink] = []
  package internal(set) var attachments: [Attachment] = []
  package internal(set) var escalations: [Escalation] = []
  /// What a workaround leaves to be done; none once the cause is mended.
  package internal(set) var debt: WorkaroundDebt?
  /// All that was written on it, to be searched.
  package internal(set) var words = SearchWords()

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == TicketFact.opened, let request = TicketRequest(fact.body),
      let number = fact.body["number"]?.integer, let priority = fact.body["priority"]?.text,
      let contractVersion = fact.body["contract_version"]?.integer,
      let verdict = fact.body["verdict"].flatMap(Verdict.init)
    else {
      throw ReplayFault("a ticket starts with a readable \(TicketFact.opened), not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    agreement = fact.subject.agreement
    self.number = Int(number)
    self.request = request
    self.priority = priority
    self.contractVersion = Int(contractVersion)
    self.verdict = verdict
    openedAt = request.receipt?.at ?? fact.at
    deadlines = TicketFact.deadlines(of: fact.body)
    for text in [request.title, request.requester, request.text] { words.add(text) }
    version = 1
    actVersion = 1
  }

  package var isOpen: Bool { resolvedAt == nil }

  /// Proposals and warnings that the client has not answered.
  package var awaitedAnswers: Int {
    proposals.count { $0.answer == nil } + warnings.count { $0.answer == nil }
  }

  /// The pause under way, if any.
  package var currentPause: Pause? {
    pauses.last.flatMap { $0.end == nil ? $0 : nil }
  }

  package var workedMinutes: Int {
    work.reduce(0) { $0 + $1.minutes }
  }

  /// When a milestone was reached; resolving reaches a workaround too.
  package func reached(_ milestone: Milestone) -> Instant? {
    switch milestone {
    case .response: takenInChargeAt ?? workedAroundAt ?? resolvedAt
    case .workaround: workedAroundAt ?? resolvedAt
    case .resolution, .onSite: resolvedAt
    }
  }

  /// Milestones reached in time and too late, by what was announced.
  package var outcomes: (held: Int, missed: Int) {
    var (held, missed) = (0, 0)
    for (milestone, deadline) in deadlines {
      guard let reached = reached(milestone) else { continue }
      if reached <= deadline { held += 1 } else { missed += 1 }
    }
    return (held, missed)
  }

  /// The next announced deadline that is not reached yet.
  package var nextDeadline: (milestone: Milestone, at: Instant)? {
    Milestone.allCases
      .compactMap { milestone in
        guard reached(milestone) == nil, let at = deadlines[milestone] else { return nil }
        return (milestone, at)
      }
      .min { $0.at < $1.at }
  }
}

package enum FailureCause: String, CaseIterable, Sendable {
  case hardware = "materiel"
  case software = "logiciel"
  case attack = "attaque"
  case use = "usage"
  case thirdParty = "tiers"
  case other = "autre"
}
