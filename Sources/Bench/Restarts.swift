import Foundation

/// The program's return after a kill, on a register of a million entries: the file and its
/// write-ahead log as they lie, copied while the writer still holds them open.
struct Restarts {
  /// Four entries a ticket, less for the newest.
  static let ticketCount = 251_000
  private static let count = 5

  let program: String
  let file: String

  func rows() throws -> [Table.Row] {
    let bare = CommandLine.arguments[0]
    var starts: [Double] = []
    var floors: [Double] = []
    for _ in 1...Self.count {
      floors.append(try Start(bare, ["--bare"], isMeasuringMemory: false).delay)
      let killed = try copyAsKilled()
      let start = try Start(
        program, ["serve", "--database", killed, "--port", "0"], isMeasuringMemory: false)
      starts.append(start.delay)
    }
    return [
      Table.Row(
        "restart after a kill, a million entries: first page", "ms", subject: starts.median,
        floor: floors.median, floorName: "bare server")
    ]
  }

  private func copyAsKilled() throws -> String {
    let copy = file + ".killed"
    let files = FileManager.default
    for end in ["", "-wal", "-shm", ".key", ".key.mark", ".lock"] {
      let (from, to) = (file + end, copy + end)
      if files.fileExists(atPath: to) { try files.removeItem(atPath: to) }
      // The index of the log and the lock belonged to the process that is gone.
      guard end != "-shm", end != ".lock", files.fileExists(atPath: from) else { continue }
      try files.copyItem(atPath: from, toPath: to)
    }
    return copy
  }
}
