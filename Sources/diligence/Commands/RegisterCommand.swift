import ArgumentParser
import Foundation
import Maintenance
import Store

/// `diligence register`: what the other party keeps or checks.
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Clé publique, têtes signées, horodatages et preuves du registre.",
    subcommands: [
      RegisterKeyCommand.self, CheckpointCommand.self, ProofCommand.self, DeclareLossCommand.self,
      StampCommand.self,
    ])
}

/// `diligence register key`.
struct RegisterKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Clé du registre : l’écrire, la remplacer, la révoquer.",
    subcommands: [ShowKeyCommand.self, RotateKeyCommand.self, RevokeKeyCommand.self],
    defaultSubcommand: ShowKeyCommand.self)
}

/// `diligence register key show`, or without a word.
struct ShowKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Écrit la clé publique du registre, à imprimer au contrat.",
    discussion: "La clé secrète est créée si ce registre n’en a jamais eu.")

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace

  func run() async throws {
    let database = try await place.open(keyFile: key.path(for: place))
    let publicKey = try await database.read { try $0.publicKey() }
    try await database.close()
    if let publicKey { print(publicKey) }
  }
}

/// `diligence register checkpoint`.
struct CheckpointCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint", abstract: "Écrit la tête signée du registre, ou d’un contrat.",
    discussion: "Le format est celui de C2SP tlog-checkpoint.")

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace

  @Option(help: "Identifiant du contrat ; sans lui, la tête du journal global.")
  var contract: String?

  func run() async throws {
    let agreement = try contract.map(agreementID)
    let database = try await place.open(keyFile: key.path(for: place))
    let checkpoint =
      if let agreement { try await database.checkpoint(of: agreement) } else {
        try await database.globalCheckpoint()
      }
    try await database.close()
    guard let checkpoint else {
      complain("Ce contrat n’a pas d’entrée au registre.")
      throw ExitCode.failure
    }
    print(checkpoint, terminator: "")
  }
}

/// `diligence register proof`.
struct ProofCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proof", abstract: "Écrit la preuve d’une entrée, qui se vérifie sans nous.",
    discussion: "Le format est celui de C2SP tlog-proof.")

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace

  @Option(help: "Identifiant du contrat.")
  var contract: String

  @Argument(help: "Numéro de l’entrée dans le journal du contrat, à partir de 0.")
  var entry: Int64

  func run() async throws {
    let agreement = try agreementID(contract)
    let database = try await place.open(keyFile: key.path(for: place))
    let proof = try await database.receipt(of: agreement, entry: entry)
    try await database.close()
    guard let proof else {
      complain("Le registre n’a pas d’entrée \(entry) pour ce contrat.")
      throw ExitCode.failure
    }
    print(proof, terminator: "")
  }
}

func agreementID(_ text: String) throws -> ID<Agreement> {
  guard let id = ID<Agreement>(text) else {
    throw ValidationError("« \(text) » n’est pas l’identifiant d’un contrat.")
  }
  return id
}

/// The `--key` option of the commands that sign.
struct KeyPlace: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: """
      Fichier de la clé du registre, hors de la base ; sinon la base suivie de .key, \
      ou diligence.key pour un serveur.
      """)
  var text: String?

  func path(for place: DatabasePlace) -> String {
    if let text { return text }
    switch Location(place.text) {
    case .sqlite(let path): return path + ".key"
    case .postgres: return "diligence.key"
    }
  }
}
