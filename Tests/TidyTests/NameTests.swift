import Testing

struct NameTests {
  private static let areas: Set = [
    "Contracts", "Parties", "Fleet", "Tickets", "Clocks", "Coverage", "Plans", "Advice",
    "Acceptance", "Accounts", "Billing", "Invoices", "Reports", "Signatures", "Mail",
    "Purchases",
  ]
  private static let emptyFolders: Set = ["Common", "Core", "Shared", "Utils", "Helpers", "Misc"]
  private static let emptySuffixes = [
    "Manager", "Helper", "Helpers", "Utils", "Service", "Handler", "Processor", "Impl", "Base",
    "Data", "Info", "Wrapper",
  ]

  /// Words of the law on personal data, which would be empty elsewhere.
  private static let wordsOfTheTrade: Set = ["PersonalData", "Processor"]

  @Test func `no name is empty of meaning`() {
    #expect(Repository.swift.flatMap(emptyNames) == [])
  }

  @Test func `an empty name is found in a folder, a file and a type`() {
    let file = SourceFile(
      path: "Sources/Store/Utils/TicketHelper.swift", text: "  final class RowManager<T> {}")
    #expect(emptyNames(file).count == 3)
    #expect(emptyNames(SourceFile(path: "Sources/Store/Database.swift", text: "")) == [])
  }

  @Test func `rules are filed by area`() {
    let strays = Repository.swift.filter { file in
      file.target == "Maintenance"
        && !(file.folders.first.map { Self.areas.contains($0) || $0 == "Values" } ?? false)
    }
    #expect(strays.map(\.path) == [])
  }

  @Test func `file names are unique within a target`() {
    let paths = Dictionary(grouping: Repository.swift) { $0.target + "/" + $0.name }
    #expect(paths.values.filter { $0.count > 1 }.map { $0.map(\.path) } == [])
  }

  @Test func `tests stand in the same folders as their subjects`() {
    let strays = Repository.swift.filter { file in
      guard file.isTest, file.target != "TidyTests", file.target != "CommandTests" else {
        return false
      }
      let subject = (["Sources", String(file.target.dropLast(5))] + file.folders)
      return !file.target.hasSuffix("Tests") || !Repository.holds(subject.joined(separator: "/"))
    }
    #expect(strays.map(\.path) == [])
  }

  private func emptyNames(_ file: SourceFile) -> [String] {
    let folders = file.folders.filter { Self.emptyFolders.contains($0) }
    let types = file.lines.compactMap(declaredType)
    let names = ([file.stem] + types).filter { name in
      !Self.wordsOfTheTrade.contains(name) && Self.emptySuffixes.contains { name.hasSuffix($0) }
    }
    return (folders + names).map { file.finding("\($0) says nothing: name what it holds or does") }
  }

  private func declaredType(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    guard let kind = words.firstIndex(where: kinds.contains), kind < 4, kind + 1 < words.count,
      words[0] != "///", words[0] != "//"
    else { return nil }
    return String(words[kind + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }
}
