import Foundation
import SystemPackage
import Testing

@testable import Documents

struct PressTests {
  @Test func `data that a template cannot read is refused with the place`() async throws {
    let press = try await Project.press()
    let job = PressJob(
      template: "contrat.typ", timestamp: 0, data: ["title": "Sans parties"], source: Data())
    await #expect {
      try await press.rendered(job)
    } throws: { error in
      guard case PressFault.refused(let message, _, let place) = error else { return false }
      return message.contains("provider") && place?.hasPrefix("contrat.typ:") == true
    }
  }

  @Test(arguments: ["absent.typ", "../worker.py", "/etc/passwd"])
  func `a template that is not there is refused by name`(_ template: String) async throws {
    let press = try await Project.press()
    await #expect {
      try await press.rendered(job(template))
    } throws: { "\($0)".contains("no template named") && "\($0)".contains("contrat.typ") }
  }

  @Test(arguments: [
    "#read(\"../outside.txt\")", "#read(\"/etc/passwd\")", "#import \"@preview/cetz:0.3.2\": *",
    "#image(\"https://example.org/a.png\")",
  ])
  func `a template reaches nothing outside its folder`(_ text: String) async throws {
    try await withTemplate(text) { folder in
      let outside = folder.removingLastComponent().appending("outside.txt")
      try Data("secret".utf8).write(to: URL(filePath: outside.string))
      for confinement in [Confinement.limitsOnly, try await Project.press().confinement] {
        let press = try await Project.press(templates: folder.string, confinement: confinement)
        await #expect(throws: PressFault.self) { try await press.rendered(job("one.typ")) }
      }
    }
  }

  @Test func `a document that takes too long is stopped and leaves no process`() async throws {
    let slow = "#for a in range(100000) { for b in range(100000) { let c = a * b } }"
    try await withTemplate(slow) { folder in
      for confinement in [Confinement.limitsOnly, try await Project.press().confinement] {
        let press = try await Project.press(
          templates: folder.string, timeLimit: .milliseconds(400), confinement: confinement)
        let start = ContinuousClock.now
        await #expect(throws: PressFault.tooSlow(.milliseconds(400))) {
          try await press.rendered(job("one.typ"))
        }
        #expect(ContinuousClock.now - start < .seconds(30))
        #expect(try await survivors(naming: folder.string) == [])
      }
    }
  }

  @Test func `a document that takes too much memory breaks the worker, not the server`()
    async throws
  {
    try await withTemplate("#let a = \"x\" * 900000000\n#let b = a + a\n#b.len()") { folder in
      let press = try await Project.press(templates: folder.string)
      await #expect(throws: PressFault.self) { try await press.rendered(job("one.typ")) }
    }
  }

  @Test func `a document larger than allowed is refused`() async throws {
    let press = try await Project.press(byteLimit: 2000)
    await #expect(throws: PressFault.tooLarge(byteLimit: 2000)) {
      try await press.contractPDF(SampleDocument.document())
    }
  }

  @Test func `a press that is not installed says how to install it`() async throws {
    let press = await Press(project: "/nonexistent")
    #expect(press.confinement == .limitsOnly)
    await #expect {
      try await press.contractPDF(SampleDocument.document())
    } throws: { "\($0)".contains("run bin/setup") }
  }

  @Test func `the check of a PDF finds what was broken in it`() async throws {
    let document = try await Project.press().contractPDF(SampleDocument.document())
    let text = String(decoding: document.bytes, as: Unicode.ASCII.self)
    #expect(text.contains("pdfaid:part"))
    let glued = document.bytes.dropLast() + Array("1 0 obj\n".utf8)
    #expect(try await Project.findings(in: Array(glued)).contains("6.1.9"))
    let other = replacing("<pdfaid:part>3", by: "<pdfaid:part>2", in: document.bytes)
    #expect(try await Project.findings(in: other).contains("6.6.4"))
    let bare = replacing("/AFRelationship", by: "/AFRelationshop", in: document.bytes)
    #expect(try await Project.findings(in: bare).contains("6.8"))
  }

  private func job(_ template: String) -> PressJob<[String: String]> {
    PressJob(template: template, timestamp: 0, data: [:], source: Data())
  }

  private func withTemplate(
    _ text: String, _ body: (FilePath) async throws -> Void
  ) async throws {
    try await Project.inFolder { folder in
      let templates = folder.appending("templates")
      try FileManager.default.createDirectory(
        atPath: templates.string, withIntermediateDirectories: false)
      let written = "#set document(title: \"Un\")\n#set text(lang: \"fr\")\n" + text
      try Data(written.utf8).write(to: URL(filePath: templates.appending("one.typ").string))
      try await body(templates)
    }
  }

  /// Command lines of the processes that name that path, once the killed ones had time to go.
  private func survivors(naming path: String) async throws -> [String] {
    for _ in 0..<500 where !(try processes(naming: path)).isEmpty {
      try await Task.sleep(for: .milliseconds(20))
    }
    return try processes(naming: path)
  }

  private func processes(naming path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc")
      .filter { Int($0) != nil }
      // A process may end while the list is read.
      .compactMap { try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8) }
      .filter { $0.contains(path) }
  }

  private func replacing(_ old: String, by new: String, in bytes: [UInt8]) -> [UInt8] {
    var changed = Data(bytes)
    while let found = changed.range(of: Data(old.utf8)) {
      changed.replaceSubrange(found, with: Data(new.utf8))
    }
    return [UInt8](changed)
  }
}
