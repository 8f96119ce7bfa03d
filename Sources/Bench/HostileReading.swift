import ContractSource
import Foundation

/// The dearest texts that the reader's bounds let in: none may take a second or 200 MB.
struct HostileReading {
  /// One line for the table: the slowest, and the most memory held since the program began.
  let note: String

  init() throws {
    let clock = ContinuousClock()
    var slowest = (seconds: 0.0, name: "none")
    for (name, text) in try Self.texts() {
      let bytes = Array(Array(text.utf8).prefix(1 << 20))
      let seconds = clock.measure { _ = read(bytes, named: name) } / .seconds(1)
      if seconds > slowest.seconds { slowest = (seconds, name) }
    }
    let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    let peak =
      String(decoding: status, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("VmHWM:") }?.split(separator: " ").dropFirst().first ?? "?"
    let seconds = String(format: "%.2f", slowest.seconds)
    note =
      "Hostile contracts of 1 MiB: slowest \(seconds) s (\(slowest.name)), "
      + "peak memory \(peak) kB."
  }

  /// Each a mebibyte, or as much as the bound on values lets in.
  private static func texts() throws -> [(name: String, text: String)] {
    guard let example = FileManager.default.contents(atPath: "examples/atelier-lumen.yaml") else {
      throw BenchFault("examples/atelier-lumen.yaml cannot be read")
    }
    let contract = String(decoding: example, as: UTF8.self)
    func repeated(_ piece: String) -> String {
      String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    }
    func items(_ key: String, _ count: Int, _ item: (Int) -> String) -> String {
      contract + "\(key):\n" + (0..<count).map { "  - " + item($0) + "\n" }.joined()
    }
    let word = "le prix de 1 200 € HT par mois, sous 4 heures ouvrées, taux de 20 % "
    let prose = (0..<50).map { index in
      "{ id: a\(index), titre: T, texte: \"\(String(repeating: word, count: 280))\" }"
    }
    return [
      ("prose", contract + "articles:\n" + prose.map { "  - \($0)\n" }.joined()),
      ("one line", "besoins: " + repeated("mot ")), ("nesting", repeated("[")),
      ("keys", (0..<60_000).map { "cle\($0): 1\n" }.joined()),
      ("repeated keys", repeated("x: 1\n")), ("faulty chapters", repeated("prix: @\n")),
      ("quotes", repeated("prix: \"\n")), ("aliases", "a: &a [x]\n" + repeated("b: *a\n")),
      ("accents", "intitule: " + repeated("e\u{301}")), ("comments", repeated("# c\n")),
      ("sites", items("sites", 9_000) { "{ id: s\($0) }" }),
      ("operations", items("operations", 6_000) { "{ id: o\($0), recurrence: chaque lune }" }),
      ("numbers", "prix: [" + repeated("99999999999999999999, ")),
    ]
  }
}
