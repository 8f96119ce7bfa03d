import Foundation
import Testing

struct LevelsCommandTests {
  @Test func `the levels of a month are told in text and JSON, each with its article`() throws {
    try withFolder { folder in
      let path = folder.appending(path: "a.db").path
      let server = try Command("serve", "--demo", "--database", path, "--port", "0")
      #expect(server.says("http://127.0.0.1:"))
      server.process.terminate()
      #expect(try server.outcome().status == 0)
      let contracts = try sqlite("SELECT id FROM agreement ORDER BY id", path)
        .split(separator: "\n").compactMap { Int64($0) }.map(identity)
      // A month begins in Paris up to two hours before UTC's.
      let months = try sqlite(
        """
        SELECT DISTINCT strftime('%Y-%m', opened_ms / 1000 + ahead, 'unixepoch')
        FROM ticket, (SELECT 0 AS ahead UNION ALL SELECT 7200)
        """, path
      ).split(separator: "\n").map(String.init)
      var (tickets, decided) = (0, 0)
      for contract in contracts {
        for month in months {
          let asked = ["levels", contract, "--database", path, "--month", month]
          let said = try Command(asked + ["--format", "json"]).outcome()
          #expect(said.status == 0)
          let record = try JSONDecoder().decode(Record.self, from: Data(said.output.utf8))
          #expect(record.contract == contract && record.from == month + "-01" && record.isWhole)
          #expect(record.promises.allSatisfy { !$0.article.isEmpty })
          let broken = record.promises.map { $0.counts["broken"] ?? 0 }.reduce(0, +)
          #expect(record.missed.count == broken)
          tickets += record.tickets
          decided += record.promises.flatMap { $0.counts.values }.reduce(0, +)
          let text = try Command(asked).outcome()
          #expect(text.output.contains(" : \(record.tickets) tickets"))
          #expect(text.output.components(separatedBy: "dépassé  ticket").count == broken + 1)
        }
      }
      #expect(tickets > 0 && decided >= tickets)
      try checkAnyDays(contracts, months, tickets, path)
      let unknown = ["levels", "0000000000001", "--database", path]
      #expect(try Command(unknown).outcome().status == 2)
      let wrong = ["levels", contracts[0], "--database", path, "--month", "2026-13"]
      #expect(try Command(wrong).outcome().status != 0)
    }
  }

  /// Any days: all months at once hold the tickets of each, and what is no period is refused.
  private func checkAnyDays(
    _ contracts: [String], _ months: [String], _ tickets: Int, _ path: String
  ) throws {
    let first = (months.min() ?? "") + "-01"
    let last = "\((months.max() ?? "").prefix(4))-12-31"
    var sum = 0
    for contract in contracts {
      let asked = ["levels", contract, "--database", path, "--from", first]
      let said = try Command(asked + ["--to", last, "--format", "json"]).outcome()
      let record = try JSONDecoder().decode(Record.self, from: Data(said.output.utf8))
      #expect(record.from == first && record.to == last)
      sum += record.tickets
      for wrong in [["--to", "2020-01-01"], ["--to", "demain"], [], ["--month", "2026-11"]] {
        #expect(try Command(asked + wrong).outcome().status != 0)
      }
    }
    #expect(sum == tickets)
  }

  private struct Record: Decodable {
    struct Promise: Decodable {
      var counts: [String: Int]
      var article: String
    }

    struct Missed: Decodable {
      var ticket: String
    }

    var contract: String
    var from: String
    var to: String
    var tickets: Int
    var isWhole: Bool
    var promises: [Promise]
    var missed: [Missed]
  }
}
