/// A value of the common tongue of both engines.
package enum SQLValue: Hashable, Sendable {
  case integer(Int64)
  case text(String)
  case blob([UInt8])
  case null

  /// PostgreSQL keeps no NUL in texts; so that both engines keep the same, neither is given one.
  static func check(_ values: [SQLValue]) throws(StoreFault) {
    for value in values {
      if case .text(var text) = value, text.withUTF8({ $0.contains(0) }) {
        throw .unstorable(reason: "a text with a NUL character")
      }
    }
  }
}
