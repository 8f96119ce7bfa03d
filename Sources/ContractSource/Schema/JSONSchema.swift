/// The format as a JSON Schema (draft 2020-12), for editors that complete and check while typing.
///
/// Every file in its canonical form validates when it has no error of format. It says less than
/// `check`: no rule of law, nothing that looks at two keys at once.
package enum JSONSchema {
  package static let address = "https://json-schema.org/draft/2020-12/schema"

  /// With a line break at the end. Takes as long as some dozens of readings.
  package static func text() -> String {
    let writer = SchemaWriter(required: RequiredKeys.find(), words: .format)
    return JSONText.object(
      [
        ("$schema", .string(address)),
        ("$id", .string("urn:diligence:contrat:1")),
        ("title", .string("Contrat de maintenance informatique, format diligence/contrat/1")),
      ] + writer.members(of: .contract, at: "")
    ).printed + "\n"
  }
}

/// Writes what may stand at each place.
struct SchemaWriter {
  var required: Set<String>
  var words: KeyWords

  func members(of group: GroupShape, at path: String) -> [(String, JSONText?)] {
    let needed = group.keys.filter { required.contains(inner($0.name, of: path)) }
    let properties = group.keys.map { key in
      (key: key.name, value: described(key.shape, at: inner(key.name, of: path)))
    }
    return [
      ("type", .string("object")),
      ("properties", properties.isEmpty ? nil : .object(properties)),
      ("patternProperties", group.free.flatMap { patterns($0, at: path) }),
      ("additionalProperties", others(group.free, at: path)),
      ("required", needed.isEmpty ? nil : .list(needed.map { .string($0.name) })),
    ]
  }

  private func described(_ shape: Shape, at path: String) -> JSONText {
    .object(
      [("description", words.sentence(of: path).map(JSONText.string))] + members(of: shape, path))
  }

  private func members(of shape: Shape, _ path: String) -> [(String, JSONText?)] {
    switch shape {
    case .text(let expected, let form): members(of: form, expected: expected)
    case .list(let item):
      [("type", .string("array")), ("items", .object(members(of: item, "\(path)[]")))]
    case .group(let group): members(of: group, at: path)
    case .either(let choices):
      [("anyOf", .list(choices.map { .object(members(of: $0, path)) }))]
    }
  }

  private func members(of form: TextForm, expected: String) -> [(String, JSONText?)] {
    switch form {
    case .free: [("type", .string("string"))]
    case .flag: [("type", .string("boolean"))]
    case .words(let words): [("enum", .list(words.map(JSONText.string)))]
    case .pattern(let pattern, let examples):
      [
        ("type", .string("string")), ("pattern", .string(pattern)),
        ("examples", .list(examples.map(JSONText.string))),
        ("$comment", .string(expected)),
      ]
    case .number(let number): members(of: number)
    }
  }

  /// YAML gives a number, or a text where a unit follows or quotes stand around it.
  private func members(of number: NumberForm) -> [(String, JSONText?)] {
    [
      ("type", .list([.string(number.isWhole ? "integer" : "number"), .string("string")])),
      ("minimum", .integer(number.range.lowerBound)),
      ("maximum", .integer(number.range.upperBound)),
      ("pattern", .string(number.pattern)),
      ("examples", .list(number.examples.map(JSONText.string))),
    ]
  }

  private func patterns(_ free: GroupShape.FreeKeys, at path: String) -> JSONText? {
    free.pattern.map {
      .object([(key: $0, value: described(free.shape, at: inner("*", of: path)))])
    }
  }

  private func others(_ free: GroupShape.FreeKeys?, at path: String) -> JSONText {
    guard let free, free.pattern == nil else { return .flag(false) }
    return described(free.shape, at: inner("*", of: path))
  }

  private func inner(_ key: String, of path: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }
}
