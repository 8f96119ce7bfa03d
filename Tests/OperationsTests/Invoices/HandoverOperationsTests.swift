import Maintenance
import Store
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// A platform that can be told to lose its answers.
private final class OtherEnd: Sendable {
  struct State {
    var taken: [FlowFile] = []
    var losesAnswer = false
    var refusal: String?
    var flows: [PlatformFlow] = []
    var originals: [String: [UInt8]] = [:]
    var marks: [String] = []
  }

  let state = Mutex(State())

  func platform(from day: Day? = nil) -> ApprovedPlatform {
    ApprovedPlatform(
      name: "https://plateforme.example", from: day,
      submit: { [self] file in
        try state.withLock { state in
          if let refusal = state.refusal { throw PlatformFault.refused(refusal) }
          state.taken.append(file)
          if state.losesAnswer { throw PlatformFault.unavailable("no answer") }
          return "f-\(state.taken.count)"
        }
      },
      search: { [self] search in
        state.withLock { state in
          switch search {
          case .tracking(let tracking):
            return state.taken.enumerated().filter { $0.element.tracking == tracking }.map {
              PlatformFlow(
                flow: "f-\($0.offset + 1)", tracking: tracking, type: "CustomerInvoice",
                updatedAt: "2026-12-01T10:00:00.000Z", acknowledgement: nil)
            }
          case .updatedAfter(let mark):
            state.marks.append(mark)
            return state.flows.filter { $0.updatedAt > mark }
          }
        }
      },
      original: { [self] flow in state.withLock { $0.originals[flow] ?? [] } })
  }

  var taken: [FlowFile] { state.withLock(\.taken) }
}

@Suite(.serialized)
struct HandoverOperationsTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let october = Month(iso: "2026-10") ?? Month(containing: Day(number: 0))

  private func operations(_ plain: Operations, _ platform: ApprovedPlatform) -> Operations {
    Operations(
      database: plain.database, now: plain.now, chance: { .random(in: 0 ... .max) },
      platform: platform)
  }

  @Test(arguments: Engine.available)
  func `a file whose answer was lost is not sent twice`(_ engine: Engine) async throws {
    try await InvoiceOperationsTests().withOperations(engine) { plain, press, agreement in
      let end = OtherEnd()
      let operations = operations(plain, end.platform())
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      #expect(try await operations.deliverHandovers() == 0)
      try await operations.handOver(invoice.id, by: agent)
      await #expect(throws: HandoverRefusal.alreadyHandedOver) {
        try await operations.handOver(invoice.id, by: agent)
      }
      end.state.withLock { $0.losesAnswer = true }
      #expect(try await operations.deliverHandovers() == 0)
      let failed = try await operations.handover(of: invoice.id).failed
      #expect(failed?.fault == "no answer")
      // Not before its time, and then the platform is asked first.
      #expect(try await operations.deliverHandovers() == 0)
      let later = operations.at(operations.now() + 600)
      #expect(try await later.deliverHandovers() == 1)
      #expect(end.taken.count == 1)
      #expect(end.taken[0].sha256 == invoice.files.pdf)
      #expect(end.taken[0].bytes.starts(with: Array("%PDF-1.7".utf8)))
      let reading = try await operations.handover(of: invoice.id)
      #expect(reading.handover?.flow == "f-1")
      #expect(reading.failed == nil)
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `each payment is told, those before the hand-over too`(_ engine: Engine) async throws {
    try await InvoiceOperationsTests().withOperations(engine) { plain, press, agreement in
      let end = OtherEnd()
      let operations = operations(plain, end.platform())
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      func pay(_ cents: Int64) async throws {
        try await operations.recordPayment(
          Invoice.Payment(
            day: invoice.content.issued, amount: Money(cents: cents), means: "virement",
            reference: "VIR"), of: invoice.id, by: agent)
      }
      try await pay(1000)
      try await operations.handOver(invoice.id, by: agent)
      try await pay(2000)
      for round in 0..<4 {
        _ = try await operations.at(operations.now() + round).deliverHandovers()
      }
      #expect(end.taken.map(\.syntax) == [.facturX, .cdar, .cdar])
      #expect(Set(end.taken.map(\.tracking)).count == 3)
      let texts = end.taken.dropFirst().map { String(decoding: $0.bytes, as: UTF8.self) }
      #expect(texts[0].contains(">10.00<"))
      #expect(texts[1].contains(">20.00<"))
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test
  func `what the platform and the buyer say is read once, from where it stopped`() async throws {
    try await InvoiceOperationsTests().withOperations(.sqlite) { plain, press, agreement in
      let end = OtherEnd()
      let operations = operations(plain, end.platform(from: Day(iso: "2026-11-01")))
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      // Without being asked: it is issued after the day from which all are.
      #expect(try await operations.deliverHandovers() == 1)
      let message = """
        <a><AcknowledgementDocument><ReferenceReferencedDocument>\
        <IssuerAssignedID>\(invoice.content.number.text)</IssuerAssignedID>\
        <ProcessConditionCode>210</ProcessConditionCode><SpecifiedDocumentStatus>\
        <ReasonCode>TX_TVA_ERR</ReasonCode></SpecifiedDocumentStatus>\
        </ReferenceReferencedDocument></AcknowledgementDocument></a>
        """
      end.state.withLock { state in
        state.flows = [
          PlatformFlow(
            flow: "f-1", tracking: state.taken[0].tracking, type: "CustomerInvoice",
            updatedAt: "2026-12-01T10:00:00.000Z",
            acknowledgement: Handover.Acknowledgement(isAccepted: true, reasons: [])),
          PlatformFlow(
            flow: "m-1", tracking: nil, type: "CustomerInvoiceLC",
            updatedAt: "2026-12-01T11:00:00.000Z", acknowledgement: nil),
          PlatformFlow(
            flow: "m-2", tracking: nil, type: "CustomerInvoiceLC",
            updatedAt: "2026-12-01T12:00:00.000Z", acknowledgement: nil),
        ]
        state.originals = ["m-1": Array(message.utf8), "m-2": Array("no XML".utf8)]
      }
      #expect(try await operations.readPlatform(evenIfRecent: true) == 2)
      #expect(try await operations.readPlatform(evenIfRecent: true) == 0)
      #expect(end.state.withLock(\.marks).last == "2026-12-01T12:00:00.000Z")
      let read = try #require(try await operations.handover(of: invoice.id).handover)
      #expect(read.acknowledgement?.isAccepted == true)
      #expect(read.statuses.map(\.code) == [210])
      #expect(read.statuses.first?.reasonCode == "TX_TVA_ERR")
      #expect(try await operations.handoversInTrouble().map(\.invoice) == [invoice.id])
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test
  func `a file that the platform will not have waits for somebody`() async throws {
    try await InvoiceOperationsTests().withOperations(.sqlite) { plain, press, agreement in
      let end = OtherEnd()
      let operations = operations(plain, end.platform())
      let invoice = try await operations.issueInvoice(
        of: agreement, month: october, by: agent, press: press)
      try await operations.handOver(invoice.id, by: agent)
      end.state.withLock { $0.refusal = "HTTP 422 : ChecksumMismatch" }
      _ = try await operations.deliverHandovers()
      #expect(try await operations.at(operations.now() + 9000).deliverHandovers() == 0)
      #expect(
        try await operations.handoversInTrouble().map(\.refusal) == ["HTTP 422 : ChecksumMismatch"])
      end.state.withLock { $0.refusal = nil }
      try await operations.handOver(invoice.id, by: agent)
      #expect(try await operations.deliverHandovers() == 1)
      #expect(try await operations.handoversInTrouble() == [])
    }
  }
}
