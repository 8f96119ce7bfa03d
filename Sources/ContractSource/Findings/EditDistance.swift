/// Finds what was probably meant: the nearest of the known words, when it is near enough.
func nearest(to word: String, among known: [String]) -> String? {
  guard word.utf8.count <= 64 else { return nil }
  let folded = fold(word)
  let allowed = max(1, min(3, folded.count / 3))
  let ranked = known.map { (word: $0, distance: editDistance(folded, fold($0))) }
    .filter { $0.distance <= allowed }
    .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
  return ranked.first?.word
}

/// Levenshtein distance between two short words.
func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.unicodeScalars)
  let right = Array(right.unicodeScalars)
  var row = Array(0...right.count)
  for (line, from) in left.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for (column, to) in right.enumerated() {
      let substitution = diagonal + (from == to ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(substitution, diagonal + 1, row[column] + 1)
    }
  }
  return row[right.count]
}

/// Lower case, French accents off, all spaces one plain space: how words are compared.
func fold(_ text: String) -> String {
  var result = ""
  var endsInSpace = true
  for scalar in text.lowercased().unicodeScalars {
    switch scalar {
    case "à", "â", "ä": result += "a"
    case "é", "è", "ê", "ë": result += "e"
    case "î", "ï": result += "i"
    case "ô", "ö": result += "o"
    case "ù", "û", "ü": result += "u"
    case "ç": result += "c"
    case "’": result += "'"
    case " ", "\u{A0}", "\u{202F}", "\t", "\n", "\r":
      if !endsInSpace { result += " " }
      endsInSpace = true
      continue
    default:
      // Accents written apart (decomposed text) fall away with the letters kept.
      if (0x300...0x36F).contains(scalar.value) { continue }
      result.unicodeScalars.append(scalar)
    }
    endsInSpace = false
  }
  if endsInSpace, !result.isEmpty { result.removeLast() }
  return result
}
