/// What each key of the format is for, in French: one sentence by path.
///
/// A sentence stands under the shortest end of a path that tells it from others: `siren` serves
/// every party, `prix.options[].siren` would serve one place.
struct KeyWords {
  private let sentences: [String: String]

  static let format = KeyWords(PackageResources.cles_fr_txt)

  /// Lines `path: sentence`; empty ones and those that begin with `#` say nothing.
  init(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let pairs = lines.filter { $0.first != "#" }.compactMap { line in
      line.firstIndex(of: ":").map { colon in
        (String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
      }
    }
    sentences = Dictionary(pairs) { first, _ in first }
  }

  func sentence(of path: String) -> String? {
    entry(of: path).flatMap { sentences[$0] }.map(frenchTypography)
  }

  /// The longest end of that path that has a sentence.
  func entry(of path: String) -> String? {
    var end = path[...]
    while true {
      if sentences[String(end)] != nil { return String(end) }
      guard let dot = end.firstIndex(of: ".") else { return nil }
      end = end[end.index(after: dot)...]
    }
  }

  var entries: Set<String> { Set(sentences.keys) }
}
