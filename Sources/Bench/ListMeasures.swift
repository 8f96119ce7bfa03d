import Foundation
import Store

extension Bench {
  /// `--lists [FOLDER] [SIZE…]`: filled databases stay in FOLDER, on PostgreSQL in schemas, and are
  /// taken as they are by the next run.
  static func measureLists(_ arguments: [String], machine: String) async throws {
    let sizes = arguments.compactMap(Int.init)
    let kept = arguments.first { Int($0) == nil }
    let own = FileManager.default.temporaryDirectory
      .appending(path: "diligence-lists.\(ProcessInfo.processInfo.processIdentifier)")
    let folder = kept.map { URL(filePath: $0) } ?? own
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let rates = ListRates(folder: folder, sizes: sizes.isEmpty ? ListRates.sizes : sizes)
    let outcome: Result<[Growth], any Error>
    do { outcome = .success(try await growths(rates)) } catch { outcome = .failure(error) }
    if kept == nil { try FileManager.default.removeItem(at: folder) }
    say(Growth.table(try outcome.get(), rates.sizes, machine: machine))
  }

  private static func growths(_ rates: ListRates) async throws -> [Growth] {
    var growths = try await rates.growths("SQLite") { size in
      .sqlite(path: rates.folder.appending(path: "lists-\(size).sqlite").path)
    }
    guard let server = ProcessInfo.processInfo.environment["DILIGENCE_POSTGRES"] else {
      FileHandle.standardError.write(Data("DILIGENCE_POSTGRES is not set: SQLite only.\n".utf8))
      return growths
    }
    let floor = PostgresFloor(server: server, folder: rates.folder)
    growths += try await rates.growths("PostgreSQL") { size in
      let schema = "bench_lists_\(size)"
      try await floor.make(schema: schema)
      let sign = server.contains("?") ? "&" : "?"
      return .postgres(url: "\(server)\(sign)options=-csearch_path%3D\(schema)")
    } settle: {
      try await floor.vacuum()
    }
    return growths
  }
}
