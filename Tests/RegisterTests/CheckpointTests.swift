import Register
import Testing

struct CheckpointTests {
  private let key = SigningKey(name: "example.fr/register")
  private let head = LogHead(origin: "example.fr/r/1", size: 2, root: .leaf([1]))

  /// The key and the note of the documentation of Go's note package.
  @Test func `a note signed by another program is accepted, and no change of it`() throws {
    let key = try #require(
      VerifyingKey(text: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
    let text = """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuG\
      UgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

      """
    #expect(key.hasSigned(try #require(SignedNote(reading: text))))
    #expect(SignedNote(reading: text)?.text == text)
    for offset in text.utf8.indices {
      var bytes = Array(text.utf8)
      bytes[text.utf8.distance(from: text.utf8.startIndex, to: offset)] ^= 1
      guard let altered = String(validating: bytes, as: UTF8.self) else { continue }
      #expect(SignedNote(reading: altered).map(key.hasSigned) != true)
    }
  }

  @Test func `keys are read as they are written`() throws {
    #expect(SigningKey(text: key.secretText)?.verifying == key.verifying)
    #expect(VerifyingKey(text: key.verifying.description) == key.verifying)
    let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    #expect(
      SigningKey(text: secret)?.verifying.description
        == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    #expect(SigningKey(text: secret.replacing("c74f20a3", with: "c74f20a4")) == nil)
    #expect(VerifyingKey(text: "\(key.verifying)=") == nil)
  }

  @Test func `a checkpoint holds for its key, its head and its bytes alone`() throws {
    let checkpoint = try Checkpoint(head, signedBy: key)
    let read = try #require(Checkpoint(reading: checkpoint.text, signedBy: key.verifying))
    #expect(read == checkpoint)
    #expect(
      Checkpoint(reading: checkpoint.text, signedBy: SigningKey(name: key.name).verifying) == nil)
    let other = try Checkpoint(head, signedBy: key.named("example.fr/other"))
    #expect(Checkpoint(reading: other.text, signedBy: key.verifying) == nil)
  }

  @Test func `a thousand changes of a proof are all refused`() throws {
    var range = CompactRange()
    var leaves: [Hash] = []
    var headers: [[UInt8]] = []
    for n in 0..<11 {
      let header = try EntryHeader(
        at: "2026-11-23T08:30:00.000Z", kind: "ticket.opened", log: "example.fr/r/1",
        n: Int64(n), parts: [EntryPart(name: "body", content: [])], subject: "ticket/1"
      ).bytes()
      headers.append(header)
      leaves.append(.leaf(header))
      range.append(.leaf(header))
    }
    let tree = MerkleTree(size: 11) { _, first, count in
      Array(leaves[Int(first)..<Int(first) + count])
    }
    let head = LogHead(origin: "example.fr/r/1", size: 11, root: range.root)
    let file = ProofFile(
      header: headers[4], index: 4, path: try tree.inclusion(of: 4),
      checkpoint: try Checkpoint(head, signedBy: key))
    #expect(ProofFile(reading: file.text, signedBy: key.verifying) == file)
    #expect(file.isProven)
    var chance = SystemRandomNumberGenerator()
    for _ in 0..<1000 {
      var bytes = Array(file.text.utf8)
      bytes[Int.random(in: 0..<bytes.count, using: &chance)] ^= 1 << UInt8.random(in: 0..<7)
      let text = String(decoding: bytes, as: UTF8.self)
      let isAccepted = ProofFile(reading: text, signedBy: key.verifying)?.isProven ?? false
      #expect(!isAccepted, "\(text)")
    }
  }
}
