import ContractSource
import Foundation
import TestSupport
import Testing

/// The server reads what anyone sends: whatever the bytes, a reading comes back, and soon.
struct HostileBytesTests {
  private static let seeds = Array(UInt64(1)...8)

  @Test(arguments: seeds)
  func `mutated contracts are read without a trap`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let name = RepositoryFiles.names[Int(seed) % RepositoryFiles.names.count]
    let original = try RepositoryFiles.bytes(name)
    for _ in 0..<150 {
      var bytes = original
      for _ in 0...Int.random(in: 0..<12, using: &random) { mutate(&bytes, &random) }
      expectSound(read(bytes, named: name))
    }
  }

  @Test(arguments: seeds)
  func `texts made of YAML's own signs are read without a trap`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }
      expectSound(read(Array(text.utf8), named: "signes"))
    }
  }

  @Test(arguments: seeds)
  func `bytes drawn by lot are read without a trap`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 0..<400, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      expectSound(read(bytes, named: "octets"))
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `endless nesting stops at once`(_ opening: String) {
    let text = String(repeating: opening, count: 1_000_000 / opening.utf8.count)
    expectSoon(text) { $0.findings.first?.rule == "FMT-07" }
  }

  @Test func `nesting by ever deeper lines stops at once`() {
    let text = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    expectSoon(text) { $0.findings.first?.rule == "FMT-07" }
  }

  @Test func `a bomb of aliases is refused without being opened`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    expectSoon(text) { reading in reading.findings.contains { $0.rule == "FMT-05" } }
  }

  @Test(arguments: [
    "x: 1\n", "a", "  - {}\n", "operations: [{ recurrence: chaque lune }]\n", "\u{301}", "!x ",
  ])
  func `a mebibyte of the same costs little`(_ piece: String) {
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    expectSoon(text) { !$0.findings.isEmpty }
  }

  @Test(arguments: [
    "  - { recurrence: chaque lune }\n", "  - { id: a, sur: [postez] }\n", "  - { clef: 1 }\n",
  ])
  func `thousands of faults cost little`(_ item: String) {
    expectSoon("operations:\n" + String(repeating: item, count: 2_000)) {
      $0.findings.count == 201
    }
  }

  @Test func `every kept hostile file is read, and what it found stays found`() throws {
    let folder = RepositoryFiles.root.appending(path: "Tests/Corpus/contracts")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files.count > 10)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
      let reading = read(bytes, named: file)
      expectSound(reading)
      #expect(file == "sample.yaml" || reading.errorCount > 0, "\(file)")
    }
  }

  private static let pieces = [
    "a", "b: ", "- ", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", ": ", "'", "\"", "|\n",
    ">-\n",
    "&a ", "*a", "!t ", "<<: ", "# ", "---\n", "...\n", "%YAML 1.1\n", "\t", "? ", "é", "\u{1F9EF}",
    "\u{301}", "\u{202E}", "\r", "\u{85}", "99999999999999999999", "2027-02-30", "parties:\n  ",
    "duree: ", "prix: ", "\\", "\u{FEFF}", "~", "24/7",
  ]

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(contentsOf: Array("9999999999999999999".utf8), at: place)
    case 3: bytes.removeSubrange(place..<min(place + 40, bytes.count))
    default:
      let signs = Array(" :-[]{}'\"&*!|>%@\n\t#".utf8)
      bytes[place] = signs[Int.random(in: 0..<signs.count, using: &random)]
    }
  }

  private func expectSoon(_ text: String, _ isExpected: (Reading) -> Bool) {
    let clock = ContinuousClock()
    let start = clock.now
    let reading = read(Array(text.utf8), named: "grand")
    // The limit holds in a debug build on a busy machine; a release build is ten times faster.
    #expect(clock.now - start < .seconds(10))
    #expect(isExpected(reading))
    expectSound(reading)
  }

  /// Every finding points into the file and can be told.
  private func expectSound(_ reading: Reading) {
    let findings = reading.findings
    #expect(findings.allSatisfy { $0.position.line >= 1 && $0.position.column >= 1 })
    #expect(findings.map(\.position) == findings.map(\.position).sorted())
    #expect(findings.count <= 201)
    #expect(reading.isReadable || reading.errorCount > 0)
    #expect(!FindingReport(reading).text.isEmpty)
  }
}
