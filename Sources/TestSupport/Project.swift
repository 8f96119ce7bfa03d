package import Foundation

/// The repository under test, and its own contracts as any user finds them.
package enum Project {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  package static func example(_ name: String = "atelier-lumen") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: "examples/\(name).yaml")))
  }
}
