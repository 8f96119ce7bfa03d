/// Contracts that the format itself writes: with every key, or with every group empty.
extension Shape {
  /// Stands where the contract chooses a key.
  static let sampleKey = "P1"

  /// A value with everything that may stand here, each text an example of its syntax.
  var sample: Node {
    switch self {
    case .text(_, let form): Node.text(form.sample)
    case .list(let item): Node(offset: 0, content: .list([item.sample]))
    case .group(let group): group.sample
    case .either(let choices): (choices.last ?? .list(self)).sample
    }
  }

  /// Empty groups within empty groups; nothing for a text.
  var skeleton: Node? {
    if let group { return group.skeleton }
    guard let item = item?.skeleton else { return nil }
    return Node(offset: 0, content: .list([item]))
  }
}

extension GroupShape {
  var sample: Node {
    let free = free.map { [Entry(key: $0.usual.first ?? Shape.sampleKey, value: $0.shape.sample)] }
    return Node(
      offset: 0,
      content: .map(keys.map { Entry(key: $0.name, value: $0.shape.sample) } + (free ?? [])))
  }

  var skeleton: Node {
    let free = free.flatMap { free in
      free.shape.skeleton.map { [Entry(key: free.usual.first ?? Shape.sampleKey, value: $0)] }
    }
    let groups = keys.compactMap { key in
      key.shape.skeleton.map { Entry(key: key.name, value: $0) }
    }
    return Node(offset: 0, content: .map(groups + (free ?? [])))
  }
}

extension TextForm {
  fileprivate var sample: String {
    switch self {
    case .free: "texte"
    case .flag: "true"
    case .words(let words): words.first ?? ""
    case .number(let form): form.examples.first ?? "0"
    case .pattern(_, let examples): examples.first ?? ""
    }
  }
}

extension Node {
  fileprivate static func text(_ text: String) -> Node {
    Node(offset: 0, content: .scalar(Scalar(text: text, isPlain: false)))
  }
}

extension Entry {
  fileprivate init(key: String, value: Node) {
    self.init(key: key, keyOffset: 0, value: value)
  }
}
