import Foundation
import Testing

struct FormatCommandTests {
  @Test func `the canonical form is printed, looked for, or written`() throws {
    try withFolder { folder in
      let file = folder.appending(path: "contrat.yaml")
      try "reference: R\nformat:   'diligence/contrat/1'\n".write(
        to: file, atomically: true, encoding: .utf8)
      let canonical = "format: diligence/contrat/1\nreference: R\n"
      #expect(try Command("fmt", file.path).outcome().output == canonical)
      #expect(try Command("fmt", file.path, "--check").outcome().status == 1)
      #expect(try Command("fmt", file.path, "--in-place").outcome().status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8) == canonical)
      #expect(try Command("fmt", file.path, "--check").outcome().status == 0)
    }
  }

  @Test func `a faulty file is refused with its fault, and left as it is`() throws {
    try withFolder { folder in
      let file = folder.appending(path: "contrat.yaml")
      let text = "prix: [1\nduree: 2\n"
      try text.write(to: file, atomically: true, encoding: .utf8)
      let outcome = try Command("fmt", file.path, "--in-place").outcome()
      #expect(outcome.status == 2)
      #expect(outcome.complaint.contains("FMT-04"))
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
  }
}
