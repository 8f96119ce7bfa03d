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
}

extension Projected {
  package var texts: [String] { [] }
}

/// Every state that the database keeps: what verifying it replays.
enum Projections {
  static let all: [any Projected.Type] = [Agreement.self, Ticket.self, DutySettlement.self]
}
