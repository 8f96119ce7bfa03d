/// Work given to others.
package struct Subcontracting: Hashable, Sendable {
  package enum Mode: String, CaseIterable, Sendable {
    case forbidden = "interdite"
    case withConsent = "accord_prealable"
    case free = "libre"
  }

  package struct Subcontractor: Hashable, Sendable {
    package var name = ""
    package var siren: String?
    package var purpose = ""

    package init() {}
  }

  package var mode = Mode.withConsent
  package var consentDelay: Delay?
  package var subcontractors: [Subcontractor] = []

  package init() {}
}

/// Neither side hires the other’s people.
package struct NonSolicitation: Hashable, Sendable {
  package var afterEnd: Delay?
  /// As written: `6 mois de salaire brut`.
  package var indemnity: String?
  package var isMutual = true

  package init() {}
}

/// How the work is looked at together: reports and meetings.
package struct FollowUp: Hashable, Sendable {
  package struct Report: Hashable, Sendable {
    package var period = FlatFee.Period.month
    /// After the end of the period.
    package var delay: Delay?

    package init() {}
  }

  package struct Committee: Hashable, Sendable {
    package var id = ""
    package var purpose = ""
    package var recurrence = Recurrence.daily(every: 1)

    package init() {}
  }

  package var report: Report?
  package var committees: [Committee] = []

  package init() {}
}

/// Unforeseeable change of circumstances (C. civ. 1195).
package struct Hardship: Hashable, Sendable {
  package enum Risk: String, CaseIterable, Sendable {
    case renegotiated = "renegociation"
    /// Both sides take the risk, and give up the article.
    case accepted = "accepte"
  }

  package var risk = Risk.renegotiated
  package var delay: Delay?

  package init() {}
}
