/// A key with its value, or an item of a list, with the comments that belong to it.
struct Piece {
  enum Content {
    case text(Scalar)
    case list([Piece])
    case group([Piece])
  }

  /// Nothing for an item.
  var key: String?
  var content: Content
  /// What the format expects here, when it knows the place.
  var shape: Shape?
  var isKeyKnown = false
  /// On the lines before it.
  var leading: [Comment] = []
  /// After an empty line.
  var isApart = false
  /// At the end of its first line.
  var trailing: Comment?
  /// After the last of what it holds.
  var tail: [Comment] = []

  var children: [Piece] {
    switch content {
    case .text: []
    case .list(let pieces), .group(let pieces): pieces
    }
  }

  /// Comments stand within it: it then takes a line for each thing.
  var holdsComments: Bool {
    !tail.isEmpty
      || children.contains { !$0.leading.isEmpty || $0.trailing != nil || $0.holdsComments }
  }
}

extension Piece.Content {
  /// The same with its parts in the order of the format; those that it does not know come last,
  /// and those that the contract names keep their order.
  func inOrder(of shape: Shape?) -> Piece.Content {
    guard case .group(let pieces) = self, let group = shape?.group else { return self }
    let ranks = Dictionary(
      group.keys.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let ranked = pieces.enumerated().map { index, piece in
      (rank: piece.key.flatMap { ranks[$0] } ?? ranks.count, index: index, piece: piece)
    }
    return .group(ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.piece))
  }
}
