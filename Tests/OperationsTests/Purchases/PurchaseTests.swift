import Documents
import Foundation
import Maintenance
import Store
import TestSupport
import Testing

@testable import Operations

/// Real files through the real press: our own Factur-X comes back as a supplier's would.
@Suite(.serialized)
struct PurchaseTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let october = Month(iso: "2026-10") ?? Month(containing: Day(number: 0))

  @Test(arguments: Engine.available)
  func `a Factur-X is read, shown and kept once`(_ engine: Engine) async throws {
    try await InvoiceOperationsTests().withOperations(engine) { operations, invoices, agreement in
      let press = await Press(project: Project.root.path)
      let issued = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: invoices)
      for kind in [Invoice.Files.Kind.pdf, .xml] {
        let file = try await operations.file(of: issued.id, kind).bytes
        let kept = try await operations.keepPurchase(
          file, under: agreement, note: "Sous-traitance", by: agent, press: press)
        #expect(kept.said.number == issued.content.number.text)
        #expect(kept.said.issued == issued.content.issued)
        #expect(kept.said.due == issued.content.due)
        #expect(kept.said.seller == issued.content.seller.name)
        #expect(kept.said.sellerSIREN == issued.content.seller.siren)
        #expect(kept.said.gross == issued.content.gross)
        #expect(kept.said.vat == issued.content.vat)
        #expect(kept.said.lines.map(\.net) == issued.content.lines.map(\.net))
        #expect(kept.said.schemaFault == "")
        #expect(kept.isPDF == (kind == .pdf))
        let reading = try await operations.purchase(kept.id)
        // Made by this provider for its client: it is not addressed to the provider.
        #expect(reading.doubts == [.otherBuyer])
        #expect(try await operations.purchaseFile(kept.id).bytes == file)
        await #expect(throws: PurchaseRefusal.alreadyKept) {
          try await operations.keepPurchase(
            file, under: agreement, note: "", by: agent, press: press)
        }
      }
      #expect(try await operations.purchases(before: nil, limit: 9).count == 2)
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test
  func `what is no invoice is refused with its reason, and nothing is kept`() async throws {
    try await InvoiceOperationsTests().withOperations(.sqlite) { operations, invoices, agreement in
      let press = await Press(project: Project.root.path)
      let xml = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: invoices)
      let text = String(
        decoding: try await operations.file(of: xml.id, .xml).bytes, as: UTF8.self)
      let contract = try await operations.file(of: xml.id, .pdf).bytes
      let cases: [(String, [UInt8], String)] = [
        ("nothing", [], "1 to"), ("garbage", Array("bonjour".utf8), "XML cannot be read"),
        ("a cut PDF", Array(contract.prefix(3000)), ""),
        ("another document", Array("<a/>".utf8), "no invoice"),
        (
          "a document type",
          Array(
            ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + "<a>&x;</a>").utf8),
          "document type"
        ),
      ]
      for (name, bytes, reason) in cases {
        do {
          try await operations.keepPurchase(
            bytes, under: agreement, note: "", by: agent, press: press)
          Issue.record("\(name) was kept")
        } catch PurchaseRefusal.unreadable(let said) {
          #expect(reason.isEmpty || said.contains(reason), "\(name): \(said)")
        }
      }
      let unnumbered = text.replacing(xml.content.number.text, with: "")
      await #expect(throws: PurchaseRefusal.lacks("BT-1")) {
        try await operations.keepPurchase(
          Array(unnumbered.utf8), under: agreement, note: "", by: agent, press: press)
      }
      #expect(try await operations.purchases(before: nil, limit: 9) == [])
    }
  }
}
