import Foundation

/// Cold start and idle memory of the program on a filled database, beside a bare server's.
struct ProgramStarts {
  private static let count = 7

  let rows: [Table.Row]

  init(program: String, database: String) throws {
    let copy = database + ".copy"
    try FileManager.default.copyItem(atPath: database, toPath: copy)
    let bare = CommandLine.arguments[0]
    var starts: [Start] = []
    var floors: [Start] = []
    for turn in 1...ProgramStarts.count {
      let isLast = turn == ProgramStarts.count
      floors.append(try Start(bare, ["--bare"], isMeasuringMemory: isLast))
      starts.append(
        try Start(
          program, ["serve", "--database", copy, "--port", "0"], isMeasuringMemory: isLast))
    }
    rows = [
      Table.Row(
        "cold start: spawn to first 200 on /tickets", "ms", subject: starts.map(\.delay).median,
        floor: floors.map(\.delay).median, floorName: "bare server"),
      Table.Row(
        "idle memory, resident (VmRSS)", "MB", subject: starts.map(\.resident).max() ?? 0,
        floor: floors.map(\.resident).max() ?? 0, floorName: "bare server"),
      Table.Row(
        "idle memory, anonymous (RssAnon)", "MB", subject: starts.map(\.anonymous).max() ?? 0,
        floor: floors.map(\.anonymous).max() ?? 0, floorName: "bare server"),
    ]
  }
}

/// One start of a server, until it has given its first page.
struct Start {
  private(set) var delay = 0.0
  private(set) var resident = 0.0
  private(set) var anonymous = 0.0

  /// Memory is read two seconds after the first page.
  init(_ program: String, _ arguments: [String], isMeasuringMemory: Bool) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let said = Pipe()
    process.standardError = said
    let clock = ContinuousClock()
    let start = clock.now
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    let port = try Start.port(from: said, of: program)
    let status = try LoopbackRequest(path: "/tickets").answer(port: port).status
    delay = (clock.now - start) / .milliseconds(1)
    guard status == 200 else { throw BenchFault("\(program): /tickets answers \(status)") }
    guard isMeasuringMemory else { return }
    Thread.sleep(forTimeInterval: 2)
    let path = "/proc/\(process.processIdentifier)/status"
    let lines =
      FileManager.default.contents(atPath: path)
      .map { String(decoding: $0, as: UTF8.self).split(separator: "\n") } ?? []
    resident = Start.megabytes("VmRSS:", lines)
    anonymous = Start.megabytes("RssAnon:", lines)
  }

  private static func port(from pipe: Pipe, of program: String) throws -> Int {
    var said = ""
    while true {
      let more = pipe.fileHandleForReading.availableData
      guard !more.isEmpty else { throw BenchFault("\(program) ended: \(said)") }
      said += String(decoding: more, as: UTF8.self)
      guard let start = said.firstRange(of: "127.0.0.1:")?.upperBound else { continue }
      let rest = said[start...]
      let digits = rest.prefix(while: \.isNumber)
      if digits.count < rest.count, let port = Int(digits) { return port }
    }
  }

  private static func megabytes(_ name: String, _ lines: [Substring]) -> Double {
    let words = lines.first { $0.hasPrefix(name) }?.split(whereSeparator: \.isWhitespace) ?? []
    return words.count > 1 ? (Double(words[1]) ?? 0) / 1024 : 0
  }
}

extension [Double] {
  /// The middle one of an odd number.
  var median: Double {
    isEmpty ? 0 : sorted()[count / 2]
  }
}
