import Maintenance

/// Notes what a decoder asks of one group, in place of giving it values.
///
/// So that the schema, the printed order of keys and the decoders can never disagree. A decoder
/// that looks whether a key holds text is run once for each answer.
final class ShapeRecorder {
  /// Stands for the keys that a contract chooses.
  static let freeKey = "*"

  let seesText: Bool
  private var noted = GroupShape()
  private var pattern: (text: String, usual: [String])?

  init(seesText: Bool) {
    self.seesText = seesText
  }

  var group: GroupShape {
    var group = noted
    guard let index = group.keys.firstIndex(where: { $0.name == Self.freeKey }) else {
      return group
    }
    let shape = group.keys.remove(at: index).shape
    group.free = .init(pattern: pattern?.text, usual: pattern?.usual ?? [], shape: shape)
    return group
  }

  func note(_ key: String, _ shape: Shape) {
    noted.note(key, shape)
  }

  func notePattern(_ text: String, usual: [String]) {
    pattern = (text, usual)
  }
}

extension GroupShape {
  /// The whole format.
  static let contract: GroupShape = {
    func recorded(seesText: Bool) -> GroupShape {
      let recorder = ShapeRecorder(seesText: seesText)
      _ = Contract(Fields(recorder: recorder), log: FindingLog(source: SourceText("")))
      return recorder.group
    }
    return recorded(seesText: true).merged(with: recorded(seesText: false))
  }()
}

extension ShapeRecorder {
  /// Runs a decoder on an empty group, and hands over what it asked for.
  func record<Value>(_ body: (Fields) -> Value, _ hand: (GroupShape) -> Void) -> Value {
    let inner = ShapeRecorder(seesText: seesText)
    let value = body(Fields(recorder: inner))
    hand(inner.group)
    return value
  }
}
