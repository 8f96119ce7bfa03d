/// Why what a time-stamping authority answered is no stamp for what was asked.
package enum TimeStampFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not a time-stamp response in DER (RFC 3161).
  case malformed
  /// The authority says no: its status (RFC 3161 §2.4.2) and its words.
  case refused(status: Int, String)
  /// It stamps other bytes.
  case otherImprint
  /// It answers another request.
  case otherNonce

  package var description: String {
    switch self {
    case .malformed: "the answer is not a time-stamp response"
    case .refused(let status, let words): "the authority refused (status \(status)) \(words)"
    case .otherImprint: "the stamp is on other bytes"
    case .otherNonce: "the stamp answers another request"
    }
  }
}
