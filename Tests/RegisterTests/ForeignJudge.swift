import Foundation
import Register
import Testing

/// Somebody else's code that judges what we make: it shares no line with us.
struct ForeignJudge: Sendable, CustomTestStringConvertible {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Go's own packages for transparency logs, from Debian.
  static let go = ForeignJudge(name: "Go sumdb", program: ".tools/checkproof", arguments: [])
  /// tlog-scales, from PyPI.
  static let scales = ForeignJudge(
    name: "tlog-scales", program: ".tools/oracles/bin/python",
    arguments: ["Tests/Oracles/register.py", "proofs"])
  /// rfc8785, from PyPI: whether bytes are the canonical spelling of their value.
  static let canonical = ForeignJudge(
    name: "rfc8785", program: ".tools/oracles/bin/python",
    arguments: ["Tests/Oracles/register.py", "canonical"])

  let name: String
  let program: String
  let arguments: [String]

  var testDescription: String { name }

  /// One for each of the contents: whether it is accepted.
  func verdicts(on contents: [[UInt8]], by key: VerifyingKey? = nil) throws -> [Bool] {
    let asked = FileManager.default.temporaryDirectory
      .appending(path: "diligence-judged-\(UInt64.random(in: .min ... .max))")
    let lines = contents.map { Data($0).base64EncodedString() + "\n" }
    try Data(lines.joined().utf8).write(to: asked)
    let said = Pipe()
    let process = Process()
    process.currentDirectoryURL = Self.project
    process.executableURL = Self.project.appending(path: program)
    process.arguments = arguments + (key.map { [$0.description] } ?? [])
    process.standardInput = try FileHandle(forReadingFrom: asked)
    try FileManager.default.removeItem(at: asked)
    process.standardOutput = said
    try process.run()
    let output = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map { $0 == "yes" }
  }
}
