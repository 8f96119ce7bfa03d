import Subprocess

/// Lines that a worker writes, taken out of whole buffers: a document of some 100 KB is one line,
/// and the library's own splitting looks at each of its characters.
struct WorkerLines {
  private var buffers: SubprocessOutputSequence.Iterator
  private var read: [UInt8] = []
  private let longest: Int

  /// A line of `longest` bytes or more ends the worker's work with `PressFault.tooLarge`.
  init(_ output: SubprocessOutputSequence, longest: Int) {
    buffers = output.makeAsyncIterator()
    self.longest = longest
  }

  /// The next line without its end; nothing once the worker has ended, which drops a line that it
  /// did not finish.
  mutating func next() async throws -> [UInt8]? {
    var searched = 0
    while true {
      if let end = read[searched...].firstIndex(of: 10) {
        let line = Array(read[..<end])
        read.removeFirst(end + 1)
        return line
      }
      searched = read.count
      guard searched < longest else { throw PressFault.tooLarge(byteLimit: longest) }
      guard let buffer = try await buffers.next() else { return nil }
      buffer.withUnsafeBytes { read.append(contentsOf: $0) }
    }
  }
}
