import ArgumentParser
import Foundation
import Register
import Store

/// The file that opens the backups: whoever has it reads everything, without it nobody does.
struct BackupKeyFile {
  struct Unusable: Error, CustomStringConvertible {
    let description: String
  }

  let path: String

  /// Writes a new key, never over another file.
  func create(_ key: BackupKey) throws {
    guard !FileManager.default.fileExists(atPath: path),
      FileManager.default.createFile(
        atPath: path, contents: Foundation.Data("\(key.secretText)\n".utf8),
        attributes: [.posixPermissions: 0o600])
    else { throw Unusable(description: "\(path) : fichier déjà là, ou impossible à écrire.") }
  }

  func read() throws -> BackupKey {
    let bytes = FileManager.default.contents(atPath: path)?.prefix(200) ?? Foundation.Data()
    let text = String(decoding: bytes, as: UTF8.self)
    guard let key = BackupKey(text: text.trimmingCharacters(in: .newlines)) else {
      throw Unusable(
        description: "\(path) : une clé écrite par `diligence backup key` est attendue.")
    }
    return key
  }
}

extension BackupRecipient {
  init(reading text: String) throws {
    guard let recipient = BackupRecipient(text: text) else {
      throw BackupKeyFile.Unusable(
        description: "« \(text) » n’est pas un destinataire écrit par `diligence backup key`.")
    }
    self = recipient
  }
}

/// Ends the command with a sentence when a backup or a database cannot be used.
func explained(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let fault as StoreFault {
    complain(fault.sentence)
    throw ExitCode(2)
  } catch let fault as BackupFault {
    complain(fault.sentence)
    throw ExitCode(2)
  }
}

extension BackupFault {
  var sentence: String {
    switch self {
    case .sealed(let path, .foreign): "\(path) : ce n’est pas un segment de sauvegarde."
    case .sealed(let path, .otherKey): "\(path) : chiffré pour un autre destinataire que cette clé."
    case .sealed(let path, .cutShort): "\(path) : le segment est tronqué."
    case .sealed(let path, .altered): "\(path) : le segment est altéré."
    case .misplaced(let path): "\(path) : ce n’est pas le segment attendu à cette place."
    case .unsigned(let path): "\(path) : cette clé du registre n’a pas signé ce segment."
    case .noSegments(let folder): "\(folder) : aucun segment de sauvegarde."
    case .notEmpty(let location): "\(location) : la base n’est pas vide ; donnez-en une autre."
    case .otherRegister(let folder):
      "\(folder) : la sauvegarde d’un autre registre, ou d’inscriptions que la base n’a pas ; "
        + "commencez-en une dans un autre dossier."
    case .ahead(let folder, let saved, let found):
      "\(folder) : \(saved) inscriptions sauvegardées, \(found) dans la base : copie ancienne ? "
        + "Gardez cette sauvegarde, et commencez-en une dans un autre dossier."
    case .busy(let folder): "\(folder) : un autre processus y ajoute des segments."
    case .file(let path, let reason): "\(path) : lecture ou écriture impossible (\(reason))."
    case .newerSchema(let name): "La sauvegarde vient d’une version plus récente (\(name))."
    }
  }
}
