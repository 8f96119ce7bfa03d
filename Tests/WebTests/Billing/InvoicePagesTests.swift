import HTTPTypes
import Maintenance
import Operations
import Store
import Testing
import TestSupport

@testable import Web

/// Pages and API of money, through the real press.
@Suite(.serialized)
struct InvoicePagesTests {
  @Test func `a program bills, pays, takes back in part and replaces`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let contract = "/api/v1/contracts/\(agreement.id)"
      let issued = try await send(sample, contract + "/invoices", #"{"month":"2026-10"}"#)
      #expect(issued.status == 201, "\(issued.text)")
      let place = try #require(issued.headers[.location])
      let invoice = try await read(sample, place)
      #expect(invoice["number"] == "F2026-00001")
      let pdf = try await sample.visitor.get(place + "/files/pdf")
      #expect(pdf.headers[.contentType] == "application/pdf")
      #expect(try await sample.visitor.get(place + "/files/exe").status == 404)
      let paid = try await send(
        sample, place + "/payments",
        #"{"day":"2026-11-23","cents":1000,"means":"virement"}"#)
      #expect(paid.status == 200, "\(paid.text)")
      let credit = try await send(
        sample, place + "/credits",
        #"{"reason":"Geste","lines":[{"line":1,"cents":500}],"billedAgain":false}"#)
      #expect(credit.status == 201, "\(credit.text)")
      let left = try await read(sample, place)
      #expect(left["payments"] != .list([]))
      #expect(left["credits"] != .list([]))
      let refused = try await send(sample, place + "/replacements", #"{"reason":"Trop tard"}"#)
      #expect(refused.status == 422)
      #expect(refused.text.contains("notReplaceable"))
      let list = try await read(sample, "/api/v1/invoices?limit=1")
      guard case .list(let items) = list["items"] else { throw Missing.invoice }
      #expect(items.count == 1)
      #expect(list["next"] != nil)
    }
  }

  @Test(arguments: [
    ("/invoices", #"{"month":"octobre"}"#, 400), ("/invoices", #"{"month":"2025-01"}"#, 422),
    ("/counts", #"{"group":"nulle-part","count":3,"from":"2026-11-20"}"#, 422),
    ("/counts", #"{"group":"postes","count":-3,"from":"2026-11-20"}"#, 400),
    ("/packs", #"{"day":"2030-01-01"}"#, 422), ("/packs", #"{"day":"hier"}"#, 400),
  ])
  func `a program is told what is wrong`(_ place: String, _ body: String, _ status: Int)
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let answer = try await send(sample, "/api/v1/contracts/\(agreement.id)\(place)", body)
      #expect(answer.status == status, "\(answer.text)")
      #expect(try await sample.operations.invoices(.init(), before: nil, limit: 1).lines == [])
    }
  }

  @Test func `lines are taken back on their page, and what was typed is kept`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let invoice = try await issued(sample, agreement)
      let page = try await sample.visitor.get("/factures/\(invoice.id)/avoir")
      #expect(page.text.contains("name=\"ligne-1\""))
      for typed in ["-5", "abc", "1e9", "999999"] {
        let refused = try await sample.visitor.post(
          "/factures/\(invoice.id)/avoirs", "depuis=1&ligne-1=\(typed)&motif=Geste")
        #expect(refused.status == 422)
        #expect(refused.text.contains("value=\"\(typed)\""))
      }
      let note = try await sample.visitor.post(
        "/factures/\(invoice.id)/avoirs", "depuis=1&ligne-1=10,50&ligne-2=tout&motif=Geste")
      let place = try #require(note.headers[.location])
      #expect(try await sample.visitor.get(place).text.contains("Avoir F2026-00002"))
      let left = try await sample.operations.invoice(invoice.id).invoice
      #expect(left.credits[0].lines.map(\.rank) == [1, 2])
      #expect(left.credits[0].lines[0].net == Money(cents: 1050))
      #expect(!left.credits[0].isBilledAgain)
    }
  }

  @Test func `the account, its files and a letter are there to be read`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let invoice = try await issued(sample, agreement)
      let account = "/contrats/\(agreement.id)/compte"
      let page = try await sample.visitor.get(account)
      #expect(page.text.contains(invoice.content.number.text))
      let csv = try await sample.visitor.get(account + "/releve.csv")
      #expect(csv.text.contains("facture;F2026-00001;"))
      let pdf = try await sample.visitor.get(account + "/releve.pdf")
      #expect(pdf.headers[.contentType] == "application/pdf")
      let exports = "/factures/exports/fichier?fichier"
      let days = "&du=2026-11-01&au=2026-11-30"
      #expect(try await sample.visitor.get("\(exports)=factures.csv\(days)").status == 200)
      #expect(try await sample.visitor.get("\(exports)=comptable.zip\(days)").status == 200)
      #expect(
        try await sample.visitor.get("\(exports)=fec.txt&du=2020-01-01&au=2020-01-02")
          .status == 422)
      #expect(
        try await sample.visitor.get("\(exports)=fec.txt&du=hier&au=2020-01-02").status == 422)
      #expect(
        try await sample.visitor.get("/factures/\(invoice.id)/lettre?ton=ferme").status == 404)
    }
  }

  @Test func `a run is asked for, shown while it works, and once it is over`() async throws {
    try await SampleSite.runInForce { sample, _ in
      let asked = try await sample.visitor.post("/factures/a-emettre")
      let place = try #require(asked.headers[.location])
      let waiting = try await sample.visitor.get(place)
      #expect(waiting.headers.first { $0.name.canonicalName == "refresh" } != nil)
      #expect(
        try await sample.operations.workOnBillingRun(press: sample.visitor.site.invoices))
      let over = try await sample.visitor.get(place)
      #expect(over.headers.first { $0.name.canonicalName == "refresh" } == nil)
      #expect(over.text.contains("Émises\u{A0}: 2."))
      #expect(try await sample.visitor.get("/factures/passages").text.contains(place))
    }
  }

  @Test func `a client's people see their invoices and change nothing`() async throws {
    try await SampleSite.run { sample in
      let doors = try await Doors(sample, "CANARI")
      let own = try #require(ID<Agreement>(doors.own.contract))
      let other = try #require(ID<Agreement>(doors.other.contract))
      let press = sample.visitor.site.invoices
      let mine = try await sample.operations.issueInvoice(
        of: own, month: try await billable(own, sample), by: SampleSite.actor, press: press)
      try await sample.operations.orderPack(
        of: other, on: day("2026-11-02"), by: SampleSite.actor)
      let theirs = try await sample.operations.issueInvoice(
        of: other, month: try await billable(other, sample), by: SampleSite.actor, press: press)
      for role in [Role.signatory, .reader] {
        let session = try await doors.session(of: role)
        let account = try await doors.ask(.get, "/contrats/\(own)/compte", session)
        #expect(account.text.contains("/factures/\(mine.id)"))
        let page = try await doors.ask(.get, "/factures/\(mine.id)", session)
        #expect(page.status == 200)
        #expect(!page.text.contains("<form class=\"act\""))
        #expect(
          try await doors.ask(.get, "/factures/\(mine.id)/facture.pdf", session).status == 200)
        for hidden in [
          "/factures/\(theirs.id)", "/factures/\(theirs.id)/facture.pdf",
          "/contrats/\(other)/compte", "/factures", "/factures/\(mine.id)/avoir",
          "/contrats/\(own)/marge",
        ] {
          #expect(try await doors.ask(.get, hidden, session).status == 404, "\(hidden)")
        }
        let paid = try await doors.ask(
          .post, "/factures/\(mine.id)/paiements", session, "montant=1&jour=2026-11-23")
        #expect(paid.status == 404)
      }
      let requester = try await doors.session(of: .requester)
      #expect(try await doors.ask(.get, "/factures/\(mine.id)", requester).status == 404)
    }
  }

  /// The first month with something to bill today.
  private func billable(_ id: ID<Agreement>, _ sample: SampleSite) async throws -> Month {
    let lines = try await sample.operations.unbilled(of: id)
    return try #require(lines.first { $0.refusal == nil }, "\(lines)").month
  }

  private func issued(_ sample: SampleSite, _ agreement: Agreement) async throws -> Invoice {
    try await sample.operations.issueInvoice(
      of: agreement.id, month: Month(containing: day("2026-10-01")), by: SampleSite.actor,
      press: sample.visitor.site.invoices)
  }

  private func send(
    _ sample: SampleSite, _ path: String, _ body: String
  ) async throws -> Visitor.Answer {
    try await sample.visitor.post(path, body, headers: [.contentType: "application/json"])
  }

  private func read(_ sample: SampleSite, _ path: String) async throws -> JSON {
    try await JSON(reading: Array(sample.visitor.get(path).text.utf8))
  }

  private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }
}
