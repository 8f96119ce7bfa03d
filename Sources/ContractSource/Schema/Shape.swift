/// What may stand at one place of the format, as the decoders ask for it.
indirect enum Shape: Equatable, Sendable {
  case text(expected: String, TextForm)
  case list(Shape)
  case group(GroupShape)
  /// One or the other, such as `24/7` or a group of days.
  case either([Shape])

  /// What both say of the same place.
  func merged(with other: Shape) -> Shape {
    switch (self, other) {
    case _ where self == other: self
    case (.group(let one), .group(let two)): .group(one.merged(with: two))
    case (.list(let one), .list(let two)): .list(one.merged(with: two))
    default: .either(choices + other.choices.filter { !choices.contains($0) })
    }
  }

  /// The shape of a group that may stand here, whatever else may.
  var group: GroupShape? {
    choices.lazy.compactMap { if case .group(let group) = $0 { group } else { nil } }.first
  }

  /// The shape of the items of a list that may stand here.
  var item: Shape? {
    choices.lazy.compactMap { if case .list(let item) = $0 { item } else { nil } }.first
  }

  var choices: [Shape] {
    if case .either(let choices) = self { choices } else { [self] }
  }
}

/// The keys of a group, in the order of the format.
struct GroupShape: Equatable, Sendable {
  struct Key: Equatable, Sendable {
    var name: String
    var shape: Shape
  }

  /// Keys that the contract chooses, such as `P1`.
  struct FreeKeys: Equatable, Sendable {
    var pattern: String?
    /// Names worth offering.
    var usual: [String]
    var shape: Shape
  }

  var keys: [Key] = []
  var free: FreeKeys?

  func shape(of name: String) -> Shape? {
    keys.first { $0.name == name }?.shape ?? free?.shape
  }

  mutating func note(_ name: String, _ shape: Shape) {
    guard let index = keys.firstIndex(where: { $0.name == name }) else {
      keys.append(Key(name: name, shape: shape))
      return
    }
    keys[index].shape = keys[index].shape.merged(with: shape)
  }

  func merged(with other: GroupShape) -> GroupShape {
    var merged = self
    for key in other.keys { merged.note(key.name, key.shape) }
    if var free = merged.free, let others = other.free {
      free.shape = free.shape.merged(with: others.shape)
      merged.free = free
    } else {
      merged.free = merged.free ?? other.free
    }
    return merged
  }
}
