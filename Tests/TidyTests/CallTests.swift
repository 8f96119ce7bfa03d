import Testing

struct CallTests {
  /// A text that must not stand in code, why, and the folders where it may all the same.
  private static let refused: [(text: String, why: String, except: [String])] = [
    ("TODO", "file an issue", []),
    ("FIXME", "file an issue", []),
    ("MARK:", "a file that needs banners needs cutting", []),
    ("[String: Any]", "write a type", []),
    ("fatalError(", "throw, or state a precondition", []),
    ("try!", "let it throw", []),
    ("try?", "an error is handled or passed on", ["Tests/"]),
    ("print(", "log, or write the answer from a command", ["Sources/diligence/"]),
    ("Date()", "time comes in as an argument", ["Sources/diligence/"]),
    ("Date.now", "time comes in as an argument", ["Sources/diligence/"]),
    ("UUID()", "identity comes in as an argument", ["Sources/diligence/"]),
  ]

  @Test func `no code calls what is refused`() {
    #expect(Repository.judged.flatMap(refusedCalls) == [])
  }

  @Test func `a refused call is found, and its allowed places are left alone`() {
    let text = "let a = Date()\nlet b = expiryDate()\nfingerprint(a)\nprint(b)"
    let rule = SourceFile(path: "Sources/Maintenance/A.swift", text: text)
    #expect(refusedCalls(rule).count == 2)
    let command = SourceFile(path: "Sources/diligence/A.swift", text: text)
    #expect(refusedCalls(command) == [])
  }

  @Test func `every test expects something`() {
    #expect(Repository.judged.filter(\.isTest).flatMap(emptyTests) == [])
  }

  @Test func `a test that expects nothing is found`() {
    let text = """
      struct ATests {
        @Test func `it runs`() {
          run()
        }
        @Test(arguments: [1, 2])
        func `it runs twice`(_ times: Int) {
          #expect(run(times) == 2)
        }
      }
      """
    #expect(emptyTests(SourceFile(path: "Tests/ATests/ATests.swift", text: text)).count == 1)
  }

  private func refusedCalls(_ file: SourceFile) -> [String] {
    Self.refused.flatMap { call in
      call.except.contains { file.path.hasPrefix($0) }
        ? []
        : file.lines(with: call.text).map { file.finding(line: $0, "\(call.text): \(call.why)") }
    }
  }

  private func emptyTests(_ file: SourceFile) -> [String] {
    file.functions.filter { function in
      function.declaration.contains("func `")
        && !["#expect", "#require", "expect", "Issue.record"].contains(where: function.says)
    }.map { file.finding(line: $0.line, "this test expects nothing") }
  }
}
