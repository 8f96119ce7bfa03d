import Foundation

/// Bare durable rows a second on a PostgreSQL server, by its own `pgbench`: one integer into a
/// table of one column, a connection for each writer, prepared, a transaction each.
struct PostgresFloor {
  private static let programs = "/usr/lib/postgresql/15/bin"
  let server: String
  /// Where its script and its answers are kept.
  let folder: URL

  func rate(_ writers: Int) async throws -> Double {
    let script = folder.appending(path: "floor.sql")
    try Data("INSERT INTO bench_floor VALUES (1);\n".utf8).write(to: script)
    _ = try await run(
      "psql", ["-qc", "CREATE TABLE IF NOT EXISTS bench_floor (n integer NOT NULL)", server])
    let seconds = AppendRates.span / .seconds(1)
    let short = try await rate(writers, each: 20, script)
    return try await rate(writers, each: max(20, Int(short * seconds) / writers), script)
  }

  /// By count: what Dispatch starts never hears the alarm that ends a run by time.
  private func rate(_ writers: Int, each count: Int, _ script: URL) async throws -> Double {
    let answer = try await run(
      "pgbench",
      [
        "-n", "-M", "prepared", "-c", "\(writers)", "-j", "\(min(writers, 2))", "-t", "\(count)",
        "-f", script.path, server,
      ])
    let line = answer.split(separator: "\n").first { $0.hasPrefix("tps = ") }
    guard let rate = line.flatMap({ Double($0.split(separator: " ")[2]) }) else {
      throw BenchFault("pgbench: \(answer)")
    }
    return rate
  }

  /// A schema of that name, which may be there already.
  func make(schema: String) async throws {
    _ = try await run("psql", ["-qc", "CREATE SCHEMA IF NOT EXISTS \(schema)", server])
  }

  /// What the server would do by itself within minutes.
  func vacuum() async throws {
    _ = try await run("psql", ["-qc", "VACUUM ANALYZE", "-c", "CHECKPOINT", server])
  }

  private func run(_ program: String, _ arguments: [String]) async throws -> String {
    let answer = folder.appending(path: "\(program).txt")
    try Data().write(to: answer)
    let process = Process()
    process.executableURL = URL(filePath: "\(Self.programs)/\(program)")
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: answer)
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    return try String(contentsOf: answer, encoding: .utf8)
  }
}
