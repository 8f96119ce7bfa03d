import Foundation

/// The repository's own contracts and pages, as any user finds them.
enum RepositoryFiles {
  static let names = [
    "atelier-lumen", "cabinet-rivoire", "transports-meridiens", "hebergement-insulaire",
    "parc-trois-gammes", "tma-agglomeration",
  ]

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try text("examples/\(name).yaml").utf8)
  }

  /// Of a file of the repository, by its path from the root.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
