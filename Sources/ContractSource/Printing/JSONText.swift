/// JSON whose keys stay in the order in which they were written, unlike those of an encoder.
indirect enum JSONText {
  case string(String)
  case integer(Int)
  case flag(Bool)
  case list([JSONText])
  case object([(key: String, value: JSONText)])

  /// Indented by two spaces, a short list on one line; no line break at the end.
  var printed: String {
    var text = ""
    write(into: &text, indentation: 0)
    return text
  }

  private func write(into text: inout String, indentation: Int) {
    switch self {
    case .string(let string): text += ScalarPrinter.quoted(string)
    case .integer(let integer): text += "\(integer)"
    case .flag(let flag): text += flag ? "true" : "false"
    case .list(let items) where items.allSatisfy(\.isAtom):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        item.write(into: &text, indentation: indentation)
      }
      text += "]"
    case .list(let items):
      Self.block("[", items, "]", into: &text, indentation) { item, text in
        item.write(into: &text, indentation: indentation + 2)
      }
    case .object(let members) where members.isEmpty:
      text += "{}"
    case .object(let members):
      Self.block("{", members, "}", into: &text, indentation) { member, text in
        text += ScalarPrinter.quoted(member.key) + ": "
        member.value.write(into: &text, indentation: indentation + 2)
      }
    }
  }

  private var isAtom: Bool {
    switch self {
    case .string, .integer, .flag: true
    case .list, .object: false
    }
  }

  private static func block<Item>(
    _ open: String, _ items: [Item], _ close: String, into text: inout String,
    _ indentation: Int, _ write: (Item, inout String) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      text += (index > 0 ? ",\n" : "\n") + String(repeating: " ", count: indentation + 2)
      write(item, &text)
    }
    text += "\n" + String(repeating: " ", count: indentation) + close
  }
}

extension JSONText {
  /// An object without the keys that have no value.
  static func object(_ members: [(String, JSONText?)]) -> JSONText {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }
}
