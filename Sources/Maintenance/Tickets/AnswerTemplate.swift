/// A text that answers begin with: a tool of the provider, and no evidence.
package struct AnswerTemplate: Hashable, Sendable {
  /// What stands for it in a text, between braces, and is filled in from the ticket.
  package enum Placeholder: String, CaseIterable, Sendable {
    case client
    case contract = "contrat"
    case ticket
    case title = "objet"
    case requester = "demandeur"
    case deadline = "echeance"
    case author = "auteur"
  }

  package let title: String
  package let text: String

  private static let longestTitle = 120

  /// Refused when a name between braces is none that is known: it would be sent as it stands.
  package init(title: String, text: String) throws {
    guard !title.isBlank, title.count <= AnswerTemplate.longestTitle, !title.contains("\n") else {
      throw AnswerTemplateRefusal.titleOutOfBounds
    }
    guard !text.isBlank, text.count <= Ticket.longestText else {
      throw AnswerTemplateRefusal.textOutOfBounds
    }
    for name in AnswerTemplate.pieces(of: text).compactMap(\.name)
    where Placeholder(rawValue: name) == nil {
      throw AnswerTemplateRefusal.unknownPlaceholder(name)
    }
    self.title = title
    self.text = text
  }

  /// The text with each placeholder filled in.
  package func filled(_ value: (Placeholder) -> String) -> String {
    AnswerTemplate.pieces(of: text).map { piece in
      piece.name.flatMap(Placeholder.init(rawValue:)).map(value) ?? piece.text
    }.joined()
  }

  /// The text cut at names between braces: lower-case letters of ours, nothing else.
  private static func pieces(of text: String) -> [(text: String, name: String?)] {
    var pieces: [(text: String, name: String?)] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let after = rest[rest.index(after: open)...]
      let name = after.prefix { ("a"..."z").contains($0) }
      guard !name.isEmpty, after[name.endIndex...].first == "}" else {
        pieces.append((String(rest[...open]), nil))
        rest = after
        continue
      }
      pieces.append((String(rest[..<open]), nil))
      pieces.append(("{\(name)}", String(name)))
      rest = after[after.index(after: name.endIndex)...]
    }
    return pieces + [(String(rest), nil)]
  }
}

/// Why a template is not kept.
package enum AnswerTemplateRefusal: Error, Hashable, Sendable {
  case titleOutOfBounds
  case textOutOfBounds
  case unknownPlaceholder(String)
  case tooMany
}
