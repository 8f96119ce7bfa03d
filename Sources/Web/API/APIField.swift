import HTTPTypes
import Maintenance

/// One field of a request's body: what is read, what is refused, and what the API's description
/// says are the same thing.
struct APIField: Sendable {
  enum Kind: Sendable {
    case text(least: Int, most: Int)
    case choice([String])
    case whole(ClosedRange<Int64>)
    case day
    /// A day and a time as a clock on the wall of the contract's zone shows them.
    case wallTime
    /// Each of 200 characters at most.
    case texts(most: Int)
    case flag
    /// Objects of these fields, no more than so many.
    case list([APIField], most: Int)
  }

  var name: String
  var kind: Kind
  var isRequired = true

  static func text(_ name: String, least: Int = 1, most: Int = Ticket.longestText) -> APIField {
    APIField(name: name, kind: .text(least: least, most: most))
  }

  static func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Value.Type
  ) -> APIField {
    APIField(name: name, kind: .choice(Value.allCases.map(\.rawValue)))
  }

  static func whole(_ name: String, _ range: ClosedRange<Int64>) -> APIField {
    APIField(name: name, kind: .whole(range))
  }

  static func wallTime(_ name: String) -> APIField { APIField(name: name, kind: .wallTime) }
  static func day(_ name: String) -> APIField { APIField(name: name, kind: .day) }

  var optional: APIField {
    var field = self
    field.isRequired = false
    return field
  }

  /// JSON Schema (2020-12).
  var schema: JSON {
    switch kind {
    case .text(let least, let most):
      ["type": "string", "minLength": .whole(Int64(least)), "maxLength": .whole(Int64(most))]
    case .choice(let values): ["type": "string", "enum": .list(values.map(JSON.text))]
    case .whole(let range):
      [
        "type": "integer", "minimum": .whole(range.lowerBound),
        "maximum": .whole(range.upperBound),
      ]
    case .day: ["type": "string", "format": "date"]
    case .texts(let most):
      [
        "type": "array", "maxItems": .whole(Int64(most)), "uniqueItems": .flag(true),
        "items": ["type": "string", "minLength": .whole(1), "maxLength": .whole(200)],
      ]
    case .wallTime:
      ["type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$"]
    case .flag: ["type": "boolean"]
    case .list(let fields, let most):
      ["type": "array", "maxItems": .whole(Int64(most)), "items": APISchemas.body(fields)]
    }
  }

  /// What was expected, when a value is not it.
  func fault(in value: JSON) -> String? {
    switch (kind, value) {
    case (.text(let least, let most), .text(let text)):
      let count = text.unicodeScalars.count
      if count < least || count > most { return "a text of \(least) to \(most) characters" }
      return text.utf8.contains(0) ? "a text without NUL" : nil
    case (.choice(let values), .text(let text)):
      return values.contains(text) ? nil : "one of \(values.joined(separator: ", "))"
    case (.whole(let range), .whole(let number)):
      return range.contains(number)
        ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case (.day, .text(let text)): return Day(iso: text) == nil ? "a day, 2026-11-23" : nil
    case (.wallTime, .text(let text)):
      return WallTime(iso: text) == nil ? "a day and a time, 2026-11-23T08:30" : nil
    case (.texts(let most), .list(let items)):
      let isSound =
        items.count <= most && Set(items).count == items.count
        && items.allSatisfy {
          $0.text.map { (1...200).contains($0.unicodeScalars.count) && !$0.utf8.contains(0) }
            ?? false
        }
      return isSound ? nil : "up to \(most) different texts of 1 to 200 characters"
    case (.texts(let most), _): return "a list of up to \(most) texts"
    case (.flag, .flag): return nil
    case (.flag, _): return "true or false"
    case (.list(let fields, let most), .list(let values)):
      guard values.count <= most else { return "at most \(most) objects" }
      for value in values {
        do {
          _ = try APIBody(value, fields)
        } catch {
          return "objects of \(fields.map(\.name).joined(separator: ", "))"
        }
      }
      return nil
    case (.list, _): return "a list of objects"
    case (.whole, _): return "a whole number"
    default: return "a text"
    }
  }
}

/// The fields of a body, read and found sound.
struct APIBody: Sendable {
  private let fields: [String: JSON]

  /// Throws 400 naming the field at fault; a key that is not known is one.
  init(_ value: JSON, _ known: [APIField]) throws {
    guard case .object(let fields) = value else {
      throw APIBody.problem("the body is a JSON object", field: nil)
    }
    for name in fields.keys.sorted() where !known.contains(where: { $0.name == name }) {
      throw APIBody.problem(
        "known fields are \(known.map(\.name).joined(separator: ", "))", field: name)
    }
    for field in known {
      guard let value = fields[field.name] else {
        if field.isRequired { throw APIBody.problem("this field must be there", field: field.name) }
        continue
      }
      if let fault = field.fault(in: value) {
        throw APIBody.problem("expected \(fault)", field: field.name)
      }
    }
    self.fields = fields
  }

  static func problem(_ detail: String, field: String?) -> Problem {
    Problem(status: .badRequest, code: "body", detail: detail, field: field)
  }

  func optional(_ name: String) -> String? { fields[name]?.text }

  /// Empty when it is absent.
  func text(_ name: String) -> String { optional(name) ?? "" }

  func whole(_ name: String) -> Int? {
    guard case .whole(let number) = fields[name] else { return nil }
    return Int(number)
  }

  /// Empty when it is absent.
  func texts(_ name: String) -> [String] {
    guard case .list(let items) = fields[name] else { return [] }
    return items.compactMap(\.text)
  }

  func flag(_ name: String) -> Bool? {
    guard case .flag(let flag) = fields[name] else { return nil }
    return flag
  }

  /// Empty when it is absent.
  func list(_ name: String, _ known: [APIField]) throws -> [APIBody] {
    guard case .list(let values) = fields[name] else { return [] }
    return try values.map { try APIBody($0, known) }
  }

  func day(_ name: String) throws -> Day {
    guard let day = Day(iso: text(name)) else {
      throw APIBody.problem("expected a day", field: name)
    }
    return day
  }

  func choice<Value: RawRepresentable<String>>(_ name: String) throws -> Value {
    guard let value = Value(rawValue: text(name)) else {
      throw APIBody.problem("expected one of the known words", field: name)
    }
    return value
  }
}
