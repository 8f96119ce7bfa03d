import Glibc

extension StringProtocol {
  /// True when the words stand in the text, byte for byte.
  ///
  /// Takes the place of the standard library's search, which goes by characters and costs more
  /// than all else in a reading: rules look for hundreds of words in every text of a contract.
  func contains(_ words: String) -> Bool {
    var words = words
    return words.withUTF8 { words in
      // Texts are native strings, whose bytes are always at hand.
      utf8.withContiguousStorageIfAvailable { holds($0, words) } ?? false
    }
  }
}

private func holds(_ text: UnsafeBufferPointer<UInt8>, _ words: UnsafeBufferPointer<UInt8>) -> Bool
{
  guard let first = words.first, let start = words.baseAddress else { return true }
  guard var place = text.baseAddress, text.count >= words.count else { return false }
  let end = place + (text.count - words.count + 1)
  while let found = memchr(place, Int32(first), end - place) {
    if memcmp(found, start, words.count) == 0 { return true }
    place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
  }
  return false
}
