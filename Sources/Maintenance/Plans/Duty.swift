/// Something that a party does by a day, or a day that the parties must not miss.
package struct Duty: Hashable, Sendable {
  /// Stored in facts: a released case keeps its word and its meaning.
  package enum Kind: String, CaseIterable, Sendable {
    /// A visit or another recurring operation; item: its id.
    case operation
    /// The client accepts what an operation delivered, or says why not; item: its id.
    case acceptance
    case report
    /// Item: id of the committee.
    case committee
    case invoice
    case payment
    /// The new price is announced before it applies.
    case revisionNotice = "revision_notice"
    case revision
    case insurance
    case vigilance
    case entryInventory = "entry_inventory"
    case prepaidExpiry = "prepaid_expiry"
    /// The client hears that it may refuse the renewal (C. conso. L215-1).
    case renewalReminder = "renewal_reminder"
    case lastNotice = "last_notice"
    /// Without a signed agreement by that day the contract ends (C. civ. 1212, 1213).
    case renewalAgreement = "renewal_agreement"
    case end
    /// Item: a `ClosingDate`.
    case closing

    /// Nobody is late with these: the day comes and goes.
    package var isOnlyDate: Bool {
      switch self {
      case .lastNotice, .renewalAgreement, .end, .closing: true
      default: false
      }
    }
  }

  package enum Bearer: String, CaseIterable, Sendable {
    case provider
    case client
    case both
  }

  package var kind: Kind
  package var bearer: Bearer
  /// Names one of several of a kind; empty when there is but one.
  package var item: String
  /// The first day on which it can be done, when it is not any day before `due`.
  package var opens: Day?
  /// Last day.
  package var due: Day
  /// The clause that asks for it, its number, and the version of the contract.
  package var clause: String
  package var number: String
  package var version: Int

  /// Its name within the agreement: `2027-03-02/operation/visite`. Sorts by day.
  package var key: DutyKey { DutyKey(due: due, kind: kind, item: item) }
}

/// What a duty is recognised by, from one reading of a contract to the next.
package struct DutyKey: Hashable, Comparable, Sendable {
  package let due: Day
  package let kind: Duty.Kind
  package let item: String

  package init(due: Day, kind: Duty.Kind, item: String) {
    self.due = due
    self.kind = kind
    self.item = item
  }

  /// Reads what `text` writes; nothing on any other text.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count <= 200, let due = Day(iso: String(parts[0])),
      let kind = Duty.Kind(rawValue: String(parts[1]))
    else { return nil }
    self.init(due: due, kind: kind, item: String(parts[2]))
  }

  package var text: String { "\(due.iso)/\(kind.rawValue)/\(item)" }

  package static func < (left: DutyKey, right: DutyKey) -> Bool {
    (left.due, left.kind.rawValue, left.item) < (right.due, right.kind.rawValue, right.item)
  }
}

/// What is owed each time that something happens: it has a delay, and no day of its own.
package struct StandingDuty: Hashable, Sendable {
  package var bearer: Duty.Bearer
  package var text: String
  package var delay: Delay
  package var clause: String
  package var number: String
  package var version: Int
}
