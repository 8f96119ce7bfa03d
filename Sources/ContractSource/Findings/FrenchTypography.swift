/// French spacing: no-break before : » % € and after «, narrow no-break before ; ! ?
///
/// Sentences are kept with plain spaces in the source, where the others cannot be told apart.
func frenchTypography(_ text: String) -> String {
  var result = ""
  var previous: Character = "\n"
  for character in text {
    if previous == " " {
      result.removeLast()
      result.append(space(before: character))
    }
    if previous == "«", character == " " {
      result.append("\u{A0}")
      previous = "\u{A0}"
      continue
    }
    result.append(character)
    previous = character
  }
  return result
}

private func space(before character: Character) -> Character {
  switch character {
  case ":", "»", "%", "€": "\u{A0}"
  case ";", "!", "?": "\u{202F}"
  default: " "
  }
}
