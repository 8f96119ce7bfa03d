/// How often a message is tried, and until when.
package enum MailDelivery {
  /// After five days there is no use in trying (RFC 5321, 4.5.4.1).
  package static let longest = 5 * 86_400
  /// To one address in an hour, of those that nobody wrote by hand: what keeps a loop from turning.
  package static let automaticPerHour = 20

  private static let pauses = [60, 300, 900, 1800, 3600, 7200, 14_400]

  /// Seconds to wait after so many attempts; from the eighth on, six hours.
  package static func pause(after attempts: Int) -> Int {
    attempts >= 1 && attempts <= pauses.count ? pauses[attempts - 1] : 21_600
  }
}

/// Where a message stands.
package enum MailState: String, CaseIterable, Sendable {
  case waiting
  /// Handed to the relay, which answers for it from there.
  case sent
  /// Given up: refused for good, or tried in vain until it was too late.
  case failed
  /// Not tried: the address is flagged, or had too many within the hour. A person may send it.
  case held
}

/// What a relay said of one attempt.
package enum MailOutcome: Sendable, Equatable {
  /// Its last answer, and the SHA-256 of the bytes that it took.
  case sent(answer: String, sha256: String)
  /// It is no use to try this message again; the address itself is at fault when `isAddress`.
  case refused(reason: String, isAddress: Bool)
  /// This message may be taken later.
  case postponed(reason: String)
  /// The relay itself cannot be used now: no line, no trust, a wrong password.
  case unusable(reason: String)
}

/// An address of electronic mail, as we accept one: ASCII, a name and a domain.
package enum MailAddress {
  package static let longest = 254

  package static func isSound(_ address: String) -> Bool {
    let halves = address.split(separator: "@", omittingEmptySubsequences: false)
    return address.utf8.count <= longest && halves.count == 2 && !halves[0].isEmpty
      && halves[1].contains(".") && !halves[1].hasPrefix(".") && !halves[1].hasSuffix(".")
      && address.utf8.allSatisfy { (33...126) ~= $0 && !separators.contains($0) }
  }

  /// Would end or open an address in a header: `"(),:;<>[\]`.
  private static let separators = Set("\"(),:;<>[\\]".utf8)
}
