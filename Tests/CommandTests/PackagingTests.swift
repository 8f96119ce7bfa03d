import Foundation
import Testing

struct PackagingTests {
  private static let folder = Command.root.appending(path: "packaging")
  private static let units = ["diligence.service", "diligence-backup-check.service"]

  /// What `systemd-analyze security` says of a unit, from 0 (nothing to do harm with) to 10.
  private func exposure(_ unit: URL) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/systemd-analyze")
    process.arguments = ["security", "--offline=true", "--no-pager", unit.path]
    let said = Pipe()
    process.standardOutput = said
    process.standardError = said
    try process.run()
    let output = String(
      decoding: try said.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let level = try #require(output.firstMatch(of: #/exposure level for .*: (\d+\.\d+) /#))
    return try #require(Double(level.1))
  }

  @Test(arguments: units)
  func `a unit leaves little to do harm with, and less rigour is seen`(_ name: String) throws {
    let unit = Self.folder.appending(path: name)
    #expect(try exposure(unit) <= 2.0)
    try withFolder { folder in
      let loose = folder.appending(path: name)
      let text = try String(contentsOf: unit, encoding: .utf8)
      try text.replacing("CapabilityBoundingSet=\n", with: "")
        .write(to: loose, atomically: true, encoding: .utf8)
      #expect(try exposure(loose) > exposure(unit) + 0.5)
    }
  }

  @Test(arguments: units)
  func `the program knows every option that a unit gives it`(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      .replacing("\\\n", with: " ")
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    let words = line.split(separator: " ").map(String.init)
    let command = words.dropFirst().prefix { !$0.hasPrefix("-") }
    let help = try Command(command + ["--help"]).outcome().output
    let options = words.filter { $0.hasPrefix("--") }
    #expect(options.count >= 2)
    for option in options { #expect(help.contains("\(option) ")) }
  }

  @Test func `the timer starts what is there, each night`() throws {
    let timer = try String(
      contentsOf: Self.folder.appending(path: "diligence-backup-check.timer"), encoding: .utf8)
    #expect(timer.contains("OnCalendar=*-*-* 03:30:00\n"))
    #expect(timer.contains("Persistent=true\n"))
    #expect(
      FileManager.default.fileExists(
        atPath: Self.folder.appending(path: "diligence-backup-check.service").path))
  }
}
