// The events of libyaml, which Yams carries, and not its tree: the tree expands aliases, calls
// itself as deep as the text asks, and stops at the first repeated key.
import CYaml

/// Makes the tree of a text from the scanner's events, within bounds, and reports what it refuses.
struct Composer {
  static let maximumDepth = 32
  static let maximumNodes = 20_000
  /// In bytes: a key stays on one line, and within what the scanner takes for one.
  static let longestKey = 200

  /// After so many faults of syntax, the rest is left unread.
  static let maximumRestarts = 20

  /// A list or a group that is still open.
  private struct Frame {
    var offset: Int
    var isMap: Bool
    var isFlow: Bool
    var nodes: [Node] = []
    var entries: [Entry] = []
    var keyOffsets: [String: Int] = [:]
    var key: Node?

    func node(end: Int) -> Node {
      Node(
        offset: offset, content: isMap ? .map(entries) : .list(nodes), end: end, isFlow: isFlow)
    }
  }

  private let log: FindingLog
  private var frames: [Frame] = []
  private var nodeCount = 0
  private var root: Node?
  /// Where the text that is being read begins; the scanner counts from there.
  private var base = 0
  /// The chapters that were read before a fault of syntax.
  private var before: Frame?

  private enum End {
    case whole
    /// At a bound, or where reading on makes no sense.
    case stopped
    case fault(SyntaxProblem)
  }

  /// The root of the only document; nothing when no chapter can be read. What cannot is reported,
  /// and reading goes on at the next chapter: a key at the beginning of a line.
  static func compose(_ text: String, log: FindingLog) -> Node? {
    var composer = Composer(log: log)
    var bytes = Array(text.utf8)
    for _ in 0...maximumRestarts {
      switch composer.read(bytes) {
      case .whole: return composer.root
      case .stopped: return nil
      case .fault(let problem):
        log.reportSyntax(problem)
        guard !problem.isTooDeep, composer.setAside(problem) else {
          return composer.rescued(end: problem.offset)
        }
        bytes = log.source.bytes(from: composer.base)
      }
    }
    return composer.rescued(end: log.source.scalars.count)
  }

  /// What could be read around the faults; nothing when that is nothing.
  private func rescued(end: Int) -> Node? {
    guard let before, before.entries.contains(where: { !$0.value.isRefused }) else { return nil }
    return before.node(end: end)
  }

  /// Keeps the whole chapters and the broken one's key; false when no chapter follows.
  private mutating func setAside(_ problem: SyntaxProblem) -> Bool {
    let chapters = Chapters(source: log.source)
    let broken = chapters.last(at: problem.start)
    var kept = frames.first ?? before
    if frames.isEmpty, before == nil {
      kept = Frame(offset: broken?.offset ?? problem.offset, isMap: true, isFlow: false)
    }
    guard var kept, kept.isMap, !kept.isFlow else { return false }
    kept.key = nil
    if let broken {
      kept.entries.removeAll { $0.keyOffset >= broken.offset }
      kept.entries.append(
        Entry(
          key: broken.name, keyOffset: broken.offset,
          value: Node(offset: problem.offset, content: .refused)))
      kept.keyOffsets[broken.name] = broken.offset
    }
    before = kept
    frames = []
    guard let next = chapters.next(after: max(problem.start, base)) else { return false }
    base = next.offset
    return true
  }

  private init(log: FindingLog) {
    self.log = log
  }

  private mutating func read(_ bytes: [UInt8]) -> End {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return .stopped }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    return bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      var isReadable = true
      while isReadable {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
          return .fault(SyntaxProblem(parser.pointee, source: log.source, base: base))
        }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return .whole }
        isReadable = take(event)
      }
      return .stopped
    }
  }

  /// False when reading must stop.
  private mutating func take(_ event: yaml_event_t) -> Bool {
    let offset = base + Int(clamping: event.start_mark.index)
    let end = base + Int(clamping: event.end_mark.index)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT where root != nil:
      log.reportSecondDocument(at: offset)
      return false
    case YAML_ALIAS_EVENT:
      log.reportReference("*" + string(event.data.alias.anchor), at: offset)
      return add(Node(offset: offset, content: .refused))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      refuse(anchor: scalar.anchor, tag: scalar.tag, at: offset)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      let text = string(scalar.value, count: Int(clamping: scalar.length))
      let content = Node.Content.scalar(Scalar(text: text, isPlain: isPlain))
      return add(Node(offset: offset, content: content, end: end))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      refuse(anchor: start.anchor, tag: start.tag, at: offset)
      let isFlow = start.style == YAML_FLOW_SEQUENCE_STYLE
      return open(Frame(offset: offset, isMap: false, isFlow: isFlow))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      refuse(anchor: start.anchor, tag: start.tag, at: offset)
      let isFlow = start.style == YAML_FLOW_MAPPING_STYLE
      return open(Frame(offset: offset, isMap: true, isFlow: isFlow))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return close(at: end)
    default:
      return true
    }
  }

  private mutating func open(_ frame: Frame) -> Bool {
    guard frames.count < Self.maximumDepth else {
      log.reportTooDeep(at: frame.offset)
      return false
    }
    if frames.isEmpty, frame.isMap, !frame.isFlow, let chapters = before {
      frames.append(chapters)
      before = nil
    } else {
      frames.append(frame)
    }
    return true
  }

  private mutating func close(at end: Int) -> Bool {
    guard let frame = frames.popLast() else { return true }
    return add(frame.node(end: end))
  }

  private mutating func add(_ node: Node) -> Bool {
    nodeCount += 1
    guard nodeCount <= Self.maximumNodes else {
      log.reportTooManyValues(at: node.offset)
      return false
    }
    guard let last = frames.indices.last else {
      root = node
      return true
    }
    if !frames[last].isMap {
      frames[last].nodes.append(node)
    } else if let key = frames[last].key {
      frames[last].key = nil
      Self.enter(key, node, into: &frames[last], log)
    } else {
      frames[last].key = node
    }
    return true
  }

  /// Static, so that the frames are changed in place: a method would hold a second copy of them.
  private static func enter(
    _ key: Node, _ value: Node, into frame: inout Frame, _ log: FindingLog
  ) {
    if case .refused = key.content { return }
    guard case .scalar(let scalar) = key.content, scalar.text.utf8.count <= longestKey else {
      return log.reportKeyNotText(at: key.offset)
    }
    if scalar.text == "<<" { return log.reportReference("<<", at: key.offset) }
    if let first = frame.keyOffsets[scalar.text] {
      return log.reportRepeatedKey(scalar.text, at: key.offset, first: first)
    }
    frame.keyOffsets[scalar.text] = key.offset
    frame.entries.append(
      Entry(key: scalar.text, keyOffset: key.offset, keyEnd: key.end, value: value))
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?,
    at offset: Int
  ) {
    if let anchor { log.reportReference("&" + string(anchor), at: offset) }
    if let tag { log.reportReference(string(tag), at: offset) }
  }
}

private func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String {
  guard let bytes else { return "" }
  return String(cString: bytes)
}

private func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?, count: Int) -> String {
  guard let bytes else { return "" }
  return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
}
