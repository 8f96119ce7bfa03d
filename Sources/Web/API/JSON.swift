import FoundationEssentials

/// Any JSON value; whole numbers apart, since keys, cents and minutes are no fractions.
indirect enum JSON: Hashable, Sendable {
  case null
  case flag(Bool)
  case whole(Int64)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  subscript(key: String) -> JSON? {
    guard case .object(let fields) = self else { return nil }
    return fields[key]
  }

  var text: String? {
    guard case .text(let value) = self else { return nil }
    return value
  }

  /// Throws when the bytes are no JSON text (RFC 8259).
  init(reading bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(bytes))
  }

  /// Keys in order, so that the same value is the same bytes.
  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return [UInt8](try encoder.encode(self))
    }
  }

  /// Fields with the absent ones left out.
  static func object(present fields: [String: JSON?]) -> JSON {
    .object(fields.compactMapValues { $0 })
  }
}

extension JSON: Codable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = Self.read({ try value.decode(Bool.self) }) {
      self = .flag(flag)
    } else if let whole = Self.read({ try value.decode(Int64.self) }) {
      self = .whole(whole)
    } else if let number = Self.read({ try value.decode(Double.self) }) {
      self = .number(number)
    } else if let text = Self.read({ try value.decode(String.self) }) {
      self = .text(text)
    } else if let list = Self.read({ try value.decode([JSON].self) }) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  /// One way to read a value; nothing when it is of another kind.
  private static func read<Value>(_ decode: () throws -> Value) -> Value? {
    do { return try decode() } catch { return nil }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .flag(let flag): try value.encode(flag)
    case .whole(let whole): try value.encode(whole)
    case .number(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    case .list(let list): try value.encode(list)
    case .object(let fields): try value.encode(fields)
    }
  }
}

extension JSON: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int64) { self = .whole(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}
