/// Finds what was probably meant: the nearest of the known words, when it is near enough.
func nearest(to word: String, among known: [String]) -> String? {
  guard word.utf8.count <= 40 else { return nil }
  let folded = fold(word)
  let allowed = max(1, min(3, folded.count / 3))
  let ranked = known.map { (word: $0, distance: editDistance(folded, fold($0))) }
    .filter { $0.distance <= allowed }
    .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
  return ranked.first?.word ?? completion(of: folded, among: known)
}

/// The one word that begins so, when what is written is its beginning.
private func completion(of beginning: String, among known: [String]) -> String? {
  let longer = known.filter { fold($0).hasPrefix(beginning) }
  return beginning.count >= 4 && longer.count == 1 ? longer[0] : nil
}

/// How many letters must be put, taken away, changed or swapped with their neighbour.
func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.unicodeScalars)
  let right = Array(right.unicodeScalars)
  var above: [Int] = []
  var previous = Array(0...right.count)
  for (line, from) in left.enumerated() {
    var row = [line + 1]
    for (column, to) in right.enumerated() {
      let changed = previous[column] + (from == to ? 0 : 1)
      var distance = min(changed, previous[column + 1] + 1, row[column] + 1)
      let isSwap =
        line > 0 && column > 0 && from == right[column - 1] && left[line - 1] == to
      if isSwap { distance = min(distance, above[column - 1] + 1) }
      row.append(distance)
    }
    above = previous
    previous = row
  }
  return previous[right.count]
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
