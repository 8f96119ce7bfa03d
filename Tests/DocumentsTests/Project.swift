import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import Documents

/// The project's folder and the programs that tests look at documents with.
enum Project {
  static let folder = FilePath(#filePath)
    .removingLastComponent().removingLastComponent().removingLastComponent()
  static let python = folder.appending(".tools/python/bin/python")

  /// The press as `bin/setup` leaves it; without that the test fails and says so.
  static func press(
    templates: String? = nil, timeLimit: Duration = .seconds(60), byteLimit: Int = 32 << 20,
    confinement: Confinement? = nil
  ) async throws -> Press {
    try #require(
      FileManager.default.isExecutableFile(atPath: python.string),
      "the press's Python environment is missing: run bin/setup")
    return await Press(
      python: python.string, folder: folder.appending("Press").string, templates: templates,
      timeLimit: timeLimit, byteLimit: byteLimit, confinement: confinement)
  }

  /// What `Press/pdfcheck.py` finds in a file, one finding a line.
  static func findings(in bytes: [UInt8]) async throws -> String {
    let check = folder.appending("Press/pdfcheck.py").string
    return try await output(of: .path(python), ["-B", check], on: bytes)
  }

  /// The text of all pages, as a reader's search sees it.
  static func text(of document: RenderedDocument) async throws -> String {
    try await output(of: .name("pdftotext"), ["-raw", "-enc", "UTF-8"], on: document.bytes, ["-"])
  }

  /// The one file that a document carries.
  static func attachment(of document: RenderedDocument) async throws -> String {
    try await output(
      of: .name("pdfdetach"), ["-save", "1", "-o", "/dev/stdout"], on: document.bytes)
  }

  /// What `Press/typography.py` makes of a text.
  static func french(_ text: String) async throws -> String {
    let typography = folder.appending("Press/typography.py").string
    return try await run(
      .path(python), arguments: ["-B", "-X", "utf8", typography],
      input: .string(text), output: .string(limit: 65_536)
    ).standardOutput
  }

  /// What a program says of a file, whose path stands between the two lists of arguments.
  private static func output(
    of program: Executable, _ before: [String], on bytes: [UInt8], _ after: [String] = []
  ) async throws -> String {
    try await inFolder { folder in
      let file = folder.appending("document.pdf")
      try Data(bytes).write(to: URL(filePath: file.string))
      return try await run(
        program, arguments: Arguments(before + [file.string] + after),
        output: .string(limit: 4 << 20)
      ).standardOutput
    }
  }

  /// Gives a folder of its own, and takes it away.
  static func inFolder<Result>(_ body: (FilePath) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(FilePath(folder.path))
  }
}
