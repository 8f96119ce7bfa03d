package import Maintenance

/// A state kept as one row of a table of its own, beside the facts that explain it.
///
/// The row is only there to be listed and searched: it is a function of the facts, and verifying
/// the database compares both.
package protocol Projected: Evidenced {
  static var subjectKind: Subject.Kind { get }
  static var table: String { get }
  /// The first is `id`, the second `version`.
  static var columns: [String] { get }
  /// A value for each column.
  var row: [SQLValue] { get }
  /// SHA-256 of the texts that the facts name, all of which the database must hold.
  var texts: [String] { get }
  /// Words by which it is found; SQLite keeps them in a table of their own as well.
  var searched: SearchWords? { get }
  /// What it bills, which no other state of its agreement may; none for a state that never does.
  var claims: Claims? { get }
}

/// Rights to be paid that one state of an agreement holds alone.
package struct Claims: Hashable, Sendable {
  package var agreement: ID<Agreement>
  package var held: [BillingClaim]

  package init(_ held: [BillingClaim], in agreement: ID<Agreement>) {
    self.held = held
    self.agreement = agreement
  }
}

extension Projected {
  package var texts: [String] { [] }
  package var searched: SearchWords? { nil }
  package var claims: Claims? { nil }
}

/// Every state that the database keeps: what verifying it replays.
enum Projections {
  static let all: [any Projected.Type] = [
    Agreement.self, Ticket.self, DutySettlement.self, Outage.self, Advice.self, Delivery.self,
    Invoice.self,
    Account.self, OnCallShift.self, Handover.self, Purchase.self, Envelope.self,
  ]
}
