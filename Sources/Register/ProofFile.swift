/// One entry with its proof and the signed head that it leads to: C2SP tlog-proof, version 1.
///
/// `extra` is the entry's header, so that the file proves on its own what it is about.
package struct ProofFile: Hashable, Sendable {
  private static let firstLine = "c2sp.org/tlog-proof@v1"

  package let header: [UInt8]
  package let index: Int64
  package let path: [Hash]
  package let checkpoint: Checkpoint

  package init(header: [UInt8], index: Int64, path: [Hash], checkpoint: Checkpoint) {
    self.header = header
    self.index = index
    self.path = path
    self.checkpoint = checkpoint
  }

  package var text: String {
    ([Self.firstLine, "extra \(Base64.text(header))", "index \(index)"] + path.map(\.base64))
      .map { $0 + "\n" }.joined() + "\n" + checkpoint.text
  }

  /// Whether the header is the entry at `index` of the log that the checkpoint signs.
  package var isProven: Bool {
    do {
      let entry = try EntryHeader(reading: header)
      return entry.log == checkpoint.head.origin && entry.n == index
        && checkpoint.head.holds(.leaf(header), at: index, by: path)
    } catch {
      return false
    }
  }

  /// Reads at most 64 KiB; nothing unless `key` signed the checkpoint.
  package init?(reading text: String, signedBy key: VerifyingKey) {
    guard text.utf8.count <= 1 << 16, let gap = text.firstRange(of: "\n\n") else { return nil }
    let lines = text[..<gap.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
    guard (3...66).contains(lines.count), lines[0] == Self.firstLine,
      lines[1].hasPrefix("extra "), let header = Base64.bytes(lines[1].dropFirst(6)),
      lines[2].hasPrefix("index "), let index = Int64(lines[2].dropFirst(6)),
      index >= 0, "index \(index)" == lines[2],
      let checkpoint = Checkpoint(
        reading: String(text[gap.upperBound...]), signedBy: key)
    else { return nil }
    let path = lines.dropFirst(3).compactMap { Base64.bytes($0).flatMap(Hash.init(stored:)) }
    guard path.count == lines.count - 3 else { return nil }
    self.init(header: header, index: index, path: path, checkpoint: checkpoint)
  }
}
