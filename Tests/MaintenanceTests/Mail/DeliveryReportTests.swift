import Maintenance
import Testing

struct DeliveryReportTests {
  /// A report as mail servers write them, with these fields for its recipient.
  private func report(_ fields: String, original: String = "<m.1@vigie.example>") -> [UInt8] {
    Array(
      """
      From: MAILER-DAEMON@relay.example\r
      Message-ID: <20261123.1@relay.example>\r
      Subject: Undelivered Mail Returned to Sender\r
      MIME-Version: 1.0\r
      Content-Type: multipart/report; report-type=delivery-status;\r
      \tboundary="=_1"\r
      \r
      --=_1\r
      Content-Type: text/plain; charset=utf-8\r
      \r
      Final-Recipient: this is only what a person reads\r
      \r
      --=_1\r
      Content-Type: message/delivery-status\r
      \r
      Reporting-MTA: dns; relay.example\r
      Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0100\r
      \r
      \(fields.replacing("\n", with: "\r\n"))\r
      \r
      --=_1\r
      Content-Type: text/rfc822-headers\r
      \r
      Subject: Demande\r
      Message-ID: \(original)\r
      \r
      --=_1--\r

      """.utf8)
  }

  @Test func `an address that is refused for good is found with what was said of it`() throws {
    let found = try #require(
      DeliveryReport(
        reading: report(
          """
          Original-Recipient: rfc822;Jeanne@client.example
          Final-Recipient: rfc822; Jeanne@Client.example
          Action: failed
          Status: 5.1.1 (unknown user)
          Diagnostic-Code: smtp; 550 5.1.1 <jeanne@client.example>: Recipient address
            rejected: User unknown
          """)))
    #expect(found.originalID == "<m.1@vigie.example>")
    #expect(found.recipients.count == 1)
    let recipient = try #require(found.recipients.first)
    #expect(recipient.address == "jeanne@client.example")
    #expect(recipient.status == "5.1.1")
    #expect(recipient.isPermanent)
    #expect(
      recipient.diagnostic
        == "smtp; 550 5.1.1 <jeanne@client.example>: Recipient address rejected: User unknown")
  }

  @Test(arguments: [("delayed", "4.4.1"), ("failed", "4.2.2"), ("delivered", "2.1.5")])
  func `what is late, or failed for a while, is no fault of the address`(
    _ action: String, _ status: String
  ) throws {
    let fields = "Final-Recipient: rfc822; a@client.example\nAction: \(action)\nStatus: \(status)"
    let found = try #require(DeliveryReport(reading: report(fields)))
    #expect(!found.isPermanent)
  }

  @Test func `each recipient of a report is judged by itself`() throws {
    let fields = """
      Final-Recipient: rfc822; a@client.example
      Action: delayed
      Status: 4.0.0

      Final-Recipient: rfc822; b@client.example
      Action: failed
      Status: 5.2.1
      """
    let found = try #require(DeliveryReport(reading: report(fields)))
    #expect(found.recipients.map(\.isPermanent) == [false, true])
    #expect(found.recipients.map(\.diagnostic) == ["4.0.0", "5.2.1"])
  }

  @Test func `what is no report is none, whatever its bytes`() {
    for text in [
      "", "Bonjour,\n\nFinal-Recipient: rfc822; a@b.example\n", "Action: failed\nStatus: 5.1.1\n",
      String(repeating: "Final-Recipient: x\n", count: 5000),
    ] {
      #expect(DeliveryReport(reading: Array(text.utf8)) == nil)
    }
    #expect(DeliveryReport(reading: [0, 255, 10, 58, 10, 13, 0]) == nil)
  }
}
