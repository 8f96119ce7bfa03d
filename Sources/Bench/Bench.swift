import Foundation
import Maintenance
import Store

/// Measures the product beside its floors and writes one table; passes no judgement.
///
/// `diligence-bench PROGRAM` measures, with PROGRAM for the cold start; `diligence-bench --bare` is
/// the floor of the cold start itself: a server with one empty page; `--clocks` measures deadlines
/// alone, `--contracts` reading alone, `--pricing` drafts alone, `--replays` facts alone,
/// `--press` printing alone, `--sessions` signing in alone, `--invoices [COUNT]` a month's run,
/// `--lists` lists alone, `--register PROGRAM` the register, and of it
/// `--appends [sqlite|postgres]`, `--verify` and `--proofs` one part.
@main
struct Bench {
  static func main() async {
    do {
      switch CommandLine.arguments.dropFirst().first {
      case "--bare": try await serveNothing()
      case "--clocks": try measureClocks()
      case "--contracts": try measureContracts()
      case "--pricing": say(Table(machine: machine(), rows: try PricingRates().rows).text)
      case "--replays": say(Table(machine: machine(), rows: try ReplayRates().rows).text)
      case "--press": say(Table(machine: machine(), rows: try await ContractPrinting().rows).text)
      case "--appends":
        let engine = CommandLine.arguments.dropFirst(2).first ?? ""
        try await measure(by: appendTable, program: engine)
      case "--verify": try await measure(by: verifyTable, program: "")
      case "--proofs": say(Table(machine: machine(), rows: try ProofRates().rows).text)
      case "--invoices": try await measureInvoices()
      case "--sessions": try await measure(by: sessionTable, program: "")
      case "--lists":
        try await measureLists(Array(CommandLine.arguments.dropFirst(2)), machine: machine())
      case "--register":
        guard CommandLine.arguments.count == 3 else { throw BenchFault(usage) }
        try await measure(by: registerTable, program: CommandLine.arguments[2])
      case let program?: try await measure(by: table, program: program)
      case nil: throw BenchFault(usage)
      }
    } catch {
      FileHandle.standardError.write(Data("diligence-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static let usage =
    """
    usage: diligence-bench [--register] PROGRAM | --bare | --clocks | --contracts | \
    --pricing | --replays | --press | --appends [sqlite|postgres] | --verify | --proofs | \
    --invoices [COUNT] | --sessions | --lists [FOLDER] [TICKETS…]
    """

  private static func measureClocks() throws {
    let clocks = try ClockRates()
    say(Table(machine: machine(), rows: clocks.rows, notes: clocks.notes).text)
  }

  private static func measureInvoices() async throws {
    let count = CommandLine.arguments.dropFirst(2).first.map { Int($0) ?? 0 }
    guard count ?? 1 > 0 else { throw BenchFault(usage) }
    try await measure(
      by: { _, folder in
        let rates = try await InvoicingRates(
          folder: folder, contracts: count ?? InvoicingRates.contracts)
        return Table(machine: machine(), rows: rates.rows, notes: rates.notes)
      }, program: "")
  }

  /// The hostile texts first, before anything else has taken memory.
  private static func measureContracts() throws {
    let hostile = try HostileReading()
    say(
      Table(machine: machine(), rows: try ContractReading().rows, notes: [hostile.note]).text)
  }

  private static func measure(
    by table: (_ program: String, _ folder: URL) async throws -> Table, program: String
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-bench.\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let outcome: Result<Table, any Error>
    do {
      outcome = .success(try await table(program, folder))
    } catch {
      outcome = .failure(error)
    }
    try FileManager.default.removeItem(at: folder)
    say(try outcome.get().text)
  }

  private static func table(program: String, folder: URL) async throws -> Table {
    var table = Table(machine: machine())
    table.notes.append(try HostileReading().note)
    table.rows += try ContractReading().rows
    let clocks = try ClockRates()
    table.rows += clocks.rows
    table.notes += clocks.notes
    table.rows += try PricingRates().rows
    table.rows += try ReplayRates().rows
    table.rows += try await ContractPrinting().rows
    let invoicing = try await InvoicingRates(folder: folder)
    table.rows += invoicing.rows
    table.notes += invoicing.notes
    let file = folder.appending(path: "bench.sqlite").path
    let filled = try await FilledDatabase.make(at: .sqlite(path: file))
    let starts = try ProgramStarts(program: program, database: file)
    table.rows += starts.rows
    let bare = try BareInsertion(path: folder.appending(path: "floor.sqlite").path)
    table.rows += try await AppendRates(
      engine: "SQLite", filled: filled, floor: AppendRates.floor(bare.run)
    ).rows()
    table.rows += try await PathLoad(
      engine: "SQLite", database: filled, folder: folder, insertion: bare.run
    ).rows()
    table.rows += try await VerifyRates(file: file, database: filled.database).rows()
    table.rows += try await SessionRates(database: filled, folder: folder).rows()
    try await filled.database.close()
    table.rows += try await registerRows(program: program, folder: folder)
    if let server = ProcessInfo.processInfo.environment["DILIGENCE_POSTGRES"] {
      let filled = try await FilledDatabase.make(at: .postgres(url: server))
      table.rows += try await AppendRates(
        engine: "PostgreSQL", filled: filled,
        floor: PostgresFloor(server: server, folder: folder).rate
      ).rows()
      table.rows += try await PathLoad(
        engine: "PostgreSQL", database: filled, folder: folder,
        insertion: { try await filled.database.insertOneRow() }
      ).rows()
      try await filled.database.close()
    } else {
      table.notes.append("DILIGENCE_POSTGRES is not set: SQLite only.")
    }
    return table
  }

  private static func sessionTable(program: String, folder: URL) async throws -> Table {
    var table = Table(machine: machine())
    let filled = try await FilledDatabase.make(
      at: .sqlite(path: folder.appending(path: "bench.sqlite").path))
    table.rows += try await SessionRates(database: filled, folder: folder).rows()
    try await filled.database.close()
    return table
  }

  /// What of the register is measured above, and alone.
  private static func registerTable(program: String, folder: URL) async throws -> Table {
    var table = try await appendTable(engine: "", folder: folder)
    table.rows += try await verifyTable("", folder: folder).rows
    table.rows += try await registerRows(program: program, folder: folder)
    return table
  }

  /// On both engines unless one is named.
  private static func appendTable(engine: String, folder: URL) async throws -> Table {
    var table = Table(machine: machine())
    if engine != "postgres" {
      let file = folder.appending(path: "appends.sqlite").path
      let filled = try await FilledDatabase.make(at: .sqlite(path: file))
      let bare = try BareInsertion(path: folder.appending(path: "floor.sqlite").path)
      table.rows += try await AppendRates(
        engine: "SQLite", filled: filled, floor: AppendRates.floor(bare.run)
      ).rows()
      try await filled.database.close()
    }
    let server = ProcessInfo.processInfo.environment["DILIGENCE_POSTGRES"]
    if engine != "sqlite", let server {
      let filled = try await FilledDatabase.make(at: .postgres(url: server))
      table.rows += try await AppendRates(
        engine: "PostgreSQL", filled: filled,
        floor: PostgresFloor(server: server, folder: folder).rate
      ).rows()
      try await filled.database.close()
    }
    return table
  }

  private static func verifyTable(_: String, folder: URL) async throws -> Table {
    let file = folder.appending(path: "verify.sqlite").path
    let filled = try await FilledDatabase.make(at: .sqlite(path: file))
    let rows = try await VerifyRates(file: file, database: filled.database).rows()
    try await filled.database.close()
    return Table(machine: machine(), rows: rows)
  }

  private static func registerRows(program: String, folder: URL) async throws -> [Table.Row] {
    let file = folder.appending(path: "million.sqlite").path
    let million = try await FilledDatabase.make(
      at: .sqlite(path: file), tickets: Restarts.ticketCount, keyFile: file + ".key")
    let rows = try Restarts(program: program, file: file).rows()
    try await million.database.close()
    return try rows + ProofRates().rows
  }

  private static func machine() -> String {
    let bytes = FileManager.default.contents(atPath: "/proc/loadavg") ?? Data()
    let load = String(decoding: bytes, as: UTF8.self).prefix { $0 != " " }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(cores) cores, shared with wrk; load before: \(load)"
  }
}

/// Why nothing could be measured.
struct BenchFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

func say(_ text: String) {
  FileHandle.standardOutput.write(Data((text + "\n").utf8))
}

func presentInstant() -> Instant {
  Instant(milliseconds: Int64(Date(timeIntervalSinceNow: 0).timeIntervalSince1970 * 1000))
}
