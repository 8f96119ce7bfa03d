/// A document as the press made it: what is stored, hashed, signed and sent, never made again.
package struct RenderedDocument: Hashable, Sendable {
  /// A whole PDF/A-3a and PDF/UA-1 file.
  package let bytes: [UInt8]
  /// Of `bytes`, in lower-case hexadecimal.
  package let sha256: String
  package let pages: Int
  /// Characters that no font of the press has, printed as □: `U+1F600`, in order.
  package let replacedCharacters: [String]
}
