import Foundation

/// The built program, run as a user runs it.
struct Command {
  struct Outcome {
    let status: Int32
    let output: String
    let complaint: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let program = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "diligence")

  let process = Process()
  private let output = Pipe()
  private let complaint = Pipe()

  init(_ arguments: String...) throws {
    try self.init(arguments)
  }

  init(_ arguments: [String]) throws {
    process.executableURL = Command.program
    process.arguments = arguments
    process.currentDirectoryURL = Command.root
    process.standardOutput = output
    process.standardError = complaint
    try process.run()
  }

  /// Waits for its end.
  func outcome() throws -> Outcome {
    let output = try output.fileHandleForReading.readToEnd() ?? Data()
    let complaint = try complaint.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      complaint: String(decoding: complaint, as: UTF8.self))
  }

  /// Waits until it serves; gives its address, which ends with a slash.
  func address() -> String? {
    var heard = ""
    while true {
      if let found = heard.firstMatch(of: #/http://127\.0\.0\.1:\d+\//#) { return String(found.0) }
      let more = complaint.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      heard += String(decoding: more, as: UTF8.self)
    }
  }

  /// Waits until it complains with these words; false when it ends before.
  func says(_ words: String) -> Bool {
    var heard = ""
    while !heard.contains(words) {
      let more = complaint.fileHandleForReading.availableData
      if more.isEmpty { return false }
      heard += String(decoding: more, as: UTF8.self)
    }
    return true
  }
}

/// A folder for one test, gone afterwards.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "diligence-command-\(UInt64.random(in: .min ... .max))")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// A page as a French browser without scripts gets it.
func page(_ address: String) throws -> String {
  let browser = Process()
  browser.executableURL = URL(filePath: "/usr/bin/env")
  browser.arguments = [
    "python3", Command.root.appending(path: "Tests/Oracles/page.py").path, address,
  ]
  let said = Pipe()
  browser.standardOutput = said
  try browser.run()
  let output = try said.fileHandleForReading.readToEnd() ?? Data()
  browser.waitUntilExit()
  return String(decoding: output, as: UTF8.self)
}
