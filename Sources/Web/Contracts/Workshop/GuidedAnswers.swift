import ContractSource

extension TextEditing {
  /// What the form shows for a field: nothing where the model leaves a blank.
  func answer(to field: GuidedField) -> String {
    let text =
      field.kind == .list
      ? list(at: field.path)?.joined(separator: ", ") : value(at: field.path)
    guard let text, !isBlank(text) else { return "" }
    return text
  }

  /// Writes the answers over what they change, and over nothing else. An empty answer takes the
  /// key away; a blank of the model stays, so that it goes on being told.
  mutating func take(_ answers: [String: String], to fields: [GuidedField]) {
    for field in fields {
      guard let typed = answers[field.path] else { continue }
      let answer = typed.trimmed
      guard answer != self.answer(to: field) else { continue }
      if answer.isEmpty {
        remove(field.path)
      } else if field.kind == .list {
        set(field.path, to: .list(answer.split(separator: ",").map { String($0).trimmed }))
      } else {
        set(field.path, to: .text(answer))
      }
    }
  }

  private func isBlank(_ text: String) -> Bool {
    text.lowercased() == "à compléter"
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    let trailing = start.reversed().prefix { $0.isWhitespace }.count
    return String(start.dropLast(trailing))
  }
}
