/// A time-stamping authority's answer (RFC 3161 §2.4.2), read as far as says what it stamps and
/// when.
///
/// Whether the authority signed it, and who vouches for the authority, is left to `openssl ts`:
/// the bytes are kept whole for it.
package struct TimeStampReply: Hashable, Sendable {
  /// When the authority saw the hash, in UTC: `2026-11-23T08:30:00Z`, or with milliseconds.
  package let time: String
  private let imprint: [UInt8]
  private let nonce: [UInt8]?

  package static let largest = 1 << 16

  private static let signed: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
  private static let stamp: [UInt8] = [
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04,
  ]

  package init(reading bytes: [UInt8]) throws(TimeStampFault) {
    guard bytes.count <= Self.largest else { throw .malformed }
    var outer = DERReader(bytes)
    var reply = try outer.inside(.sequence)
    guard outer.isAtEnd else { throw .malformed }
    try Self.requireGranted(try reply.inside(.sequence))
    var content = try reply.inside(.sequence)
    guard reply.isAtEnd, try content.next(.identifier).elementsEqual(Self.signed) else {
      throw .malformed
    }
    var explicit = try content.inside(.first)
    var signedContent = try explicit.inside(.sequence)
    _ = try signedContent.next(.integer)
    _ = try signedContent.next(.set)
    var inner = try signedContent.inside(.sequence)
    guard try inner.next(.identifier).elementsEqual(Self.stamp) else { throw .malformed }
    var wrapped = try inner.inside(.first)
    var encoded = DERReader(try wrapped.next(.bytes))
    var info = try encoded.inside(.sequence)
    _ = try info.next(.integer)
    _ = try info.next(.identifier)
    imprint = try Self.imprint(try info.inside(.sequence))
    _ = try info.next(.integer)
    time = try Self.time(try info.next(.time))
    // Accuracy and ordering may come before the nonce.
    if info.isNext(.sequence) { try info.skip() }
    if info.isNext(.boolean) { try info.skip() }
    nonce = info.isNext(.integer) ? Array(try info.next(.integer)) : nil
  }

  /// Throws unless this stamps what was asked, and answers this very request.
  package func check(_ request: TimeStampRequest) throws(TimeStampFault) {
    guard imprint == request.imprint.bytes else { throw .otherImprint }
    guard nonce == request.nonceBytes else { throw .otherNonce }
  }

  package func isOn(_ bytes: [UInt8]) -> Bool { imprint == Hash(of: bytes).bytes }

  private static func requireGranted(_ reading: DERReader) throws(TimeStampFault) {
    var info = reading
    let status = try info.next(.integer)
    guard let first = status.first, status.count == 1 else { throw .malformed }
    // Granted, or granted with changes, which the checks that follow would show.
    guard first > 1 else { return }
    var words = ""
    if info.isNext(.sequence) {
      var texts = try info.inside(.sequence)
      while texts.isNext(.text) { words += String(decoding: try texts.next(.text), as: UTF8.self) }
    }
    throw .refused(status: Int(first), String(words.prefix(200)))
  }

  private static func imprint(_ reading: DERReader) throws(TimeStampFault) -> [UInt8] {
    var fields = reading
    var algorithm = try fields.inside(.sequence)
    guard try algorithm.next(.identifier).elementsEqual(TimeStampRequest.sha256) else {
      throw .otherImprint
    }
    return Array(try fields.next(.bytes))
  }

  /// From `20261123083000Z` or `20261123083000.5Z`.
  private static func time(_ bytes: ArraySlice<UInt8>) throws(TimeStampFault) -> String {
    let digits = bytes.prefix { (48...57).contains($0) }
    let tail = bytes.dropFirst(digits.count)
    guard digits.count == 14, tail.last == 90 else { throw .malformed }
    var fraction = ""
    if tail.count > 1 {
      let places = tail.dropFirst().dropLast()
      guard tail.first == 46, !places.isEmpty, places.allSatisfy({ (48...57).contains($0) }) else {
        throw .malformed
      }
      fraction = "." + String((String(decoding: places, as: UTF8.self) + "00").prefix(3))
    }
    let text = Array(String(decoding: digits, as: UTF8.self))
    func part(_ range: Range<Int>) -> String { String(text[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):"
      + "\(part(12..<14))\(fraction)Z"
  }
}
