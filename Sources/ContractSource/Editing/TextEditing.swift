/// A contract's text under correction: each change touches the value that it names and nothing
/// else, so that comments, order and layout of all the rest stay as they were written.
package struct TextEditing: Sendable {
  package enum Value: Hashable, Sendable {
    case text(String)
    case list([String])
    /// A group of keys, in that order.
    case group([Pair])
  }

  package struct Pair: Hashable, Sendable {
    package var key: String
    package var value: Value

    package init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  package private(set) var text: String
  private var map: TextMap

  /// Nothing for a text in which values cannot be told apart.
  package init?(_ text: String) {
    guard let map = TextMap(text) else { return nil }
    self.text = text
    self.map = map
  }

  /// What stands there, when it is a text.
  package func value(at path: String) -> String? {
    guard case .scalar(let text, _)? = map.places[path]?.kind else { return nil }
    return text
  }

  /// What stands there, when it is a list of texts.
  package func list(at path: String) -> [String]? {
    guard case .list(let count)? = map.places[path]?.kind else { return nil }
    let items = (0..<count).compactMap { value(at: "\(path)[\($0)]") }
    return items.count == count ? items : nil
  }

  /// Items of the list that stands there.
  package func count(at path: String) -> Int {
    guard case .list(let count)? = map.places[path]?.kind else { return 0 }
    return count
  }

  package func has(_ path: String) -> Bool {
    map.places[path] != nil
  }

  /// Puts a value at a path, with the groups above it that do not exist yet.
  ///
  /// False when there is no place for it, or when the text would no longer be read.
  @discardableResult
  package mutating func set(_ path: String, to value: Value) -> Bool {
    switch value {
    case .text(let text) where self.value(at: path) == text: return true
    case .list(let items) where list(at: path) == items: return true
    default: break
    }
    guard let place = map.places[path] else { return insert(path, value) }
    return replace(place, by: value)
  }

  /// Takes a key away, and the group that it leaves empty.
  @discardableResult
  package mutating func remove(_ path: String) -> Bool {
    guard let place = map.places[path], let key = place.key else { return false }
    let parent = TextEditing.parent(of: path)
    if !parent.isEmpty, keys(of: parent) == 1 { return remove(parent) }
    let scalars = Array(text.unicodeScalars)
    let isFlow = map.places[parent]?.isFlow ?? false
    var (start, end) = (key.lowerBound, max(place.end, key.upperBound + 1))
    if isFlow {
      end = TextEditing.skip(scalars, from: end) { $0 == " " || $0 == "\n" }
      if end < scalars.count, scalars[end] == "," {
        end = TextEditing.skip(scalars, from: end + 1) { $0 == " " }
      } else {
        while start > 0, scalars[start - 1] == " " || scalars[start - 1] == "\n" { start -= 1 }
        if start > 0, scalars[start - 1] == "," { start -= 1 }
        end = max(place.end, key.upperBound)
      }
    } else {
      while start > 0, scalars[start - 1] == " " { start -= 1 }
      guard start == 0 || scalars[start - 1] == "\n" else { return false }
      end = min(scalars.count, lineEnd(after: end, in: scalars) + 1)
    }
    return write("", over: start..<end)
  }

  /// Adds an item at the end of a list that exists.
  @discardableResult
  package mutating func append(_ value: Value, to path: String) -> Bool {
    guard let place = map.places[path], case .list(let count) = place.kind else { return false }
    let item = YAMLPrinting.flow(value)
    let scalars = Array(text.unicodeScalars)
    guard place.isFlow else {
      let end = lineEnd(after: contentEnd(place, in: scalars), in: scalars)
      let indent = String(repeating: " ", count: place.column)
      return write("\n\(indent)- \(item)", over: end..<end)
    }
    let end = TextEditing.backed(scalars, from: place.end - 1)
    return write(count == 0 ? item : ", \(item)", over: end..<end)
  }
}

extension TextEditing {
  private mutating func replace(_ place: TextMap.Place, by value: Value) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var printed = YAMLPrinting.flow(value)
    var start = place.start
    let end = contentEnd(place, in: scalars)
    switch place.kind {
    case .scalar(_, let quoting):
      if case .text(let text) = value {
        printed =
          quoting == .quoted
          ? YAMLPrinting.quoted(text) : YAMLPrinting.scalar(text, inFlow: place.isFlow)
      }
      if start > 0, scalars[start - 1] == ":" { printed = " " + printed }
    case .list, .map:
      if !place.isFlow, let key = place.key {
        guard let colon = scalars[key.upperBound...].firstIndex(of: ":") else { return false }
        start = colon + 1
        printed = " " + printed
      }
    }
    return write(printed, over: start..<max(start, end))
  }

  private mutating func insert(_ path: String, _ value: Value) -> Bool {
    var parent = TextEditing.parent(of: path)
    var value = value
    var key = TextEditing.last(of: path)
    while map.places[parent] == nil, !parent.isEmpty {
      value = .group([Pair(key, value)])
      key = TextEditing.last(of: parent)
      parent = TextEditing.parent(of: parent)
    }
    guard !key.hasSuffix("]") else { return false }
    guard let place = map.places[parent] else {
      return write("\(text.isEmpty ? "" : text + "\n")\(key): \(YAMLPrinting.flow(value))\n")
    }
    guard case .map = place.kind else {
      guard case .scalar(let text, _) = place.kind, text.isEmpty else { return false }
      return replace(place, by: .group([Pair(key, value)]))
    }
    let scalars = Array(text.unicodeScalars)
    guard place.isFlow else {
      let end = lineEnd(after: contentEnd(place, in: scalars), in: scalars)
      let indent = String(repeating: " ", count: place.column)
      return write("\n\(indent)\(key): \(YAMLPrinting.flow(value))", over: end..<end)
    }
    let end = TextEditing.backed(scalars, from: place.end - 1)
    let lead = keys(of: parent) == 0 ? " " : ", "
    return write("\(lead)\(key): \(YAMLPrinting.flow(value))", over: end..<end)
  }

  private mutating func write(_ piece: String, over range: Range<Int>) -> Bool {
    var scalars = Array(text.unicodeScalars)
    scalars.replaceSubrange(range, with: Array(piece.unicodeScalars))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return write(String(view))
  }

  private mutating func write(_ changed: String) -> Bool {
    guard let map = TextMap(changed) else { return false }
    self.map = map
    text = changed
    return true
  }

  /// Keys that stand directly in a group.
  private func keys(of group: String) -> Int {
    map.places.keys.count {
      $0.count > group.count && TextEditing.parent(of: $0) == group && !$0.hasSuffix("]")
    }
  }

  /// Block texts end at the next line: what counts is their last character.
  private func contentEnd(_ place: TextMap.Place, in scalars: [Unicode.Scalar]) -> Int {
    var end = place.end
    while end > place.start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return end
  }

  private func lineEnd(after offset: Int, in scalars: [Unicode.Scalar]) -> Int {
    TextEditing.skip(scalars, from: offset) { $0 != "\n" }
  }

  private static func skip(
    _ scalars: [Unicode.Scalar], from start: Int, while holds: (Unicode.Scalar) -> Bool
  ) -> Int {
    var index = start
    while index < scalars.count, holds(scalars[index]) { index += 1 }
    return index
  }

  /// Before the white space that stands before that offset.
  private static func backed(_ scalars: [Unicode.Scalar], from offset: Int) -> Int {
    var index = offset
    while index > 0, scalars[index - 1].properties.isWhitespace { index -= 1 }
    return index
  }

  private static func parent(of path: String) -> String {
    if path.hasSuffix("]") {
      return path.lastIndex(of: "[").map { String(path[..<$0]) } ?? ""
    }
    return path.lastIndex(of: ".").map { String(path[..<$0]) } ?? ""
  }

  private static func last(of path: String) -> String {
    if path.hasSuffix("]") { return path.lastIndex(of: "[").map { String(path[$0...]) } ?? path }
    return path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
