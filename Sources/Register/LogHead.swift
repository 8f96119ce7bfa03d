/// Where a log stands: its name, how many entries it holds, and the root over them.
package struct LogHead: Hashable, Sendable {
  package let origin: String
  package let size: Int64
  package let root: Hash

  package init(origin: String, size: Int64, root: Hash) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// The leaf of the global log for this head: it binds one entry and all that came before it.
  package var leaf: Hash { .leaf(leafContent) }

  /// What that leaf hashes.
  package var leafContent: [UInt8] {
    var content = Array("diligence.head.v1\n".utf8)
    content.reserveCapacity(128)
    content += origin.utf8
    content.append(10)
    content += String(size).utf8
    content.append(10)
    root.writeBase64(to: &content)
    content.append(10)
    return content
  }

  /// What a checkpoint signs.
  package var signedText: String { "\(origin)\n\(size)\n\(root.base64)\n" }
}
