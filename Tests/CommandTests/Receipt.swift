import Foundation
import Testing

/// That a command's output ends with the receipt of that kind of entry, and that Go's own packages
/// accept its proof under the register's key, until the proof is altered.
func expectReceipt(_ output: String, of kind: String, in path: String) throws {
  let start = try #require(output.range(of: "c2sp.org/tlog-proof@v1"))
  let (told, proof) = (output[..<start.lowerBound], String(output[start.lowerBound...]))
  let place = try #require(
    told.firstMatch(
      of: #/Inscription (\d+) du journal (\S+), position (\d+) : (\S+)\nFeuille (\w+)/#))
  #expect(place.4 == kind)
  let row = try sqlite(
    "SELECT n || ' ' || kind || ' ' || lower(hex(leaf)) FROM entry WHERE pos = \(place.3)", path)
  #expect(row == "\(place.1) \(kind) \(place.5)\n")
  #expect(proof.contains("\n\n\(place.2)\n"))
  let key = try Command("register", "key", "--database", path).outcome().output
    .trimmingCharacters(in: .newlines)
  #expect(try isProven(proof, by: key))
  #expect(try !isProven(proof.replacing("index \(place.1)\n", with: "index 99\n"), by: key))
}

private func isProven(_ proof: String, by key: String) throws -> Bool {
  let judge = Process()
  judge.executableURL = Command.root.appending(path: ".tools/checkproof")
  judge.arguments = [key]
  let (asked, said) = (Pipe(), Pipe())
  (judge.standardInput, judge.standardOutput) = (asked, said)
  try judge.run()
  try asked.fileHandleForWriting.write(
    contentsOf: Data((Data(proof.utf8).base64EncodedString() + "\n").utf8))
  try asked.fileHandleForWriting.close()
  let verdict = try said.fileHandleForReading.readToEnd() ?? Data()
  judge.waitUntilExit()
  return verdict == Data("yes\n".utf8)
}
