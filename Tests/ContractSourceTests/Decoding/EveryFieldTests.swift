import Testing

@testable import ContractSource
@testable import Maintenance

/// Every value of the format changed or removed, one at a time, in a contract that has them all.
struct EveryFieldTests {
  @Test func `whatever changes in a contract changes its commitments`() {
    let whole = contract(GroupShape.contract.sample)
    var untold: [String] = []
    var changes = 0
    for mutation in Mutation.all {
      let other = contract(mutation.root)
      guard other != whole else { continue }
      changes += 1
      if told(other) == told(whole) { untold.append(mutation.path) }
    }
    #expect(untold == [])
    #expect(changes > 500, "only \(changes) changes were tried")
  }

  @Test func `whatever changes in a contract changes its text`() {
    let whole = contract(GroupShape.contract.sample)
    let text = words(whole)
    let changed = Mutation.all.filter { $0.path.contains(" = ") }
    let untold = changed.map { ($0.path, contract($0.root)) }.filter { path, other in
      guard other != whole else { return false }
      return path.hasPrefix("articles")
        ? LegalText(of: other) == LegalText(of: whole) : words(other) == text
    }
    let told = untold.map(\.0).filter { path in !unprinted.contains { path.hasPrefix($0) } }
    #expect(told == [])
  }

  /// Identifiers that a label prints instead, and what another value of the sample overrides.
  private let unprinted = [
    "perimetre.exclusions[0].id", "client.obligations[0].id", "prix.forfait[0].id",
    "prix.frais[0].id", "prix.options[0].id", "prix.remises[0].id", "prix.tickets[0].id",
    "articles[0].apres", "responsabilite.plafond", "prix.forfait[0].sur",
  ]

  @Test func `every value of the format is kept`() {
    let whole = contract(GroupShape.contract.sample)
    let lost = Mutation.all.map { ($0.path, contract($0.root)) }.filter { path, other in
      path.contains(" = ") && other == whole
    }
    #expect(
      lost.map(\.0) == ["duree.preavis = 4 h"], "the renewal's own notice stands over this one")
  }

  /// What a comparison looks at: a change of name alone would go unsaid.
  private func told(_ contract: Contract) -> [[String]] {
    contract.commitments.map { [$0.key, $0.value] }
  }

  @Test func `commitments have keys of their own`() {
    let keys = contract(GroupShape.contract.sample).commitments.map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  /// The library's articles and annexes before they are numbered and typeset, which costs more.
  private func words(_ contract: Contract) -> [String] {
    contract.libraryArticles.map(\.words) + contract.annexes.flatMap { $0.blocks.map(\.words) }
  }

  private func contract(_ root: Node) -> Contract {
    let log = FindingLog(source: SourceText(""))
    return Fields.read(root, path: "", log: log) { Contract($0, log: log) } ?? Contract()
  }
}

/// One value of the whole sample changed or taken away.
private struct Mutation {
  var path: String
  var root: Node

  static var all: [Mutation] {
    mutations(of: GroupShape.contract.sample, .group(.contract), path: "")
  }

  private static func mutations(of node: Node, _ shape: Shape?, path: String) -> [Mutation] {
    guard let shape else { return [] }
    switch node.content {
    case .refused: return []
    case .scalar(let scalar):
      return other(than: scalar.text, shape).map {
        [Mutation(path: "\(path) = \($0)", root: text($0))]
      } ?? []
    case .list(let items):
      return items.indices.flatMap { index in
        mutations(of: items[index], shape.item, path: "\(path)[\(index)]").map { inner in
          var items = items
          items[index] = inner.root
          return Mutation(path: inner.path, root: Node(offset: 0, content: .list(items)))
        }
      }
    case .map(let entries):
      return entries.indices.flatMap { index -> [Mutation] in
        let key = entries[index].key
        let inner = path.isEmpty ? key : "\(path).\(key)"
        var rest = entries
        rest.remove(at: index)
        let removed = Mutation(
          path: "\(inner) removed", root: Node(offset: 0, content: .map(rest)))
        return [removed]
          + mutations(of: entries[index].value, shape.group?.shape(of: key), path: inner).map {
            var entries = entries
            entries[index].value = $0.root
            return Mutation(path: $0.path, root: Node(offset: 0, content: .map(entries)))
          }
      }
    }
  }

  private static func text(_ text: String) -> Node {
    Node(offset: 0, content: .scalar(Scalar(text: text, isPlain: false)))
  }

  /// Another good text for the same place, when the shape allows one.
  private static func other(than text: String, _ shape: Shape) -> String? {
    guard case .text(_, let form)? = shape.choices.last(where: { $0.group == nil }) else {
      return nil
    }
    switch form {
    case .free: return "autre"
    case .flag: return text == "true" ? "false" : "true"
    case .words(let words): return words.last.flatMap { $0 == text ? nil : $0 }
    case .number: return text == "7" ? "8" : "7"
    case .pattern(_, let examples):
      if let example = examples.first(where: { $0 != text }) { return example }
      return ["postes": "serveurs", "69005": "38000"][text]
        ?? (Day(iso: text) != nil ? "2031-03-04" : nil)
        ?? (Month(iso: text) != nil ? "2031-03" : nil)
    }
  }
}
