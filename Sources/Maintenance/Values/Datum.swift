/// The plain content of a fact: what the register stores as canonical JSON.
///
/// No floating point: money is in cents, durations in minutes, instants are ISO texts.
package enum Datum: Hashable, Sendable {
  case text(String)
  case integer(Int64)
  case flag(Bool)
  case list([Datum])
  case fields([String: Datum])

  package subscript(key: String) -> Datum? {
    guard case .fields(let fields) = self else { return nil }
    return fields[key]
  }

  package var text: String? {
    guard case .text(let value) = self else { return nil }
    return value
  }

  package var integer: Int64? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  package var flag: Bool? {
    guard case .flag(let value) = self else { return nil }
    return value
  }

  package var list: [Datum]? {
    guard case .list(let values) = self else { return nil }
    return values
  }

  /// Fields with the absent ones left out, so that optional content needs no branch.
  package static func fields(present fields: [String: Datum?]) -> Datum {
    .fields(fields.compactMapValues { $0 })
  }
}
