/// Duration and renewal.
package struct Term: Hashable, Sendable {
  package enum Renewal: String, CaseIterable, Sendable {
    case none = "aucune"
    case tacit = "tacite"
    case express = "expresse"
  }

  /// First day in force.
  package var start = Day(number: 0)
  /// None: the contract has no fixed end.
  package var initial: Delay?
  package var renewal = Renewal.none
  package var renewedFor: Delay?
  package var notice: Delay?
  package var noticeForm: String?
  /// The provider reminds the client of the last day to refuse renewal (C. conso. L215-1).
  package var isReminderPromised = false

  package init() {}

  /// Last day of the initial period.
  package var initialEnd: Day? {
    initial?.end(from: start)
  }
}

package struct Termination: Hashable, Sendable {
  package var formalNoticeDelay: Delay?
  /// Breaches that end the contract (C. civ. 1225 wants them named).
  package var breaches: [String] = []
  package var exit: Exit?

  package struct Exit: Hashable, Sendable {
    package var duration: Delay?
    package var handedOver: [String] = []

    package init() {}
  }

  package init() {}
}

package struct Acceptance: Hashable, Sendable {
  package enum Silence: String, CaseIterable, Sendable {
    case acceptance = "acceptation"
    case refusal = "refus"
  }

  package var delay: Delay?
  package var silence: Silence?

  package init() {}
}

package struct Confidentiality: Hashable, Sendable {
  package var isMutual = false
  package var afterEnd: Delay?

  package init() {}
}

/// Processing of personal data for the client (GDPR art. 28).
package struct PersonalData: Hashable, Sendable {
  package enum Role: String, CaseIterable, Sendable {
    case processor = "sous_traitant"
    case jointController = "responsable_conjoint"
    case none = "aucun"
  }

  package struct Processor: Hashable, Sendable {
    package var name = ""
    package var country = ""
    package var purpose = ""

    package init() {}
  }

  package var role = Role.processor
  package var purposes: [String] = []
  package var categories: [String] = []
  package var subjects: [String] = []
  package var processors: [Processor] = []
  /// Delay to tell the client of a breach.
  package var breachNotice: Delay?
  package var fateAtEnd: String?
  package var erasureDelay: Delay?
  package var statistics: String?

  package init() {}
}

package struct Property: Hashable, Sendable {
  package var hardwareOwner: String?
  package var deliverables: String?
  package var loan: Loan?

  package struct Loan: Hashable, Sendable {
    package var jointStatement = false
    package var returned: Delay?

    package init() {}
  }

  package init() {}
}

package struct Liability: Hashable, Sendable {
  /// As written: `12 mois de redevances`.
  package var cap: String?
  package var outsideCap: [String] = []
  package var excludesEverything = false

  package init() {}
}

package struct Disputes: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    package enum Mode: String, CaseIterable, Sendable {
      case contacts = "referents"
      case mediation
      case conciliation
      case arbitration = "arbitrage"
    }

    package var mode = Mode.contacts
    package var body: String?
    package var delay: Delay?

    package init() {}
  }

  package var steps: [Step] = []
  package var court: String?
  package var law: String?

  package init() {}
}

package struct Signature: Hashable, Sendable {
  package enum Level: String, CaseIterable, Sendable {
    case simple
    case advanced = "avancee"
    case qualified = "qualifiee"
    case handwritten = "manuscrite"
  }

  package var level = Level.simple
  package var place: String?

  package init() {}
}
