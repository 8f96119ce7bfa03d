import Foundation
import Operations
import Synchronization
import TestSupport

/// `openssl ts` as an authority of its own, which can be told to answer badly or not at all.
final class LocalAuthority: Sendable {
  let folder: URL
  /// As `Tests/Oracles/authority.py` names them, or `down`.
  let mode = Mutex("ts")

  init(in folder: URL) { self.folder = folder.appending(path: "authority") }

  var asked: TimeStampAuthority {
    TimeStampAuthority(name: "http://authority.example/ts") { [self] query in
      let mode = mode.withLock { $0 }
      guard mode != "down" else { throw EngineDown() }
      return try run(
        "python3", [Project.root.path + "/Tests/Oracles/authority.py", folder.path, "reply", mode],
        input: query
      ).output
    }
  }

  /// Whether `openssl ts -verify` accepts the stamp on these bytes.
  func accepts(_ reply: [UInt8], on bytes: [UInt8]) throws -> Bool {
    try Data(reply).write(to: folder.appending(path: "a.tsr"))
    try Data(bytes).write(to: folder.appending(path: "a"))
    let outcome = try run(
      "openssl",
      [
        "ts", "-verify", "-data", folder.path + "/a", "-in", folder.path + "/a.tsr",
        "-CAfile", folder.path + "/ca.pem",
      ], input: [])
    return outcome.status == 0
  }

  private func run(
    _ program: String, _ words: [String], input: [UInt8]
  ) throws -> (status: Int32, output: [UInt8]) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + words
    let (given, said) = (Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = said
    process.standardError = FileHandle.nullDevice
    try process.run()
    try given.fileHandleForWriting.write(contentsOf: Data(input))
    try given.fileHandleForWriting.close()
    let output = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, Array(output))
  }

  private struct EngineDown: Error, CustomStringConvertible {
    var description: String { "no route to host" }
  }
}
