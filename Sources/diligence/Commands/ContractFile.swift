import ArgumentParser
import ContractSource
import Foundation
import Maintenance

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

extension ContractFile {
  /// The contract of a file without errors, with its bytes; says what is wrong and ends the
  /// command with 2 otherwise.
  static func sound(
    at path: String, rates: PublishedRates = .known
  ) throws -> (contract: Contract, source: [UInt8]) {
    let source = try orExplain { try bytes(at: path) }
    let reading = read(source, named: path, rates: rates)
    guard reading.errorCount == 0 else {
      complain(FindingReport(reading).text)
      throw ExitCode(2)
    }
    return (reading.contract, source)
  }
}

/// A record as commands print it: indented, its keys in a fixed order.
func printedJSON(_ record: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(record), as: UTF8.self)
}

/// Writes a line to standard error.
func complain(_ line: String) {
  FileHandle.standardError.write(Foundation.Data((line + "\n").utf8))
}
