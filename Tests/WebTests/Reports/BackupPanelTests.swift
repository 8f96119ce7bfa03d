import Maintenance
@testable import Operations
import Store
import Testing

@testable import Web

struct BackupPanelTests {
  /// The outcome of a restoration of all that is there, recorded at its instant.
  private func record(
    _ sample: SampleSite, at instant: Instant, _ harm: (inout BackupCheck) -> Void = { _ in }
  ) async throws {
    let database = sample.operations.database
    let global = try #require(try await database.read { try $0.head(of: ID(number: 0)) })
    var check = BackupCheck(at: instant)
    (check.segments, check.entries, check.until) = (3, Int64(global.size), instant.iso)
    (check.origin, check.root) = (global.origin, global.root)
    harm(&check)
    try await #expect(database.record(check, note: "", at: instant))
  }

  @Test func `the last restoration is told with what it covered, a failed one above all else`()
    async throws
  {
    try await SampleSite.runInForce { sample, _ in
      let none = try await sample.visitor.get("/registre")
      #expect(none.text.contains("--backup-folder"))
      #expect(!none.text.contains("notice bad"))
      try await record(sample, at: SampleSite.now + -3600)
      let good = try await sample.visitor.get("/registre")
      #expect(good.text.contains("<dt>Dernière restauration éprouvée</dt>"))
      #expect(good.text.contains("inscriptions restaurées de 3 segments, toutes vérifiées"))
      #expect(!good.text.contains("notice bad"))
      try await record(sample, at: SampleSite.now + -60) { $0.fault = "000002.segment : altéré" }
      let bad = try await sample.visitor.get("/registre")
      #expect(bad.text.contains("La dernière restauration d’essai a échoué"))
      #expect(bad.text.contains("000002.segment : altéré"))
      #expect(bad.text.contains("<dt>Dernière restauration éprouvée</dt>"))
      try await record(sample, at: SampleSite.now + -30) { $0.differences = 2 }
      let differing = try await sample.visitor.get("/registre")
      #expect(differing.text.contains("différences\u{A0}: 2"))
    }
  }

  @Test func `eight days without a restoration are told, where backups are made`() async throws {
    try await SampleSite.runInForce { sample, _ in
      try await record(sample, at: SampleSite.now)
      let formats = Formats(words: .french, zone: .paris, now: SampleSite.now)
      let shell = Shell(
        formats: formats, assets: sample.visitor.site.assets.links, path: "/registre")
      func alert(_ days: Int, isWatched: Bool = true) async throws -> String? {
        var backups = try await sample.operations.at(SampleSite.now + days * 86_400)
          .registerBackups()
        backups.isWatched = isWatched
        return Frame(shell: shell).backupAlert(backups)?.text
      }
      try await #expect(alert(8) == nil)
      try await #expect(alert(9)?.contains("Aucune restauration n’a montré") == true)
      try await #expect(alert(9, isWatched: false) == nil)
    }
  }
}
