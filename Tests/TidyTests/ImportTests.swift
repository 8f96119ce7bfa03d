import Testing

struct ImportTests {
  /// What each target may touch: the table of docs/architecture.md.
  private static let reach: [String: Set<String>] = [
    "Register": ["Crypto"],
    "Maintenance": ["FoundationEssentials"],
    "ContractSource": ["Maintenance", "CYaml"],
    "Documents": ["Maintenance", "Subprocess", "SystemPackage", "FoundationXML"],
    "Store": ["Maintenance", "Register", "GRDB", "GRDBSQLite", "CPostgres"],
    "Operations": [
      "Maintenance", "ContractSource", "Documents", "Store", "Crypto", "CryptoExtras",
    ],
    "Web": [
      "Operations", "Store", "Maintenance", "ContractSource", "Documents",
      "Hummingbird", "HTTPTypes", "Logging", "NIOCore", "ServiceLifecycle",
    ],
    "diligence": [
      "Register", "Maintenance", "ContractSource", "Documents", "Store", "Operations", "Web",
      "ArgumentParser", "Hummingbird", "Logging", "ServiceLifecycle", "Subprocess",
      "SystemPackage",
    ],
    "Bench": [
      "Register", "Maintenance", "ContractSource", "Documents", "Store", "Operations", "Web",
      "GRDB", "Hummingbird", "Logging", "Yams",
    ],
    "TestSupport": ["Maintenance", "ContractSource", "Store", "Operations", "CPostgres"],
  ]
  /// The toolchain's own, for all but the two targets whose promise is to do without them.
  private static let toolchain: Set = [
    "Dispatch", "Foundation", "FoundationEssentials", "FoundationNetworking", "Glibc",
    "Synchronization",
  ]

  @Test func `every import stays within its target's reach`() {
    #expect(Repository.judged.flatMap(strayImports) == [])
  }

  @Test func `every folder of sources is a target with a reach`() {
    let targets = Set(Repository.swift.filter { !$0.isTest }.map(\.target))
    #expect(targets == Set(Self.reach.keys))
  }

  @Test func `nothing leaves the package`() {
    let exported = Repository.swift.flatMap { file in
      file.lines.enumerated()
        .filter { ["public", "open"].contains($0.element.split(separator: " ").first) }
        .map { file.finding(line: $0.offset + 1, "package access is enough") }
    }
    #expect(exported == [])
  }

  @Test func `an import out of reach is found, however it is written`() {
    let imports = """
      import Maintenance
      import Foundation
      @preconcurrency package import GRDB
      import struct Hummingbird.HTTPError
      """
    let rule = SourceFile(path: "Sources/Maintenance/A.swift", text: imports)
    #expect(strayImports(rule).count == 4)
    let page = SourceFile(path: "Sources/Web/A.swift", text: imports)
    #expect(strayImports(page) == ["Sources/Web/A.swift:3: Web may not import GRDB"])
  }

  private func strayImports(_ file: SourceFile) -> [String] {
    let reach = allowed(for: file)
    return file.lines.enumerated().compactMap { index, line in
      guard let module = importedModule(line), !reach.contains(module) else { return nil }
      return file.finding(line: index + 1, "\(file.target) may not import \(module)")
    }
  }

  private func allowed(for file: SourceFile) -> Set<String> {
    guard file.isTest else {
      let isStrict = ["Register", "Maintenance"].contains(file.target)
      return Self.reach[file.target, default: []].union(isStrict ? [] : Self.toolchain)
    }
    let subject = file.target.hasSuffix("Tests") ? String(file.target.dropLast(5)) : ""
    return Self.reach[subject, default: []]
      .union(Self.toolchain).union([subject, "Testing", "TestSupport", "Maintenance"])
  }

  private func importedModule(_ line: Substring) -> String? {
    let words = line.split(separator: " ").drop { word in
      word.hasPrefix("@") || ["package", "private", "internal", "fileprivate"].contains(word)
    }
    guard words.first == "import", let last = words.dropFirst().last else { return nil }
    return last.split(separator: ".").first.map(String.init)
  }
}
