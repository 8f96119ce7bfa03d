import Foundation
import Testing

@testable import Register

struct TimeStampTests {
  /// A response of `openssl ts` on the text `hello`, a line break after it.
  private static let reply =
    Data(
      base64Encoded: """
        MIIDojADAgEAMIIDmQYJKoZIhvcNAQcCoIIDijCCA4YCAQMxDzANBglghkgBZQMEAgEFADCBoAYLKoZIhvcNAQkQAQSg
        gZAEgY0wgYoCAQEGCSsGAQQBho0fATAxMA0GCWCGSAFlAwQCAQUABCBYkbW1ItXfCG0P8LEQ+9nSG7T8cWOvNNCChqLo
        Rva+AwIBBRgTMjAyNjExMjMyMDQxNDAuMjc1WjAHAgEBgAIB9AEB/wIIVxTxZEdM8wugGaQXMBUxEzARBgNVBAMMCkhv
        cm9kYXRhZ2WgggGVMIIBkTCCATigAwIBAgIUNDa1zjV6JX4F8Dk1kiOOhXhZDCwwCgYIKoZIzj0EAwIwETEPMA0GA1UE
        AwwGUmFjaW5lMB4XDTI2MTEyMzIwNDEzOVoXDTM2MTEyMDIwNDEzOVowFTETMBEGA1UEAwwKSG9yb2RhdGFnZTBZMBMG
        ByqGSM49AgEGCCqGSM49AwEHA0IABCug7tnaz3vhzxIu0KJvCLfpX4n7jxIJ6k3Nk28Vxr8wl73TxXCvZ4rxZabfopL1
        ax7c5rCLHuwQh/Mh4gJEt1+jajBoMBYGA1UdJQEB/wQMMAoGCCsGAQUFBwMIMA4GA1UdDwEB/wQEAwIHgDAdBgNVHQ4E
        FgQU5ggCsEavY4z2I6UL2/QntO+3APYwHwYDVR0jBBgwFoAUwlltUdiKSYOIht/HuGIB5d/1YHMwCgYIKoZIzj0EAwID
        RwAwRAIgMk+RuJuKfufiRxxuBOM6XYEvZbqKrQN3WbVWalphY88CID2tmPaAMckLR7moaUaBwgu0Lkcbt0nlmcqiThMw
        w+MEMYIBMjCCAS4CAQEwKTARMQ8wDQYDVQQDDAZSYWNpbmUCFDQ2tc41eiV+BfA5NZIjjoV4WQwsMA0GCWCGSAFlAwQC
        AQUAoIGYMBoGCSqGSIb3DQEJAzENBgsqhkiG9w0BCRABBDAcBgkqhkiG9w0BCQUxDxcNMjYxMTIzMjA0MTQwWjArBgsq
        hkiG9w0BCRACDDEcMBowGDAWBBRpX5hUTZHr6Dtc2cuoGz0jQXSYFzAvBgkqhkiG9w0BCQQxIgQgj8NnOE4vJv8GAeWb
        /P8Ka13Vs1Qc84NtEuRu4AWHtbswCgYIKoZIzj0EAwIESDBGAiEAqNp/ED9ID0LyNZm+y7Q/LZ90zliiDYeVjO45rqBi
        flECIQDGhaVAmyrYQcCPzJRlAxuf1a/jXvmZda28xL5jbJbczw==
        """, options: .ignoreUnknownCharacters
    ).map(Array.init) ?? []
  private static let query =
    Data(
      base64Encoded: """
        MEMCAQEwMTANBglghkgBZQMEAgEFAAQgWJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgMCCFcU8WRHTPMLAQH/
        """, options: .ignoreUnknownCharacters
    ).map(Array.init) ?? []
  private static let asked: [UInt8] = Array("hello\n".utf8)

  @Test func `what openssl answered is read: the time, the bytes and the request`() throws {
    let reply = try TimeStampReply(reading: Self.reply)
    #expect(reply.time == "2026-11-23T20:41:40.275Z")
    #expect(reply.isOn(Self.asked))
    #expect(!reply.isOn([1]))
    let other = TimeStampRequest(for: Self.asked, nonce: 7)
    #expect(throws: TimeStampFault.otherNonce) { try reply.check(other) }
    #expect(throws: TimeStampFault.otherImprint) {
      try reply.check(TimeStampRequest(for: [1], nonce: 7))
    }
  }

  @Test func `a request is spelled as openssl spells it`() {
    let nonce = Self.query.dropLast(3).suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var request = TimeStampRequest(for: Self.asked, nonce: 0).bytes
    request.replaceSubrange(
      request.count - 11..<request.count - 3,
      with: (0..<8).reversed().map {
        UInt8(truncatingIfNeeded: nonce >> ($0 * 8))
      })
    #expect(request == Self.query)
    let first = TimeStampRequest(for: Self.asked)
    #expect(first.bytes != TimeStampRequest(for: Self.asked).bytes)
    #expect(first.nonceBytes.count == 8 && first.nonceBytes[0] & 0xC0 == 0x40)
  }

  @Test func `bytes cut short, or changed in one place, never stop the reader`() {
    var refused = 0
    for end in 0..<Self.reply.count {
      #expect(throws: TimeStampFault.self) {
        try TimeStampReply(reading: Array(Self.reply[..<end]))
      }
    }
    for place in Self.reply.indices {
      for bit in [0, 3, 7] {
        var bytes = Self.reply
        bytes[place] ^= 1 << bit
        do { _ = try TimeStampReply(reading: bytes) } catch { refused += 1 }
      }
    }
    // The signature's own bytes are not ours to judge; the frame around them is.
    #expect(refused > 100)
    #expect(throws: TimeStampFault.malformed) {
      try TimeStampReply(reading: Self.reply + [0])
    }
  }
}
