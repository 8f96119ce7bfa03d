/// A text as a spreadsheet may open it: what somebody typed is never a formula (CWE-1236; OWASP,
/// CSV injection).
package enum SpreadsheetCell {
  /// An apostrophe goes before what a spreadsheet would compute. Not for amounts, which may begin
  /// with a minus sign.
  package static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let said = scalars.drop {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
    let isComputed = said.first.map(signs.contains) ?? false
    let isControlled = scalars.first.map(controls.contains) ?? false
    return isComputed || isControlled ? "'" + text : text
  }

  /// Those of full width are folded to plain ones by some spreadsheets.
  private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
  private static let controls: Set<Unicode.Scalar> = ["\t", "\r", "\n"]
}
