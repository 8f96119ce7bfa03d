import Foundation
import Testing

@testable import Documents
@testable import Maintenance

struct LifeCycleTests {
  private func message(_ body: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?><a:Root xmlns:a="urn:a"><a:AcknowledgementDocument>\
      <a:IssueDateTime><a:DateTimeString>20261201093000</a:DateTimeString></a:IssueDateTime>\
      <a:ReferenceReferencedDocument>\(body)</a:ReferenceReferencedDocument>\
      </a:AcknowledgementDocument></a:Root>
      """.utf8)
  }

  @Test func `a status is read with its reason and its time`() throws {
    let read = try LifeCycleReading(
      message(
        """
        <a:IssuerAssignedID>F2026-00001</a:IssuerAssignedID>\
        <a:ProcessConditionCode>210</a:ProcessConditionCode>\
        <a:IssuerTradeParty><a:GlobalID>999301120</a:GlobalID></a:IssuerTradeParty>\
        <a:SpecifiedDocumentStatus><a:ReasonCode>TX_TVA_ERR</a:ReasonCode>\
        <a:Reason>Taux &amp; base</a:Reason></a:SpecifiedDocumentStatus>
        """))
    #expect(read.number == "F2026-00001")
    #expect(read.code == 210)
    #expect(read.seller == "999301120")
    #expect(read.reasonCode == "TX_TVA_ERR")
    #expect(read.reason == "Taux & base")
    #expect(read.at == Instant(iso: "2026-12-01T09:30:00Z"))
  }

  @Test func `what is no such message is refused, and says why`() {
    #expect(throws: LifeCycleReading.Fault.lacks("IssuerAssignedID")) {
      try LifeCycleReading(message("<a:ProcessConditionCode>210</a:ProcessConditionCode>"))
    }
    for code in ["", "abc", "99", "1000", "-1"] {
      #expect(throws: LifeCycleReading.Fault.lacks("ProcessConditionCode")) {
        try LifeCycleReading(
          message(
            """
            <a:IssuerAssignedID>F1</a:IssuerAssignedID>\
            <a:ProcessConditionCode>\(code)</a:ProcessConditionCode>
            """))
      }
    }
    #expect(throws: LifeCycleReading.Fault.tooLarge) {
      try LifeCycleReading([UInt8](repeating: 32, count: 2 << 20))
    }
    #expect(throws: LifeCycleReading.Fault.self) { try LifeCycleReading([60, 97]) }
    let deep = String(repeating: "<a>", count: 2000) + String(repeating: "</a>", count: 2000)
    #expect(throws: LifeCycleReading.Fault.self) { try LifeCycleReading(Array(deep.utf8)) }
  }

  @Test func `texts from elsewhere and texts without end are refused unread`() {
    for declaration in [
      #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#,
      #"<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>"#,
    ] {
      let text = #"<?xml version="1.0"?>"# + declaration + "<a>&x;</a>"
      #expect(throws: LifeCycleReading.Fault.hasDocumentType) {
        try LifeCycleReading(Array(text.utf8))
      }
    }
  }

  @Test func `any change of one byte is read or refused, never a crash`() {
    let sound = message(
      """
      <a:IssuerAssignedID>F2026-00001</a:IssuerAssignedID>\
      <a:ProcessConditionCode>205</a:ProcessConditionCode>
      """)
    var (read, refused) = (0, 0)
    for index in sound.indices {
      for byte in [UInt8(0), 38, 60, 62, 128, 255] {
        var altered = sound
        altered[index] = byte
        do {
          _ = try LifeCycleReading(altered)
          read += 1
        } catch {
          refused += 1
        }
      }
    }
    #expect(read > 0 && refused > 0)
  }

  @Test func `a collection is told by rate, and can be read back`() throws {
    var sample = SampleInvoice(seed: 3)
    let content = sample.content()
    let collection = Handover.Collection(
      payment: 1, day: content.issued, at: Instant(milliseconds: 1_796_000_000_000),
      shares: [Handover.VATShare(rate: FixedPoint(20), amount: Money(cents: 12_000))])
    let xml = CollectionMessage(id: "abc-E1", invoice: content, collection: collection).xml
    let read = try LifeCycleReading(xml)
    #expect(read.number == content.number.text)
    #expect(read.code == 212)
    #expect(read.seller == content.seller.siren)
    let text = String(decoding: xml, as: UTF8.self)
    #expect(text.contains("<ram:TypeCode>MEN</ram:TypeCode>"))
    #expect(text.contains("<ram:ValuePercent>20</ram:ValuePercent>"))
    #expect(text.contains("<ram:URIID schemeID=\"0225\">"))
    #expect(xml == CollectionMessage(id: "abc-E1", invoice: content, collection: collection).xml)
  }
}
