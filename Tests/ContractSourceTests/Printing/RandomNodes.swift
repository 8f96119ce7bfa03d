import TestSupport

@testable import ContractSource

/// Trees and texts drawn by lot, with everything that YAML might trip over.
struct RandomNodes {
  var random: SplitMix64

  private static let words = [
    "a", "no", "yes", "12", "1.5e3", "0x1F", "12:30", "2026-10-01", "null", "~", "true", "- x",
    "? y", ": z", "k: v", "x #y", "#", "[", "]", "{", "}", ",", "&a", "*b", "!t", "|", ">", "'",
    "\"", "%", "@", "`", "\\", "é", "«\u{A0}mot\u{A0}»", "🧯", "\u{202E}", "\u{85}", "\u{2028}",
    "\u{7}", "\t", "\n", "\n\n", "  ", "---", "...", "=", "<<", "\u{FEFF}", "prestataire", "42,",
    "mot", "mot", "mot", "mot", "une phrase un peu longue", "\r",
  ]

  mutating func text() -> String {
    let count = Int.random(
      in: 0...(Int.random(in: 0...4, using: &random) == 0 ? 40 : 3), using: &random)
    return (0..<count).map { _ in
      Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
        + (Bool.random(using: &random) ? " " : "")
    }.joined()
  }

  mutating func piece(depth: Int) -> Piece.Content {
    let kind = depth == 0 ? 0 : Int.random(in: 0...4, using: &random)
    if kind < 2 {
      let isPlainNothing = Int.random(in: 0...9, using: &random) == 0
      return .text(
        isPlainNothing ? Scalar(text: "", isPlain: true) : Scalar(text: text(), isPlain: false))
    }
    let count = Int.random(in: 0...4, using: &random)
    if kind == 2 {
      return .list((0..<count).map { _ in Piece(key: nil, content: piece(depth: depth - 1)) })
    }
    return .group(group(count: count, depth: depth - 1))
  }

  mutating func group(count: Int, depth: Int) -> [Piece] {
    var keys: Set<String> = []
    return (0..<count).compactMap { _ in
      let key = text()
      guard key != "<<", key.utf8.count <= Composer.longestKey, keys.insert(key).inserted else {
        return nil
      }
      return Piece(key: key, content: piece(depth: depth))
    }
  }

  /// The same with some of its keys and items left out, and some texts changed.
  mutating func part(of node: Node) -> Node {
    var node = node
    switch node.content {
    case .scalar where Int.random(in: 0...3, using: &random) == 0:
      node.content = .scalar(Scalar(text: text(), isPlain: false))
    case .scalar, .refused:
      break
    case .list(let nodes):
      node.content = .list(
        nodes.flatMap { item in
          (0..<Int.random(in: 0...3, using: &random)).map { _ in part(of: item) }
        })
    case .map(let entries):
      node.content = .map(
        entries.compactMap { entry in
          guard Int.random(in: 0...4, using: &random) > 0 else { return nil }
          var entry = entry
          entry.value = part(of: entry.value)
          return entry
        }.shuffled(using: &random))
    }
    return node
  }
}

extension Node {
  /// Without comments, and in no particular order.
  var contentToPrint: Piece.Content {
    switch content {
    case .scalar(let scalar): .text(scalar)
    case .refused: .text(Scalar(text: "", isPlain: true))
    case .list(let nodes): .list(nodes.map { Piece(key: nil, content: $0.contentToPrint) })
    case .map(let entries):
      .group(entries.map { Piece(key: $0.key, content: $0.value.contentToPrint) })
    }
  }
}

extension Node {
  /// Where two trees first differ; nothing when they hold the same.
  func difference(from other: Node, at path: String = "") -> String? {
    if holdsTheSame(as: other) { return nil }
    switch (content, other.content) {
    case (.list(let one), .list(let two)) where one.count == two.count:
      return one.indices.lazy.compactMap {
        one[$0].difference(from: two[$0], at: "\(path)[\($0)]")
      }.first
    case (.map(let one), .map(let two)):
      return one.lazy.compactMap { entry in
        let there = two.first { $0.key == entry.key }?.value
        let path = "\(path).\(entry.key.debugDescription)"
        return there.map { entry.value.difference(from: $0, at: path) } ?? path
      }.first ?? path
    default:
      return "\(path): \(content), not \(other.content)"
    }
  }
}

extension Piece.Content {
  var node: Node {
    switch self {
    case .text(let scalar): Node(offset: 0, content: .scalar(scalar))
    case .list(let pieces): Node(offset: 0, content: .list(pieces.map(\.content.node)))
    case .group(let pieces):
      Node(
        offset: 0,
        content: .map(
          pieces.map { Entry(key: $0.key ?? "", keyOffset: 0, value: $0.content.node) }))
    }
  }
}
