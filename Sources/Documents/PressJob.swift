import Foundation

/// What the press's worker reads on its standard input.
struct PressJob<Content: Encodable>: Encodable {
  let operation = "pdf"
  let template: String
  /// Seconds since 1970: the only time that the document knows.
  let timestamp: Int
  let data: Content
  /// The file that the document prints and carries along.
  let source: Data

  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    // Same job, same bytes: nothing downstream depends on the order of a dictionary.
    encoder.outputFormatting = .sortedKeys
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return [UInt8](try encoder.encode(self))
  }
}

/// What the worker answers: a document, or why there is none.
struct PressAnswer: Decodable {
  var pdf: Data?
  var sha256: String?
  var pages: Int?
  var replaced: [String]?
  var error: String?
  var hints: [String]?
  /// Where a template failed: `contrat.typ:12:3`.
  var place: String?
}
