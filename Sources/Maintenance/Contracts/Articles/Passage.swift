/// A piece of legal text whose cross-references are still ids.
///
/// Written as a string literal: `\(article: "prix")` and `\(clause: "prix.tva")` become
/// «l'article 11» and «la clause 11.3» once everything is numbered. Plain spaces and straight
/// apostrophes are typeset then, so that this source stays readable.
struct Passage: Hashable, Sendable, ExpressibleByStringInterpolation {
  enum Piece: Hashable, Sendable {
    case text(String)
    /// `bare` leaves the French article out: «clause 11.3», to stand in brackets.
    case reference(Reference, bare: Bool)
  }

  enum Reference: Hashable, Sendable {
    case article(String)
    case clause(String)
    case annex(String)
  }

  var pieces: [Piece]

  init(stringLiteral text: String) {
    pieces = [.text(text)]
  }

  init(stringInterpolation interpolation: StringInterpolation) {
    pieces = interpolation.pieces
  }

  static func + (left: Passage, right: Passage) -> Passage {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }

  static func += (left: inout Passage, right: Passage) {
    left.pieces += right.pieces
  }

  /// The text without its references.
  var words: String {
    pieces.map { piece in
      if case .text(let text) = piece { text } else { " " }
    }.joined()
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    mutating func appendLiteral(_ text: String) {
      pieces.append(.text(text))
    }

    mutating func appendInterpolation(_ text: String) {
      pieces.append(.text(text))
    }

    mutating func appendInterpolation(_ number: Int) {
      pieces.append(.text(number.french))
    }

    mutating func appendInterpolation(_ passage: Passage) {
      pieces += passage.pieces
    }

    mutating func appendInterpolation(article id: String) {
      pieces.append(.reference(.article(id), bare: false))
    }

    mutating func appendInterpolation(clause id: String) {
      pieces.append(.reference(.clause(id), bare: false))
    }

    mutating func appendInterpolation(bareArticle id: String) {
      pieces.append(.reference(.article(id), bare: true))
    }

    mutating func appendInterpolation(bareClause id: String) {
      pieces.append(.reference(.clause(id), bare: true))
    }

    mutating func appendInterpolation(annex id: String) {
      pieces.append(.reference(.annex(id), bare: false))
    }
  }
}
