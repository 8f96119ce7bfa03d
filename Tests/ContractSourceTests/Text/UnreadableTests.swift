import ContractSource
import Testing

/// Files that are no contract at all.
struct UnreadableTests {
  static let texts = [
    "⟦FMT-03⟧", "⟦FMT-03⟧# rien\n", "⟦FMT-10⟧- a\n- b\n", "⟦FMT-10⟧bonjour\n",
    "a: b⟦FMT-04⟧: c\n",
    "a: [1, 2\n⟦FMT-04⟧", "a: ⟦FMT-04⟧\"sans fin\n", "a:\n⟦FMT-04⟧\tb: 1\n",
    "a: 1\n b⟦FMT-04⟧: 2\n", "a: 1\n⟦FMT-06⟧---\nb: 2\n", "a: ⟦FMT-04⟧\u{7}\n", "a: ⟦FMT-04⟧@b\n",
  ]

  @Test(arguments: texts)
  func `a text that is no contract is refused at its place`(_ marked: String) {
    let text = MarkedText(marked)
    text.expectMarks()
    #expect(!text.reading.isReadable)
    #expect(FindingReport(text.reading).exitCode == 2)
  }

  @Test func `bytes that are no text are counted to the first bad one`() {
    let reading = read(Array("reference: caf".utf8) + [0xE9, 0x0A], named: "latin1.yaml")
    #expect(reading.findings.map(\.rule) == ["FMT-02"])
    #expect(reading.findings.first?.message.hasSuffix("décalage 14") == true)
  }

  @Test func `a file over a mebibyte is refused, one of a mebibyte is read`() {
    let line = Array("# commentaire\n".utf8)
    let bytes = Array(repeatElement(line, count: 80_000).joined())
    #expect(read(Array(bytes[..<(1 << 20)]), named: "a").findings.map(\.rule) == ["FMT-03"])
    #expect(read(Array(bytes[...(1 << 20)]), named: "a").findings.map(\.rule) == ["FMT-01"])
  }

  @Test func `a byte order mark is no fault`() {
    let reading = read([0xEF, 0xBB, 0xBF] + Array(sampleContract.utf8), named: "bom.yaml")
    #expect(reading.findings == [])
  }

  @Test func `lines may end as they do on any system`() {
    for ending in ["\r\n", "\r"] {
      let text = sampleContract.replacing("\n", with: ending)
        .replacing("mode: virement", with: "mode: virment")
      let findings = read(Array(text.utf8), named: "t").findings
      let line = sampleContract.split(separator: "\n").firstIndex { $0 == "  mode: virement" }
      #expect(findings.map(\.position.line) == [line.map { $0 + 1 }])
    }
  }
}
