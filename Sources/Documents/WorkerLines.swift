import Subprocess

/// Lines out of bytes that come in pieces: a document of some 100 KB is one line, and the library's
/// own splitting looks at each of its characters.
struct LineBuffer {
  private var bytes: [UInt8] = []
  /// So many hold no line's end.
  private var searched = 0
  /// A line of more bytes is refused by `PressFault.tooLarge`.
  let longest: Int

  init(longest: Int) {
    self.longest = longest
  }

  mutating func append(_ piece: some Sequence<UInt8>) { bytes.append(contentsOf: piece) }

  /// The next whole line without its end; nothing as long as its end has not come.
  mutating func line() throws -> [UInt8]? {
    guard let end = bytes[searched...].firstIndex(of: 10) else {
      searched = bytes.count
      guard searched <= longest else { throw PressFault.tooLarge(byteLimit: longest) }
      return nil
    }
    guard end <= longest else { throw PressFault.tooLarge(byteLimit: longest) }
    let line = Array(bytes[..<end])
    bytes.removeFirst(end + 1)
    searched = 0
    return line
  }
}

/// Lines that a worker writes.
struct WorkerLines {
  private var pieces: SubprocessOutputSequence.Iterator
  private var buffer: LineBuffer

  init(_ output: SubprocessOutputSequence, longest: Int) {
    pieces = output.makeAsyncIterator()
    buffer = LineBuffer(longest: longest)
  }

  /// Nothing once the worker has ended; a line that it did not finish is dropped.
  mutating func next() async throws -> [UInt8]? {
    while true {
      if let line = try buffer.line() { return line }
      guard let piece = try await pieces.next() else { return nil }
      piece.withUnsafeBytes { buffer.append($0) }
    }
  }
}
