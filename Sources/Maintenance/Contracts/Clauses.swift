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
  /// Last day as written, when the text gives it.
  package var statedEnd: Day?
  package var renewal = Renewal.none
  package var renewedFor: Delay?
  package var notice: Delay?
  package var noticeForm: String?
  /// The provider reminds the client of the last day to refuse renewal (C. conso. L215-1).
  package var isReminderPromised = false
  /// How many renewals at most.
  package var maximumRenewals: Int?
  /// Nobody may leave before the end, not even for a breach.
  package var isIrrevocable = false
  /// The contract knowingly governs days before its signature.
  package var isRetroactive = false

  package init() {}

  /// Last day of the initial period: by its length, else as written.
  package var initialEnd: Day? {
    initial?.end(from: start) ?? statedEnd
  }
}

package struct Termination: Hashable, Sendable {
  package var formalNoticeDelay: Delay?
  /// Breaches that end the contract (C. civ. 1225 wants them named).
  package var breaches: [String] = []
  /// Only that side may end it for a breach.
  package var reservedTo: PartySide?
  package var noticeForm: String?
  package var convenience: Convenience?
  /// It ends by itself when a party becomes insolvent (against C. com. L622-13).
  package var endsOnInsolvency = false
  package var keepsPriceOnOwnFault = false
  package var forceMajeure: ForceMajeure?
  package var assignment: Assignment?
  package var exit: Exit?

  /// Leaving before the end without a breach.
  package struct Convenience: Hashable, Sendable {
    package var notice: Delay?
    package var indemnity: String?
    /// None for both.
    package var side: PartySide?

    package init() {}
  }

  package struct ForceMajeure: Hashable, Sendable {
    /// After it, each side may end the contract.
    package var duration: Delay?
    package var events: [String] = []

    package init() {}
  }

  package enum Assignment: String, CaseIterable, Sendable {
    case withConsent = "accord"
    case group = "groupe"
    case providerAlone = "prestataire_seul"
    case forbidden = "interdite"
  }

  package struct Exit: Hashable, Sendable {
    package var duration: Delay?
    package var handedOver: [String] = []
    /// `comprise`, or a price as written.
    package var price: String?
    package var format: String?

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
  /// What is accepted: deliveries, installations.
  package var objects: [String] = []
  package var hasReport = true
  /// To lift reservations.
  package var reservationsDelay: Delay?
  /// The payment delay runs from acceptance.
  package var startsPayment = false
  /// Why it takes more than thirty days.
  package var longDelayReason: String?

  package init() {}
}

package struct Confidentiality: Hashable, Sendable {
  package var isMutual = false
  package var afterEnd: Delay?
  /// What is not confidential, in words.
  package var exceptions: [String] = []
  /// The people at work on it sign too.
  package var bindsStaff = true

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
    /// What protects data that leaves the European Union.
    package var safeguard: String?

    package init() {}
  }

  package enum Authorization: String, CaseIterable, Sendable {
    case general = "generale"
    case specific = "specifique"
  }

  package var role = Role.processor
  package var purposes: [String] = []
  package var categories: [String] = []
  package var subjects: [String] = []
  package var processors: [Processor] = []
  package var authorization = Authorization.general
  /// For the client to object to a new sub-processor.
  package var objectionDelay: Delay?
  /// Security measures (GDPR art. 32), in words.
  package var measures: [String] = []
  package var location: String?
  package var auditNotice: Delay?
  package var protectionOfficer: Contact?
  package var logRetention: Delay?
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
  /// The provider sells hardware; it stays its own until paid (C. com. L624-16).
  package var sellsHardware = false
  package var retainsTitle: Bool?
  /// When risks pass: `livraison`, `paiement`.
  package var riskPasses: String?
  package var rights: Rights?
  package var loan: Loan?

  /// Extent, purpose, place and time of what is given (CPI L131-3).
  package struct Rights: Hashable, Sendable {
    package var extent: String?
    package var purpose: String?
    package var territory: String?
    package var duration: String?

    package init() {}
  }

  package struct Loan: Hashable, Sendable {
    package var jointStatement = false
    package var returned: Delay?
    /// How long a repair lasts before something is lent.
    package var after: Delay?
    package var items: [String] = []
    package var isInsuredByClient = false

    package init() {}
  }

  package init() {}
}

package struct Liability: Hashable, Sendable {
  /// As written: `12 mois de redevances`.
  package var cap: String?
  package var capAmount: Money?
  package var outsideCap: [String] = []
  package var excludesEverything = false
  package var dataLoss: DataLoss?
  package var isMutual = true
  /// The client makes good all the provider's loss, without limit.
  package var isClientIndemnityUnlimited = false

  package enum DataLoss: String, CaseIterable, Sendable {
    case direct = "directe"
    case indirect = "indirecte"
  }

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
  package var arbitration: Arbitration?

  package struct Arbitration: Hashable, Sendable {
    package var institution: String?
    package var seat: String?

    package init() {}
  }

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
  package var day: Day?
  /// Originals on paper.
  package var copies: Int?

  package init() {}
}
