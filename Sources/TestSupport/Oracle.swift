import Foundation

/// Another program that answers the same questions: a Python script of `Tests/Oracles`, run with
/// the packages that `bin/setup test` installs.
package struct Oracle {
  package struct Unavailable: Error, CustomStringConvertible {
    package let description: String
  }

  private let script: String

  /// The script's name, without its folder.
  package init(_ script: String) {
    self.script = script
  }

  /// One answer for each question; neither holds a line feed.
  package func answers(to questions: [String]) throws -> [String] {
    let python = Project.root.appending(path: ".tools/oracles/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      throw Unavailable(description: "\(python.path) is missing: run bin/setup test")
    }
    let asked = FileManager.default.temporaryDirectory
      .appending(path: "diligence-oracle-\(UInt64.random(in: .min ... .max))")
    try Data((questions.joined(separator: "\n") + "\n").utf8).write(to: asked)
    let said = Pipe()
    let process = Process()
    process.standardInput = try FileHandle(forReadingFrom: asked)
    // The open file is enough: no one has to remember its name.
    try FileManager.default.removeItem(at: asked)
    process.executableURL = python
    process.arguments = [Project.root.appending(path: "Tests/Oracles/\(script)").path]
    process.standardOutput = said
    try process.run()
    let output = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let lines = String(decoding: output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    guard process.terminationStatus == 0, lines.count == questions.count else {
      throw Unavailable(description: "\(script) gave \(lines.count) answers to \(questions.count)")
    }
    return lines
  }
}
