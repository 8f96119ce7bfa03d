import Testing

struct SizeTests {
  @Test func `every file and function fits on a screen or few`() {
    #expect(Repository.swift.count > 20)
    #expect(Repository.swift.flatMap(oversized) == [])
  }

  @Test func `every script fits on a screen or two`() {
    #expect(Repository.scripts.count > 5)
    #expect(Repository.scripts.filter { $0.lines.count > 81 }.map(\.path) == [])
  }

  @Test func `what is too long is found`() {
    let wide = String(repeating: "é", count: 101)
    let file = "struct A {\n  func f() {\n" + String(repeating: "    g()\n", count: 60) + "  }\n}\n"
    #expect(oversized(SourceFile(path: "Sources/A/B.swift", text: wide)).count == 1)
    #expect(
      oversized(SourceFile(path: "Sources/A/B.swift", text: file)) == [
        "Sources/A/B.swift:2: 62 lines in a function, above 60"
      ])
    let tall = SourceFile(path: "Sources/A/B.swift", text: String(repeating: "\n", count: 302))
    #expect(oversized(tall) == ["Sources/A/B.swift: 302 lines, above 300"])
  }
}

private func oversized(_ file: SourceFile) -> [String] {
  let count = file.lines.count - 1
  let long = count > 300 ? [file.finding("\(count) lines, above 300")] : []
  let wide = file.lines.indices.filter { file.lines[$0].count > 100 }
    .map { file.finding(line: $0 + 1, "above 100 columns") }
  let functions = file.functions.filter { $0.lines.count > 60 }
    .map { file.finding(line: $0.line, "\($0.lines.count) lines in a function, above 60") }
  return long + wide + functions
}
