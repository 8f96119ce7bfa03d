import Foundation
import Maintenance
import TestSupport
import Testing

@testable import Web

struct PageWeightTests {
  /// What the first visit of a list costs a slow line, all of it compressed; the typeface, which
  /// the page does not wait for, left out.
  @Test func `fifty tickets with their style and script weigh at most 60 KB`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      for index in 1...51 {
        let title = "Poste \(index * 7919 % 1000) : \(index * 104_729 % 7919) messages perdus"
        _ = try await sample.ticket(under: agreement, title: title)
      }
      let base = sample.visitor.site
      let visitor = Visitor(
        Website(
          operations: base.operations, press: base.press,
          assets: try Assets(folder: Project.root.appending(path: ".tools/assets").path),
          actor: SampleSite.actor))
      let page = try await visitor.get("/tickets").text
      #expect(page.ranges(of: "class=\"row\"").count == 50)
      let assets = Set(
        page.ranges(of: "\"/assets/").map { start in
          String(page[start.upperBound...].prefix { $0 != "\"" })
        })
      #expect(assets.count == 3)
      var weight = try compressed(page)
      for name in assets {
        let file = try await visitor.get("/assets/\(name)")
        #expect(file.status == 200)
        weight += try compressed(file.text)
      }
      #expect((10_000...60 * 1024).contains(weight), "\(weight) bytes")
      // As it is sent, without a proxy that compresses.
      #expect(page.utf8.count < 80 * 1024, "\(page.utf8.count) bytes")
    }
  }

  private func compressed(_ text: String) throws -> Int {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "diligence-weight-\(UInt64.random(in: .min ... .max))")
    try Data(text.utf8).write(to: file)
    defer { unlink(file.path) }
    let (gzip, answer) = (Process(), Pipe())
    gzip.executableURL = URL(filePath: "/usr/bin/gzip")
    gzip.arguments = ["-c", file.path]
    gzip.standardOutput = answer
    try gzip.run()
    let bytes = answer.fileHandleForReading.readDataToEndOfFile()
    gzip.waitUntilExit()
    return bytes.count
  }
}
