import Maintenance

/// The keys that their group may not lack: the rules call their absence an error whether all else
/// is written or nothing is, and whatever is chosen around them and for the client.
///
/// Found by asking the rules, so that they stay the only ones who know. Paths as the format has
/// them, `sites[].nom`. Costs a dozen examinations for each candidate.
struct RequiredKeys {
  /// A key that holds one of some words, or yes and no.
  private struct Choice {
    var path: String
    var words: [String]
  }

  private let sample = GroupShape.contract.sample
  private let choices = Self.choices(of: .contract, under: "")

  static func find() -> Set<String> {
    let finder = RequiredKeys()
    let missed = finder.errors(GroupShape.contract.skeleton)
    let whole = finder.errors(finder.sample)
    return Set(missed.subtracting(whole).filter(finder.isAlwaysRequired))
  }

  private func isAlwaysRequired(_ path: String) -> Bool {
    guard let less = sample.replacing(keys(of: path), with: nil) else { return false }
    return errors(Node.groups(above: keys(of: path))).contains(path)
      && errors(less).contains(path)
      && choices.filter { bears($0, on: path) }.allSatisfy { choice in
        choice.words.allSatisfy { word in
          let text = Node(offset: 0, content: .scalar(Scalar(text: word, isPlain: false)))
          guard let chosen = less.replacing(keys(of: choice.path), with: text) else { return true }
          return errors(chosen).contains(path)
        }
      }
  }

  /// A choice bears on the keys beside it and within, and what the client is on all.
  private func bears(_ choice: Choice, on path: String) -> Bool {
    guard choice.path != path else { return false }
    let group = choice.path.lastIndex(of: ".").map { choice.path[..<$0] } ?? ""
    return group == "parties.client" || path.hasPrefix(group)
  }

  private func errors(_ node: Node) -> Set<String> {
    let log = FindingLog(source: SourceText(""))
    _ = judge(node, log: log)
    return Set(log.findings.filter { $0.severity == .error }.map { generic($0.path) })
  }

  private static func choices(of group: GroupShape, under path: String) -> [Choice] {
    group.keys.flatMap { key -> [Choice] in
      let here = path.isEmpty ? key.name : "\(path).\(key.name)"
      switch key.shape {
      case .text(_, .flag): return [Choice(path: here, words: ["true", "false"])]
      case .text(_, .words(let words)): return [Choice(path: here, words: words)]
      default:
        let inner = key.shape.group.map { choices(of: $0, under: here) } ?? []
        let items = key.shape.item?.group.map { choices(of: $0, under: here + "[]") } ?? []
        return inner + items
      }
    }
  }

  private func keys(of path: String) -> ArraySlice<Substring> {
    path.split(separator: ".")[...]
  }

  /// `sites[0].nom` as `sites[].nom`.
  private func generic(_ path: String) -> String {
    path.split(separator: "[", omittingEmptySubsequences: false).enumerated().map { index, part in
      index == 0 ? String(part) : "[" + part.drop { $0 != "]" }
    }.joined()
  }
}

extension Node {
  /// The groups in which that key would stand, and nothing else.
  fileprivate static func groups(above path: ArraySlice<Substring>) -> Node {
    guard let first = path.first, path.count > 1 else { return Node(offset: 0, content: .map([])) }
    let inner = groups(above: path.dropFirst())
    let isItem = first.hasSuffix("[]")
    return Node(
      offset: 0,
      content: .map([
        Entry(
          key: String(isItem ? first.dropLast(2) : first), keyOffset: 0,
          value: isItem ? Node(offset: 0, content: .list([inner])) : inner)
      ]))
  }

  /// The same tree with another value for one key, or without it; nothing when it has none.
  fileprivate func replacing(_ path: ArraySlice<Substring>, with value: Node?) -> Node? {
    guard let first = path.first, case .map(var entries) = content else { return nil }
    let isItem = first.hasSuffix("[]")
    let name = isItem ? first.dropLast(2) : first
    guard let index = entries.firstIndex(where: { $0.key == name }) else { return nil }
    let rest = path.dropFirst()
    if rest.isEmpty {
      if let value { entries[index].value = value } else { entries.remove(at: index) }
    } else if isItem {
      guard case .list(var items) = entries[index].value.content,
        let item = items.first?.replacing(rest, with: value)
      else { return nil }
      items[0] = item
      entries[index].value.content = .list(items)
    } else {
      guard let inner = entries[index].value.replacing(rest, with: value) else { return nil }
      entries[index].value = inner
    }
    var node = self
    node.content = .map(entries)
    return node
  }
}
