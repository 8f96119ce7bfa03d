import Foundation

/// Bytes of a contract's file, bounded.
enum ContractFile {
  /// One byte more than the longest contract: the reader then says that it is too long.
  static let limit = 1_048_577

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  static func bytes(at path: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Fault(description: "\(path) : ce fichier n’existe pas.")
    }
    guard !isFolder.boolValue else {
      throw Fault(description: "\(path) : c’est un dossier, un fichier est attendu.")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Fault(description: "\(path) : lecture refusée par le système.")
    }
    defer { handle.closeFile() }
    do {
      return [UInt8](try handle.read(upToCount: limit) ?? Foundation.Data())
    } catch {
      throw Fault(description: "\(path) : lecture impossible (\(error.localizedDescription)).")
    }
  }
}

/// Writes a line to standard error.
func complain(_ line: String) {
  FileHandle.standardError.write(Foundation.Data((line + "\n").utf8))
}
