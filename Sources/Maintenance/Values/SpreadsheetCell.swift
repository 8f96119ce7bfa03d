/// A text as a spreadsheet may open it: what somebody typed is never a formula (CWE-1236).
package enum SpreadsheetCell {
  /// An apostrophe goes before what a spreadsheet would compute. Not for amounts, which may begin
  /// with a minus sign.
  package static func plain(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, dangerous.contains(first) else { return text }
    return "'" + text
  }

  private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n"]
}
