import Foundation
import Maintenance
import Operations
import Store
import Testing

extension SigningTests {
  /// The evidence file carries what was signed, and its verifier holds each to the register.
  func expectEvidence(
    of operations: Operations, _ envelope: Envelope, holds documents: [[UInt8]], in folder: URL
  ) async throws {
    let file = try #require(try await operations.evidenceFile(of: envelope.agreement))
    let key = try #require(try await operations.database.read { try $0.publicKey() })
    #expect(try verdict(on: file, key, in: folder).hasPrefix("0 "))
    let kept = folder.appending(path: "out/documents")
    let names = try FileManager.default.contentsOfDirectory(atPath: kept.path)
    let found = try names.map { try [UInt8](Data(contentsOf: kept.appending(path: $0))) }
    #expect(Set(found) == Set(documents))
    let other = "documents/\(String(repeating: "a", count: 64)).pdf"
    let renamed = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "renamed.py")
    try python([renamed.path, "dossier.zip", "autre.zip", names[0], other], in: folder)
    #expect(
      try python(["out/verifier.py", "autre.zip", key], in: folder).hasPrefix("1 REFUSÉ"))
  }
}
