/// Puts each comment of a file beside the value it belongs to, and each key in its order.
///
/// A comment at the end of a line belongs to what the line holds; one alone on its line to what
/// follows, unless it stands deeper: then to the end of the group or the list that just ended.
struct PieceBuilder {
  private let source: SourceText
  private var comments: ArraySlice<Comment>

  /// The whole file: its head is what stands before the first key.
  static func document(_ root: Node, source: SourceText, shape: Shape) -> (
    head: [Comment], root: Piece
  ) {
    var builder = PieceBuilder(source, root)
    let start = builder.start(ofFirstIn: root) ?? root.offset
    let head = builder.take { $0.offset < start }
    var piece = builder.piece(root, key: nil, shape: shape, limit: Limit(offset: .max, column: -1))
    piece.tail += builder.take { _ in true }
    return (head, piece)
  }

  /// Where the next thing of the file begins.
  private struct Limit {
    var offset: Int
    var column: Int
  }

  private init(_ source: SourceText, _ root: Node) {
    self.source = source
    comments = source.comments(outside: texts(in: root).map(source.span))[...]
  }

  private mutating func take(where belongs: (Comment) -> Bool) -> [Comment] {
    let taken = comments.prefix(while: belongs)
    comments = comments.dropFirst(taken.count)
    return Array(taken)
  }

  /// The comment at the end of that line.
  private mutating func takeTrailing(line: Int, before limit: Int) -> Comment? {
    let source = source
    return take { !$0.isAlone && $0.offset < limit && source.line(of: $0.offset) == line }.first
  }

  private mutating func piece(_ node: Node, key: Entry?, shape: Shape?, limit: Limit) -> Piece {
    let start = key?.keyOffset ?? node.offset
    var piece = Piece(key: key?.key, content: .list([]), shape: shape)
    piece.leading = take { $0.offset < start }
    let line = source.line(of: start)
    piece.isApart = line > 0 && source.isBlank(line: line - 1)
    switch node.content {
    case .scalar(let scalar):
      piece.content = .text(scalar)
      piece.trailing = takeTrailing(line: source.line(of: node.offset), before: limit.offset)
      piece.leading += take { $0.offset < node.end && $0.offset < limit.offset }
    case .refused:
      break
    case .list(let nodes):
      piece.trailing = takeTrailing(line: line, before: nodes.first?.offset ?? node.offset)
      piece.content = .list(items(nodes, shape: shape?.item, after: limit, in: node))
    case .map(let entries):
      piece.trailing = takeTrailing(line: line, before: entries.first?.keyOffset ?? node.offset)
      let pieces = self.entries(entries, shape: shape?.group, after: limit, in: node)
      piece.content = Piece.Content.group(pieces).inOrder(of: shape)
    }
    finish(&piece, node, limit)
    return piece
  }

  /// What follows the last part of a group or of a list, and belongs to it.
  private mutating func finish(_ piece: inout Piece, _ node: Node, _ limit: Limit) {
    if node.isFlow {
      piece.tail = take { $0.offset < node.end }
    } else if let column = column(ofFirstIn: node) {
      let source = source
      piece.tail = take { comment in
        let deep = source.indentation(of: comment.offset)
        return comment.isAlone && comment.offset < limit.offset && deep >= column
          && deep > limit.column
      }
    }
    if piece.trailing == nil {
      let last = max(node.end - 1, node.offset)
      let isOneText = if case .scalar = node.content { true } else { false }
      if isOneText || node.isFlow {
        piece.trailing = takeTrailing(line: source.line(of: last), before: limit.offset)
      }
    }
    if piece.children.isEmpty {
      piece.leading += piece.tail
      piece.tail = []
    }
  }

  private mutating func items(
    _ nodes: [Node], shape: Shape?, after limit: Limit, in list: Node
  ) -> [Piece] {
    nodes.indices.map { index in
      let next = index + 1 < nodes.count ? nodes[index + 1].offset : nil
      let inner = self.limit(next.map { ($0, column(ofItemAt: $0)) }, list, limit)
      return piece(nodes[index], key: nil, shape: shape, limit: inner)
    }
  }

  private mutating func entries(
    _ entries: [Entry], shape: GroupShape?, after limit: Limit, in group: Node
  ) -> [Piece] {
    entries.indices.map { index in
      let next = index + 1 < entries.count ? entries[index + 1].keyOffset : nil
      let inner = self.limit(next.map { ($0, source.indentation(of: $0)) }, group, limit)
      let entry = entries[index]
      var piece = piece(
        entry.value, key: entry, shape: shape?.shape(of: entry.key), limit: inner)
      piece.isKeyKnown = shape?.keys.contains { $0.name == entry.key } ?? false
      return piece
    }
  }

  private func limit(_ next: (offset: Int, column: Int)?, _ node: Node, _ limit: Limit) -> Limit {
    if let next { return Limit(offset: next.offset, column: next.column) }
    return node.isFlow ? Limit(offset: node.end, column: -1) : limit
  }

  private func start(ofFirstIn node: Node) -> Int? {
    switch node.content {
    case .list(let nodes): nodes.first?.offset
    case .map(let entries): entries.first?.keyOffset
    case .scalar, .refused: nil
    }
  }

  private func column(ofFirstIn node: Node) -> Int? {
    switch node.content {
    case .list(let nodes): nodes.first.map { column(ofItemAt: $0.offset) }
    case .map(let entries): entries.first.map { source.indentation(of: $0.keyOffset) }
    case .scalar, .refused: nil
    }
  }

  /// Of its dash, which the scanner gives no place to.
  private func column(ofItemAt offset: Int) -> Int {
    var index = offset - 1
    while index >= 0, source.scalars[index] == " " { index -= 1 }
    let isDash = index >= 0 && source.scalars[index] == "-"
    return source.indentation(of: isDash ? index : offset)
  }
}

/// Keys and values that are texts, in the order of the file.
private func texts(in node: Node) -> [Node] {
  switch node.content {
  case .scalar: [node]
  case .refused: []
  case .list(let nodes): nodes.flatMap(texts)
  case .map(let entries):
    entries.flatMap { entry in
      [Node(offset: entry.keyOffset, content: .refused, end: entry.keyEnd)] + texts(in: entry.value)
    }
  }
}
