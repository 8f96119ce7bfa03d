extension String {
  /// The same words with the spaces and apostrophes of French print.
  ///
  /// A plain space before `: » € %` becomes a no-break space and one before `; ! ?` a narrow one;
  /// so does the space after `«` and after `n°`; the
  /// apostrophe is curved. Nothing is inserted where there was no space, so that addresses and
  /// times written by the parties stay as they are. Runs of blanks and line ends become one space.
  package var typesetInFrench: String {
    var set = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        pendingSpace = true
        continue
      }
      if pendingSpace, let before = set.last {
        set.append(space(after: before, before: scalar))
      }
      pendingSpace = false
      set.append(scalar == "'" ? "\u{2019}" : scalar)
    }
    return String(set)
  }

  private func space(after: Unicode.Scalar, before: Unicode.Scalar) -> Unicode.Scalar {
    switch before {
    case ":", "\u{BB}", "€", "%": "\u{A0}"
    case ";", "!", "?": "\u{202F}"
    default: after == "\u{AB}" || after == "°" ? "\u{A0}" : " "
    }
  }
}
