import ArgumentParser
import Documents
import Foundation
import Maintenance
import Operations

/// The options by which what was signed is sealed.
struct SealPlace: ParsableArguments {
  @Option(
    name: .customLong("seal-key"),
    help: """
      Fichier de la clé du cachet, faite au premier usage ; sinon la clé du registre suivie de \
      .cachet. Elle prouve l’intégrité seule.
      """)
  var keyFile: String?

  @Option(
    name: .customLong("time-stamp-roots"),
    help: "Certificats de l’autorité d’horodatage (PEM) : les cachets se prouvent alors longtemps.",
    completion: .file())
  var rootsFile: String?

  /// Nothing without a sender's name: what is signed goes by mail.
  func sealer(_ press: Press, named name: String?, besides registerKey: String) throws -> Sealer? {
    guard let name else { return nil }
    let path = keyFile ?? registerKey + ".cachet"
    let shown = String(name.prefix(64))
    let roots = try rootsFile.map { file in
      try orExplain { try String(contentsOfFile: file, encoding: .utf8) }
    }
    return Sealer(press: press, name: shown, roots: roots) {
      if let key = try SealPlace.read(path) { return key }
      let key = try await press.sealKey(named: shown, at: presentInstant().seconds)
      try SealPlace.create(path, key)
      return try SealPlace.read(path) ?? key
    }
  }

  private static func read(_ path: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// For its owner alone, whole or not at all, and never over another: of two that make it at once,
  /// one is kept.
  private static func create(_ path: String, _ key: String) throws {
    let draft = "\(path).\(UInt32.random(in: 0 ... .max))"
    guard
      FileManager.default.createFile(
        atPath: draft, contents: Foundation.Data(key.utf8), attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
    defer { unlink(draft) }
    guard link(draft, path) == 0 || errno == EEXIST else { throw CocoaError(.fileWriteUnknown) }
  }
}
