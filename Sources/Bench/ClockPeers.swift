import Foundation

/// Packages of other languages, asked through the scripts of `bin/`.
struct ClockPeers {
  struct Answer {
    let name: String
    let deadlines: Double
    let elapsed: Double
    /// Sum of the deadlines, to see that the answers are the same.
    let dueSum: Int
  }

  private static let scripts = [
    ["/usr/bin/perl", "bin/bench-clocks.pl"], [".tools/peers/bin/python", "bin/bench-clocks.py"],
  ]

  /// What runs here; a note for each script that does not.
  static func answers(to questions: [ClockRates.Question]) -> ([Answer], [String]) {
    let input = questions.map { "\($0.start) \($0.delay) \($0.end)\n" }.joined()
    var answers: [Answer] = []
    var notes: [String] = []
    for script in scripts {
      do {
        answers += try run(script, input).split(separator: "\n").compactMap(answer)
      } catch {
        notes.append("\(script[1]) did not run: \(error)")
      }
    }
    return (answers, notes)
  }

  private static func answer(_ line: Substring) -> Answer? {
    let cells = line.split(separator: "\t")
    guard cells.count == 5, let deadlines = Double(cells[1]), let elapsed = Double(cells[2]),
      let sum = Int(cells[3])
    else { return nil }
    return Answer(name: String(cells[0]), deadlines: deadlines, elapsed: elapsed, dueSum: sum)
  }

  private static func run(_ script: [String], _ input: String) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "diligence-clocks.\(ProcessInfo.processInfo.processIdentifier)")
    try Data(input.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: script[0])
    process.arguments = [script[1]]
    process.environment = ["TZ": "Europe/Paris", "PATH": "/usr/bin:/bin"]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try FileManager.default.removeItem(at: file)
    guard process.terminationStatus == 0 else {
      throw BenchFault("it ended with \(process.terminationStatus)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
