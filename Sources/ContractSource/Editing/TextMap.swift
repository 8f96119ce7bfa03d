import CYaml

/// Where each value of a text stands, by its path, such as `perimetre.parc[0].nombre`.
///
/// Offsets count Unicode scalars. Bounded in depth and in number as a contract is.
struct TextMap {
  enum Kind {
    /// As read, quotes and folds undone, with what the source puts around it.
    case scalar(String, Quoting)
    case list(count: Int)
    case map
  }

  enum Quoting {
    case plain, quoted, block
  }

  struct Place {
    var kind: Kind
    var start: Int
    /// After the last character that is content, whatever white space follows.
    var end: Int
    var column: Int
    /// Written between brackets or braces, or inside of what is.
    var isFlow: Bool
    /// Of the key before the value; none for an item of a list.
    var key: Range<Int>?
  }

  private struct Frame {
    var path: String
    var place: Place
    var count = 0
    var key: (name: String, range: Range<Int>)?
  }

  private(set) var places: [String: Place] = [:]
  private var frames: [Frame] = []

  /// Nothing when the text is no YAML, or uses what a contract may not.
  init?(_ text: String) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let isRead = Array(text.utf8).withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { return false }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return true }
        guard take(event) else { return false }
      }
    }
    guard isRead else { return nil }
  }

  private mutating func take(_ event: yaml_event_t) -> Bool {
    let start = Int(clamping: event.start_mark.index)
    let end = Int(clamping: event.end_mark.index)
    let column = Int(clamping: event.start_mark.column)
    switch event.type {
    case YAML_ALIAS_EVENT: return false
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: Int(clamping: scalar.length))
      let text = String(decoding: bytes, as: UTF8.self)
      if let last = frames.indices.last, case .map = frames[last].place.kind,
        frames[last].key == nil
      {
        frames[last].key = (text, start..<end)
        return true
      }
      let quoting: Quoting =
        switch scalar.style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .quoted
        }
      return add(
        Place(
          kind: .scalar(text, quoting), start: start, end: end, column: column,
          isFlow: frames.last?.place.isFlow ?? false))
    case YAML_SEQUENCE_START_EVENT:
      let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      return open(.list(count: 0), start, end, column, isFlow: isFlow)
    case YAML_MAPPING_START_EVENT:
      let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      return open(.map, start, end, column, isFlow: isFlow)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return close(end)
    default: return true
    }
  }

  private mutating func open(
    _ kind: Kind, _ start: Int, _ end: Int, _ column: Int, isFlow: Bool
  ) -> Bool {
    guard frames.count < Composer.maximumDepth else { return false }
    // A group that stands where a key should has no path.
    if let last = frames.last, case .map = last.place.kind, last.key == nil { return false }
    let place = Place(
      kind: kind, start: start, end: end, column: column,
      isFlow: isFlow || (frames.last?.place.isFlow ?? false), key: frames.last?.key?.range)
    frames.append(Frame(path: nextPath, place: place))
    return true
  }

  private mutating func close(_ end: Int) -> Bool {
    guard var frame = frames.popLast() else { return false }
    // Where a block ends the scanner stands at what follows it: its last value ends it.
    if frame.place.isFlow { frame.place.end = end }
    if case .list = frame.place.kind { frame.place.kind = .list(count: frame.count) }
    return add(frame.place)
  }

  private mutating func add(_ place: Place) -> Bool {
    guard places.count < Composer.maximumNodes else { return false }
    var place = place
    place.key = frames.last?.key?.range
    places[nextPath] = place
    guard let last = frames.indices.last else { return true }
    frames[last].count += 1
    frames[last].key = nil
    frames[last].place.end = max(frames[last].place.end, place.end)
    return true
  }

  /// Of the value that comes next.
  private var nextPath: String {
    guard let frame = frames.last else { return "" }
    guard let key = frame.key else { return "\(frame.path)[\(frame.count)]" }
    return frame.path.isEmpty ? key.name : "\(frame.path).\(key.name)"
  }
}
