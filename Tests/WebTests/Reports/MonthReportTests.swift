import Documents
import Foundation
import HTTPTypes
import Maintenance
import Operations
import Store
import TestSupport
import Testing

@testable import Web

struct MonthReportTests {
  private static let november = Month(iso: "2026-11")

  /// A site whose register has a key, hence a signed head.
  private func withKey(_ body: (SampleSite, Agreement) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-month-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await SampleSite.run { sample in
      try await Engine.sqlite.withLocation { location in
        let database = try await Database.open(
          location, keyFile: folder.appending(path: "register.key").path)
        let operations = Operations(
          database: database, now: { SampleSite.now },
          chance: { UInt32.random(in: 0 ... .max) })
        let site = sample.visitor.site
        let visitor = Visitor(
          Website(
            operations: operations, press: site.press, assets: site.assets,
            actor: SampleSite.actor))
        let early = operations.at(SampleSite.now + -30 * 86_400)
        guard
          case .kept(let id, _) = try await early.receive(
            text: Project.example(), by: SampleSite.actor)
        else { throw Missing.agreement }
        let agreement = try await early.recordBothSignatures(id, by: SampleSite.actor)
        try await body(SampleSite(visitor: visitor, operations: operations), agreement)
        try await database.close()
      }
    }
  }

  @Test func `a month's report tells what the register holds of it, and bears its signed head`()
    async throws
  {
    try await withKey { sample, agreement in
      let ticket = try await sample.ticket(under: agreement, title: "Imprimante muette")
      func act(_ act: TicketAct) async throws {
        _ = try await sample.operations.act(on: ticket.id, by: SampleSite.actor, act)
      }
      try await act(.write("CANARI-INTERNE", to: .provider))
      try await act(.work(minutes: 45, note: "Démontée"))
      try await act(
        .warn(
          risk: "Galets usés", consequence: "Une panne", recommendation: "Les remplacer",
          price: nil))
      try await act(.answerWarning(1, .declined, from: "Jeanne Morel", reason: "Plus tard"))
      try await act(.resolve(.hardware, note: "Galet remplacé"))
      let reading = try #require(
        try await sample.operations.monthReading(of: agreement.id, month: Self.november))
      let report = monthReport(reading)
      func rows(_ title: String) -> [[String]] {
        report.sections.filter { $0.title == title }.flatMap(\.tables).flatMap(\.rows)
      }
      let cause = try #require(Words.french.tickets.causes[.hardware])
      let solved = rows("Tickets résolus")
      #expect(solved.count == 1)
      #expect(solved[0].contains("Imprimante muette"))
      #expect(solved[0].contains(cause))
      #expect(rows("Délais promis").count == reading.levels.lines.count)
      let advice = rows("Conseils, mises en garde et réponses")
      #expect(advice.count == 2)
      #expect(advice[0].last?.contains("Galets usés") == true)
      #expect(advice[1].last?.contains("Plus tard") == true)
      // The opening and five acts; the contract's own entries are of October.
      #expect(rows("Actes du mois").count == 6)
      let all = report.sections.flatMap { [$0.lead] + $0.tables.flatMap(\.rows).flatMap(\.self) }
      #expect(all.contains { $0.contains("45 min") || $0.contains("45\u{A0}min") })
      #expect(!all.contains { $0.contains("CANARI") })
      // Two signatures on one head differ: the origin, the size and the root do not.
      let head = try #require(try await sample.operations.checkpoint(of: agreement.id))
      func signed(_ text: String) -> [Substring] {
        Array(text.split(separator: "\n").prefix(3))
      }
      #expect(signed(report.checkpoint) == signed(head))
      #expect(report.checkpointCode?.hasPrefix("<svg") == true)
    }
  }

  @Test func `the month's page leads to its report, and a month without anything has one`()
    async throws
  {
    try await withKey { sample, agreement in
      let contract = "/contrats/\(agreement.id.text)"
      let page = try await sample.visitor.get("\(contract)/niveaux?mois=2026-11")
      #expect(page.text.contains("href=\"\(contract)/rapport.pdf?mois=2026-11\""))
      let report = try await sample.visitor.get("\(contract)/rapport.pdf?mois=2026-11")
      #expect(report.status == 200)
      #expect(report.headers[.contentType] == "application/pdf")
      #expect(report.text.hasPrefix("%PDF-"))
      try await #expect(sample.visitor.get("\(contract)/rapport.pdf?mois=hier").status == 400)
      try await #expect(
        sample.visitor.get("/contrats/0000000000001/rapport.pdf").status == 404)
    }
  }
}
