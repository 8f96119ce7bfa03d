import Foundation

/// The repository's own contracts, as any user finds them.
enum ExampleFiles {
  static let names = ["atelier-lumen", "cabinet-rivoire", "transports-meridiens"]

  static func bytes(_ name: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appending(path: "examples/\(name).yaml")))
  }
}
