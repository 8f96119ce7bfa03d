@testable import Web

extension HTML {
  /// The piece as a string, for comparison.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
