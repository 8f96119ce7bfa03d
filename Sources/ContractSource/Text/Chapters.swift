/// Where the chapters of a contract's text begin, as far as that shows without reading it: a key
/// at the beginning of a line.
struct Chapters {
  struct Chapter: Equatable {
    var name: String
    var offset: Int
  }

  let source: SourceText

  /// The chapter in which that offset stands.
  func last(at offset: Int) -> Chapter? {
    var line = source.line(of: offset)
    while line >= 0 {
      if let chapter = chapter(atLine: line) { return chapter }
      line -= 1
    }
    return nil
  }

  /// The first chapter that begins on a line below that offset; none from another document.
  func next(after offset: Int) -> Chapter? {
    var line = source.line(of: offset) + 1
    while let start = source.start(ofLine: line), !isMark(start) {
      if let chapter = chapter(atLine: line) { return chapter }
      line += 1
    }
    return nil
  }

  private func chapter(atLine line: Int) -> Chapter? {
    guard let start = source.start(ofLine: line) else { return nil }
    let word = source.scalars[start...].prefix(Composer.longestKey).prefix { scalar in
      scalar == "_" || (scalar.isASCII && scalar.properties.isAlphabetic)
    }
    guard !word.isEmpty, word.endIndex < source.scalars.endIndex,
      source.scalars[word.endIndex] == ":"
    else { return nil }
    let after = source.scalars[word.endIndex...].dropFirst().first
    guard after.map(\.properties.isWhitespace) ?? true else { return nil }
    return Chapter(name: String(String.UnicodeScalarView(word)), offset: start)
  }

  /// `---` or `...`, which end a document.
  private func isMark(_ start: Int) -> Bool {
    let mark = source.scalars[start...].prefix(3)
    return mark.elementsEqual("---".unicodeScalars) || mark.elementsEqual("...".unicodeScalars)
  }
}
