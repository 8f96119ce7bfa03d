/// «a, b et c»; empty for no item.
package func frenchList(_ items: [String], _ conjunction: String = "et") -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}

/// The name of a place or thing after «de»: «de Lyon», «d'Angers», «du Havre».
package func frenchOf(_ name: String) -> String {
  if name.hasPrefix("Le ") { return "du \(name.dropFirst(3))" }
  if name.hasPrefix("Les ") { return "des \(name.dropFirst(4))" }
  let vowels = "aeiouyhâàéèêëîïôöûüœæ"
  let startsWithVowel = name.lowercased().first.map { vowels.contains($0) } ?? false
  return startsWithVowel ? "d'\(name)" : "de \(name)"
}

extension String {
  /// With a capital first and a full stop last, as a sentence of its own.
  package var asSentence: String {
    let trimmed = trimmingSpaces
    guard let last = trimmed.last else { return "" }
    let capital = trimmed.prefix(1).uppercased() + trimmed.dropFirst()
    return ".!?…".contains(last) ? capital : capital + "."
  }

  /// Without a final full stop, to stand inside a sentence.
  package var asPhrase: String {
    var trimmed = trimmingSpaces[...]
    while trimmed.last == "." { trimmed.removeLast() }
    return String(trimmed)
  }

  private var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
