/// One group of keys being read into a typed value.
///
/// Each reading reports its own faults and gives nothing when there is no good value. The keys
/// that were asked for are the known ones: the others are reported when reading ends.
final class Fields {
  let path: String
  private let entries: [String: Entry]
  private let log: FindingLog
  private let recorder: ShapeRecorder?
  private var asked: Set<String> = []

  private init(
    _ entries: [Entry], path: String, log: FindingLog, recorder: ShapeRecorder? = nil
  ) {
    self.path = path
    self.log = log
    self.recorder = recorder
    self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
  }

  /// An empty group, of which only the asking counts.
  convenience init(recorder: ShapeRecorder) {
    self.init([], path: "", log: FindingLog(source: SourceText("")), recorder: recorder)
  }

  static func read<Value>(
    _ node: Node, path: String, log: FindingLog, _ body: (Fields) -> Value
  ) -> Value? {
    guard case .map(let entries) = node.content else {
      if case .scalar(let scalar) = node.content, scalar.isEmpty {
        log.reportEmptyValue(at: node.offset, path: path, expected: "un groupe de clés")
      } else {
        log.reportWrongKind(node, path: path, expected: "un groupe de clés")
      }
      return nil
    }
    let fields = Fields(entries, path: path, log: log)
    let value = body(fields)
    fields.reportUnknownKeys()
    return value
  }

  /// The keys of the group, in the order of the file.
  var keys: [String] {
    if recorder != nil { return [ShapeRecorder.freeKey] }
    return entries.values.sorted { $0.keyOffset < $1.keyOffset }.map(\.key)
  }

  /// The keys of the group that match a pattern, with those that people usually write.
  func keys(
    like pattern: String, usual: [String], where matches: (String) -> Bool
  ) -> [String] {
    recorder?.notePattern(pattern, usual: usual)
    asked.formUnion(usual)
    return recorder == nil ? keys.filter(matches) : keys
  }

  /// One value written as text.
  func read<Value>(_ key: String, _ syntax: Syntax<Value>) -> Value? {
    recorder?.note(key, syntax.shape)
    return node(key).flatMap { value($0, path: path(key), syntax) }
  }

  /// A list of values written as text; the broken ones are left out.
  func list<Value>(_ key: String, _ syntax: Syntax<Value>) -> [Value] {
    recorder?.note(key, .list(syntax.shape))
    return nodes(key).compactMap { value($0.node, path: $0.path, syntax) }
  }

  /// A list of lists of values written as text.
  func rows<Value>(_ key: String, _ syntax: Syntax<Value>) -> [[Value]] {
    recorder?.note(key, .list(.list(syntax.shape)))
    return nodes(key).map { row in
      guard case .list(let cells) = row.node.content else {
        log.reportWrongKind(row.node, path: row.path, expected: "une liste")
        return []
      }
      return cells.enumerated().compactMap { index, cell in
        value(cell, path: "\(row.path)[\(index)]", syntax)
      }
    }
  }

  /// A group within this one.
  func group<Value>(_ key: String, _ body: (Fields) -> Value) -> Value? {
    if let recorder { return recorder.record(body) { recorder.note(key, .group($0)) } }
    return node(key).flatMap { Fields.read($0, path: path(key), log: log, body) }
  }

  /// A list of groups; a broken one leaves an empty one in its place, so that places still match.
  func groups<Value>(_ key: String, _ body: (Fields) -> Value) -> [Value] {
    if let recorder { return [recorder.record(body) { recorder.note(key, .list(.group($0))) }] }
    return nodes(key).map {
      Fields.read($0.node, path: $0.path, log: log, body)
        ?? body(Fields([], path: $0.path, log: log))
    }
  }

  /// A list of groups, or one group alone.
  func groupOrGroups<Value>(_ key: String, _ body: (Fields) -> Value) -> [Value] {
    var isAlone = recorder?.seesText ?? false
    if case .map? = entries[key]?.value.content { isAlone = true }
    if isAlone { return group(key, body).map { [$0] } ?? [] }
    return groups(key, body)
  }

  /// A group whose keys the contract chooses, such as site ids: one value each, at most 1000.
  func map<Value>(_ key: String, _ syntax: Syntax<Value>) -> [String: Value] {
    group(key) { named in
      let pairs = named.keys.prefix(1000).compactMap { name in
        named.read(name, syntax).map { (name, $0) }
      }
      return Dictionary(pairs) { first, _ in first }
    } ?? [:]
  }

  /// True when that key holds text rather than a group or a list.
  func isText(_ key: String) -> Bool {
    if let recorder { return recorder.seesText }
    guard case .scalar(let scalar)? = entries[key]?.value.content else { return false }
    return !scalar.isEmpty
  }

  /// Says that a value that could be read is wrong for another reason.
  func refuse(_ key: String, _ misread: Misread) {
    guard let node = entries[key]?.value else { return }
    log.reportMisread(misread, node, path: path(key))
  }

  func path(_ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  private func node(_ key: String) -> Node? {
    asked.insert(key)
    guard let entry = entries[key] else { return nil }
    log.place(path(key), at: entry.value.offset)
    return entry.value
  }

  private func nodes(_ key: String) -> [(node: Node, path: String)] {
    guard let node = node(key) else { return [] }
    let path = path(key)
    guard case .list(let nodes) = node.content else {
      if case .scalar(let scalar) = node.content, scalar.isEmpty {
        log.reportEmptyValue(at: node.offset, path: path, expected: "une liste")
      } else {
        log.reportWrongKind(node, path: path, expected: "une liste")
      }
      return []
    }
    return nodes.enumerated().map { index, node in
      log.place("\(path)[\(index)]", at: node.offset)
      return (node, "\(path)[\(index)]")
    }
  }

  private func value<Value>(_ node: Node, path: String, _ syntax: Syntax<Value>) -> Value? {
    guard case .scalar(let scalar) = node.content else {
      log.reportWrongKind(node, path: path, expected: syntax.expected)
      return nil
    }
    guard !scalar.isEmpty else {
      log.reportEmptyValue(at: node.offset, path: path, expected: syntax.expected)
      return nil
    }
    log.keep(scalar.text, at: path)
    do throws(Misread) {
      return try syntax.read(scalar.text)
    } catch {
      log.reportMisread(error, node, path: path)
      return nil
    }
  }

  private func reportUnknownKeys() {
    for entry in entries.values where !asked.contains(entry.key) {
      if entry.isCutText {
        log.reportCutText(entry.key, at: entry.keyOffset, path: path(entry.key))
        continue
      }
      let free = log.isFull ? [] : asked.filter { entries[$0] == nil }
      let meant = nearest(to: entry.key, among: Array(free))
      // The rule that asks for the key that was meant would only repeat the fault.
      if let meant { log.markBroken(path(meant)) }
      log.reportUnknownKey(
        entry.key, at: entry.keyOffset, path: path(entry.key), nearest: meant, known: Array(asked))
    }
  }
}
