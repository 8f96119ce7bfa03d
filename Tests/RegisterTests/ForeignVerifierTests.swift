import Register
import Testing

/// Programs written by others judge what we sign.
struct ForeignVerifierTests {
  @Test(arguments: [ForeignJudge.go, .scales])
  func `every proof of trees up to 40 is accepted, and none of a thousand changed ones`(
    _ judge: ForeignJudge
  ) throws {
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
    let made = proofs.map { Array($0.utf8) }
    #expect(try judge.verdicts(on: made, by: key.verifying) == made.map { _ in true })
    let altered = (0..<1000).map { _ in self.altered(proofs.randomElement() ?? "") }
    let changed = altered.map { Array($0.utf8) }
    #expect(try judge.verdicts(on: changed, by: key.verifying) == changed.map { _ in false })
    for text in altered {
      #expect(ProofFile(reading: text, signedBy: key.verifying)?.isProven != true)
    }
  }

  /// One bit changed, save before `=`: others let the bits pass that padding leaves unused.
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
