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
  /// What it holds and no other state of its agreement may: kept in a table of its own,
  /// `\(table)_claim`. None for a kind of state that claims nothing.
  var claims: Claims? { get }
}

/// Names that one state of an agreement holds alone.
package struct Claims: Hashable, Sendable {
  package var agreement: ID<Agreement>
  package var names: [String]

  package init(_ names: [String], in agreement: ID<Agreement>) {
    self.names = names
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
    Agreement.self, Ticket.self, DutySettlement.self, Invoice.self,
  ]
}
