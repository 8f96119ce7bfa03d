import Foundation
import Register
import Testing

/// Go's own packages for transparency logs judge what we sign: they share no line with us.
struct GoVerifierTests {
  private static let program = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".tools/checkproof")

  private func verdicts(on texts: [String], by key: VerifyingKey) throws -> [String] {
    let asked = FileManager.default.temporaryDirectory
      .appending(path: "diligence-proofs-\(UInt64.random(in: .min ... .max))")
    let lines = texts.map { Data($0.utf8).base64EncodedString() + "\n" }
    try Data(lines.joined().utf8).write(to: asked)
    let said = Pipe()
    let process = Process()
    process.executableURL = Self.program
    process.arguments = [key.description]
    process.standardInput = try FileHandle(forReadingFrom: asked)
    try FileManager.default.removeItem(at: asked)
    process.standardOutput = said
    try process.run()
    let output = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `Go accepts every proof of trees up to 40, and none of a thousand changed ones`()
    throws
  {
    let key = SigningKey(name: "example.fr/register")
    var range = CompactRange()
    var (leaves, headers): ([Hash], [[UInt8]]) = ([], [])
    var proofs: [String] = []
    for size in 1...40 {
      let header = try EntryHeader(
        at: "2026-11-23T08:30:00.000Z", kind: "ticket.opened", log: "example.fr/r/1",
        n: Int64(size - 1), parts: [EntryPart(name: "body", content: [])], subject: "ticket/1"
      ).bytes()
      headers.append(header)
      leaves.append(.leaf(header))
      range.append(.leaf(header))
      let kept = leaves
      let tree = MerkleTree(size: Int64(size)) { _, first, count in
        Array(kept[Int(first)..<Int(first) + count])
      }
      let head = LogHead(origin: "example.fr/r/1", size: Int64(size), root: range.root)
      let checkpoint = try Checkpoint(head, signedBy: key)
      for index in 0..<size {
        let path = try tree.inclusion(of: Int64(index))
        let proof = ProofFile(
          header: headers[index], index: Int64(index), path: path, checkpoint: checkpoint)
        proofs.append(proof.text)
      }
    }
    #expect(try verdicts(on: proofs, by: key.verifying) == proofs.map { _ in "yes" })
    let altered = (0..<1000).map { _ in self.altered(proofs.randomElement() ?? "") }
    #expect(try verdicts(on: altered, by: key.verifying) == altered.map { _ in "no" })
    for text in altered {
      #expect(ProofFile(reading: text, signedBy: key.verifying)?.isProven != true)
    }
  }

  /// One bit changed, save before `=`: Go lets the bits pass that padding leaves unused.
  private func altered(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let places = bytes.indices.dropLast().filter {
      bytes[$0] != UInt8(ascii: "=") && bytes[$0 + 1] != UInt8(ascii: "=")
    }
    guard let place = places.randomElement() else { return "" }
    bytes[place] ^= 1 << UInt8.random(in: 0..<7)
    return String(decoding: bytes, as: UTF8.self)
  }
}
